package com.example.sharedlist;

import android.app.Activity;
import android.os.Bundle;
import android.os.Environment;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;

/** Shows the first rate of the list in the folder of the app on the shared storage. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File folder = new File(Environment.getExternalStorageDirectory(), "loan");
        try (BufferedReader list = new BufferedReader(new FileReader(new File(folder, "rates.txt").getPath()))) {
            setTitle(list.readLine());
        } catch (IOException none) {
            setTitle("no rates");
        }
    }
}
