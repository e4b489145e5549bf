Ti.Contacts.showContacts({selectedPerson: function (e) { alert(e.person.fullName); }});
