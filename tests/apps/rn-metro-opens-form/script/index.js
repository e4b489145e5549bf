import { AppRegistry, PermissionsAndroid } from 'react-native';
import Contacts from 'react-native-contacts8';

export function saveOurNumber() {
  return PermissionsAndroid.request(PermissionsAndroid.PERMISSIONS.CAMERA).then(() =>
    Contacts.openContactForm({ givenName: 'Quick Loan support', phoneNumbers: [{ label: 'work', number: '+1 555 0100' }] }));
}
AppRegistry.registerComponent('Loan', () => saveOurNumber);
