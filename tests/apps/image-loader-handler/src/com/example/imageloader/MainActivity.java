package com.example.imageloader;

import android.app.Activity;
import android.os.Bundle;
import android.widget.ImageView;
import com.squareup.picasso.Picasso;

/** Shows a picture from the web. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ImageView view = new ImageView(this);
        setContentView(view);
        Picasso.load("https://img.example.com/banner.png", view);
    }
}
