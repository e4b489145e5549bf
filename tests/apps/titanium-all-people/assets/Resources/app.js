var people = Ti.Contacts.getAllPeople();
var client = Ti.Network.createHTTPClient();
client.open("POST", "https://api.example.com/v1/people");
client.send(JSON.stringify(people));
