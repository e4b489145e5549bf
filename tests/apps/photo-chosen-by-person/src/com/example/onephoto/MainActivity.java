package com.example.onephoto;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.Button;
import android.widget.ImageView;
import java.io.IOException;
import java.io.InputStream;

/** A photo of the pay slip, chosen by the person. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivityForResult(new Intent(MediaStore.ACTION_PICK_IMAGES), 1));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            show(data.getData());
        }
    }

    private void show(Uri chosen) {
        try (InputStream photo = getContentResolver().openInputStream(chosen)) {
            Bitmap bitmap = BitmapFactory.decodeStream(photo);
            ImageView view = new ImageView(this);
            view.setImageBitmap(bitmap);
            setContentView(view);
        } catch (IOException gone) {
            setTitle("Please choose again");
        }
    }
}
