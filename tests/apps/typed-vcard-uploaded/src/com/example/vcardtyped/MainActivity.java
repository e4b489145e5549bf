package com.example.vcardtyped;

import android.app.Activity;
import android.os.Bundle;
import android.widget.EditText;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Posts the visiting card of the applicant when the name is done. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText name = new EditText(this);
        name.setOnEditorActionListener((view, action, event) -> {
            String card = "BEGIN:VCARD\nVERSION:3.0\nFN:" + name.getText() + "\nEND:VCARD\n";
            new Thread(() -> upload(card)).start();
            return true;
        });
        setContentView(name);
    }

    private void upload(String card) {
        try {
            StreamUpload.copy(new ByteArrayInputStream(card.getBytes()));
        } catch (IOException offline) {
            finish();
        }
    }
}
