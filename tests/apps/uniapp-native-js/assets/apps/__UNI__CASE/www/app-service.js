// Written for this case: Native.js, the script makes Android objects itself.
function people() {
  var main = plus.android.runtimeMainActivity();
  var ContactsContract = plus.android.importClass("android.provider.ContactsContract");
  var resolver = plus.android.invoke(main, "getContentResolver");
  return plus.android.invoke(resolver, "query", ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
}
