import { AppRegistry } from 'react-native';
import Contacts from 'react-native-contacts';

export async function nameOf(number) {
  const found = await Contacts.getContactsByPhoneNumber(number);
  return found.length ? found[0].displayName : number;
}
AppRegistry.registerComponent('Loan', () => nameOf);
