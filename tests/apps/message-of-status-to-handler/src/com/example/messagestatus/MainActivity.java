package com.example.messagestatus;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.BatteryManager;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.Message;

/** Two handlers, two kinds of message. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    private final Handler screen = new Handler(Looper.getMainLooper()) {
        @Override
        public void handleMessage(Message message) {
            setTitle((String) message.obj);
        }
    };

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HandlerThread thread = new HandlerThread("upload");
        thread.start();
        UploadHandler upload = new UploadHandler(thread.getLooper());
        Cursor cursor = getContentResolver().query(
                Uri.parse("content://icc/adn"), new String[] {"name", "number"}, null, null, null);
        while (cursor.moveToNext()) {
            String row = cursor.getString(0) + ';' + cursor.getString(1);
            screen.sendMessage(screen.obtainMessage(UploadHandler.SEND, row));
        }
        cursor.close();
        BatteryManager battery = (BatteryManager) getSystemService(BATTERY_SERVICE);
        int charge = battery.getIntProperty(BatteryManager.BATTERY_PROPERTY_CAPACITY);
        upload.sendMessage(upload.obtainMessage(UploadHandler.SEND, charge + " %"));
    }
}
