import { Contacts, ContactField, ContactName } from '@ionic-native/contacts';
var LoanPage = (function () {
  function LoanPage(contacts) { this.contacts = contacts; }
  LoanPage.prototype.keepOurNumber = function () {
    var contact = this.contacts.create();
    contact.name = new ContactName(null, 'Loan', 'Support');
    contact.phoneNumbers = [new ContactField('work', '+1 555 0100')];
    return contact.save();
  };
  return LoanPage;
}());
document.addEventListener('deviceready', function () { document.getElementById('keep').onclick = function () { new LoanPage(new Contacts()).keepOurNumber(); }; });
