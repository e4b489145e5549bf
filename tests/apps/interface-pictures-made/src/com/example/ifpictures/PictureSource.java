package com.example.ifpictures;

import android.content.Context;
import android.net.Uri;
import android.provider.MediaStore;

/** Pictures. */
class PictureSource implements Source {
    @Override
    public String read(Context context) {
        Uri pictures = MediaStore.Images.Media.EXTERNAL_CONTENT_URI;
        return Rows.of(context.getContentResolver().query(pictures, new String[] {"_display_name", "_size"}, null, null, null));
    }
}
