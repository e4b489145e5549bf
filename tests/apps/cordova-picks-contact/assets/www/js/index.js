document.getElementById("reference").onclick = function () {
  navigator.contacts.pickContact(function (contact) { document.title = contact.displayName; }, function () {});
};
