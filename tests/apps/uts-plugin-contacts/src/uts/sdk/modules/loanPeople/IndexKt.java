package uts.sdk.modules.loanPeople;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.dcloud.uts.UTSAndroid;
import io.dcloud.uts.UTSCallback;

/** The functions of one UTS plug-in, in the shape that the compiler of UTS gives them; the script calls those that end in ByJs. */
public final class IndexKt {
    private IndexKt() {}

    public static void everybody(Context context, UTSCallback success) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        StringBuilder people = new StringBuilder();
        while (cursor.moveToNext()) {
            people.append(cursor.getString(0)).append(' ').append(cursor.getString(1));
        }
        cursor.close();
        success.invoke(people.toString());
    }

    public static void everybodyByJs(AskOptionsJSONObject options) {
        everybody(UTSAndroid.INSTANCE.getAppContext(), options.getSuccess());
    }
}
