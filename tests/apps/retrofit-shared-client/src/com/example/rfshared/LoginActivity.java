package com.example.rfshared;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.view.ViewGroup.LayoutParams;
import android.widget.Button;
import android.widget.EditText;
import java.util.HashMap;
import java.util.Map;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Sends what was typed; then the next screen. */
public class LoginActivity extends Activity implements Callback<ApiResult> {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText number = new EditText(this);
        setContentView(number);
        Button button = new Button(this);
        button.setOnClickListener(view -> login(number.getText().toString()));
        addContentView(button, new LayoutParams(200, 80));
    }

    private void login(String number) {
        Map<String, Object> body = new HashMap<>();
        body.put("mobile", number);
        ApiClient.get().login(body).enqueue(this);
    }

    @Override
    public void onResponse(Call<ApiResult> call, Response<ApiResult> response) {
        startService(new Intent(this, BookService.class));
    }

    @Override
    public void onFailure(Call<ApiResult> call, Throwable offline) {
        setTitle("offline");
    }
}
