document.addEventListener("deviceready", function () {
  SMS.sendSMS("+15550100", "Hello", function () {}, function () {});
});
