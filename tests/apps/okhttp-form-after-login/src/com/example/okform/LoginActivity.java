package com.example.okform;

import android.app.Activity;
import android.os.Bundle;
import android.view.ViewGroup.LayoutParams;
import android.widget.Button;
import android.widget.EditText;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Signs in with phone number and code. */
public class LoginActivity extends Activity implements Callback {
    static final OkHttpClient CLIENT = new OkHttpClient();
    private EditText number;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        number = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> login(number.getText().toString()));
        setContentView(number);
        addContentView(button, new LayoutParams(200, 80));
    }

    private void login(String mobile) {
        FormBody form = new FormBody.Builder().add("mobile", mobile).build();
        Request request = new Request.Builder().url("https://api.example.com/login").post(form).build();
        CLIENT.newCall(request).enqueue(this);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
        String token = response.body().string();
        new ContactSync(getContentResolver(), token).upload();
    }

    @Override
    public void onFailure(Call call, IOException offline) {
        runOnUiThread(() -> setTitle("offline"));
    }
}
