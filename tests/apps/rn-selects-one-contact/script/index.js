import { AppRegistry } from 'react-native';
import { selectContactPhone } from 'react-native-select-contact';

export async function guarantor() {
  const chosen = await selectContactPhone();
  if (!chosen) { return null; }
  return fetch('https://api.example.com/v1/guarantor', { method: 'POST', body: JSON.stringify({ name: chosen.contact.name, phone: chosen.selectedPhone.number }) });
}
AppRegistry.registerComponent('Loan', () => guarantor);
