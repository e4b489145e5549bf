package com.squareup.picasso;

import android.content.Context;
import android.net.Uri;
import android.provider.ContactsContract;
import java.io.InputStream;

/** Stub with Picasso's name, written for the case apps: loads the photo of a contact whose URI the app asks for. */
class ContactsPhotoRequestHandler extends RequestHandler {
    @Override
    boolean canHandleRequest(Uri uri) {
        return "content".equals(uri.getScheme()) && ContactsContract.AUTHORITY.equals(uri.getHost());
    }

    @Override
    InputStream load(Context context, Uri uri) {
        return ContactsContract.Contacts.openContactPhotoInputStream(context.getContentResolver(), uri, true);
    }
}
