package com.squareup.picasso;

import android.content.Context;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.widget.ImageView;
import java.io.IOException;

/** Stub with Picasso's name, written for the case apps: asks each handler in turn. */
public final class Picasso {
    private static final RequestHandler[] HANDLERS = {new ContactsPhotoRequestHandler(), new NetworkRequestHandler()};

    private Picasso() {}

    public static void load(String address, ImageView view) {
        Uri uri = Uri.parse(address);
        Context context = view.getContext();
        new Thread(() -> show(context, uri, view)).start();
    }

    private static void show(Context context, Uri uri, ImageView view) {
        for (RequestHandler handler : HANDLERS) {
            if (handler.canHandleRequest(uri)) {
                try {
                    view.setImageBitmap(BitmapFactory.decodeStream(handler.load(context, uri)));
                } catch (IOException offline) {
                    view.setImageBitmap(null);
                }
            }
        }
    }
}
