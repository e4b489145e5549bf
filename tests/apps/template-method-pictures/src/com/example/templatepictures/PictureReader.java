package com.example.templatepictures;

import android.net.Uri;
import android.provider.MediaStore;

/** File names of pictures. */
class PictureReader extends TableReader {
    @Override
    Uri getUri() {
        return MediaStore.Images.Media.EXTERNAL_CONTENT_URI;
    }

    @Override
    String[] getColumns() {
        return new String[] {MediaStore.Images.Media.DISPLAY_NAME};
    }
}
