import { AppRegistry } from 'react-native';
import * as Contacts from 'expo14';

export async function guarantor() {
  const chosen = await Contacts.presentContactPickerAsync();
  return chosen?.phoneNumbers?.[0]?.number;
}
AppRegistry.registerComponent('main', () => guarantor);
