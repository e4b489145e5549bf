package com.squareup.picasso;

import android.content.Context;
import android.net.Uri;
import java.io.IOException;
import java.io.InputStream;

/** Stub with Picasso's name, written for the case apps: one way to load a picture. */
abstract class RequestHandler {
    abstract boolean canHandleRequest(Uri uri);

    abstract InputStream load(Context context, Uri uri) throws IOException;
}
