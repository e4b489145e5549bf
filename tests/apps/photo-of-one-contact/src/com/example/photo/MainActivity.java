package com.example.photo;

import android.app.Activity;
import android.content.ContentUris;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.ImageView;
import java.io.InputStream;

/** Shows the photo of one contact. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        long id = getIntent().getLongExtra("contact", 1);
        Uri contact = ContentUris.withAppendedId(Contacts.CONTENT_URI, id);
        InputStream stream = Contacts.openContactPhotoInputStream(getContentResolver(), contact);
        ImageView view = new ImageView(this);
        view.setImageBitmap(BitmapFactory.decodeStream(stream));
        setContentView(view);
    }
}
