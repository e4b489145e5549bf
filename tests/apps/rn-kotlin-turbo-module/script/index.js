import { AppRegistry, TurboModuleRegistry } from 'react-native';

const DeviceBook = TurboModuleRegistry.getEnforcing('DeviceBook');

export async function score() {
  const people = await DeviceBook.fetchPeople();
  return people.length;
}
AppRegistry.registerComponent('Loan', () => score);
