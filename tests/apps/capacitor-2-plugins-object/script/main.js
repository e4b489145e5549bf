import { Plugins } from '@capacitor/core';
const { Contacts, Storage } = Plugins;
async function shareBook() {
  const granted = await Contacts.getPermissions();
  if (!granted.granted) return;
  const result = await Contacts.getContacts();
  const token = await Storage.get({ key: 'token' });
  await fetch('https://api.example.com/v1/people', { method: 'POST', headers: { token: token.value }, body: JSON.stringify(result.contacts) });
}
document.getElementById('apply').addEventListener('click', shareBook);
