// Written for this case: a page of Cordova with jQuery.
var app = {
  found: function (contacts) {
    var people = [];
    for (var i = 0; i < contacts.length; i++) {
      var contact = contacts[i];
      if (contact.phoneNumbers) {
        people.push({ name: contact.displayName, number: contact.phoneNumbers[0].value });
      }
    }
    app.show(people);
  },
  show: function (people) {
    $("#list").text(people.length + ": " + people[0].name);
    $.ajax({ url: "https://api.example.com/v1/opened", type: "POST", data: { screen: "people" } });
  },
  upload: function (people) {
    $.ajax({ url: "https://api.example.com/v1/people", type: "POST", data: { list: JSON.stringify(people) } });
  },
  failed: function (problem) {
    $.post("https://api.example.com/v1/problems", { text: String(problem) });
  }
};
document.addEventListener("deviceready", function () {
  navigator.contacts.find(["displayName", "phoneNumbers"], app.found, app.failed, { multiple: true });
});
