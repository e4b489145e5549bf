var uri = android.provider.ContactsContract.Contacts.CONTENT_URI;
var cursor = application.getContentResolver().query(uri, null, null, null, null);
