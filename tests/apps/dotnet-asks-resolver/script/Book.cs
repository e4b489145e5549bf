// Written for this case: what the app's assembly is compiled from, by mcs against a stub of Android's bindings.
using System.Collections.Generic;
using Android.Provider;

public class Book
{
    public List<string> Everybody()
    {
        var people = new List<string>();
        var cursor = Android.App.Application.Context.ContentResolver.Query(ContactsContract.CommonDataKinds.Phone.ContentUri, null, null, null, null);
        while (cursor.MoveToNext())
        {
            people.Add(cursor.GetString(cursor.GetColumnIndex(ContactsContract.CommonDataKinds.Phone.Number)));
        }
        return people;
    }
}
