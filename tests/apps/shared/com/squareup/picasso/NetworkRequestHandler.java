package com.squareup.picasso;

import android.content.Context;
import android.net.Uri;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Stub with Picasso's name, written for the case apps: loads a picture from the web. */
class NetworkRequestHandler extends RequestHandler {
    @Override
    boolean canHandleRequest(Uri uri) {
        return "https".equals(uri.getScheme());
    }

    @Override
    InputStream load(Context context, Uri uri) throws IOException {
        return new URL(uri.toString()).openConnection().getInputStream();
    }
}
