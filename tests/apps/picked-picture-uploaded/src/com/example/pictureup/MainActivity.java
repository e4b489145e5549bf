package com.example.pictureup;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;
import java.io.IOException;
import java.io.InputStream;

/** Uploads a picture of the identity card. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(
                view -> startActivityForResult(new Intent(Intent.ACTION_GET_CONTENT).setType("image/*"), 1));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            Uri picture = data.getData();
            new Thread(() -> upload(picture)).start();
        }
    }

    private void upload(Uri picture) {
        try (InputStream stream = getContentResolver().openInputStream(picture)) {
            StreamUpload.copy(stream);
        } catch (IOException offline) {
            finish();
        }
    }
}
