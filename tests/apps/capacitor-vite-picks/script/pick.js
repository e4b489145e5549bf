import { Contacts } from '@capacitor-community/contacts';
async function guarantor() {
  const { contact } = await Contacts.pickContact({ projection: { name: true, phones: true } });
  document.title = contact.name.display;
}
document.getElementById('app').addEventListener('click', guarantor);
