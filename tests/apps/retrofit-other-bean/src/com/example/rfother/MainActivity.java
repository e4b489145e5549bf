package com.example.rfother;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.ArrayAdapter;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.ListView;
import java.util.ArrayList;
import java.util.List;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** A profile to fill in, and people to call. */
public class MainActivity extends Activity implements Callback<Void> {
    private ProfileApi api;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        api = new Retrofit.Builder()
                .baseUrl("https://api.example.com/v2/")
                .addConverterFactory(GsonConverterFactory.create())
                .build()
                .create(ProfileApi.class);
        EditText name = new EditText(this);
        EditText phone = new EditText(this);
        Button save = new Button(this);
        save.setOnClickListener(view -> save(name.getText().toString(), phone.getText().toString()));
        ListView people = new ListView(this);
        people.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_list_item_1, readPeople()));
        LinearLayout layout = new LinearLayout(this);
        layout.addView(name);
        layout.addView(phone);
        layout.addView(save);
        layout.addView(people);
        setContentView(layout);
    }

    private void save(String name, String phone) {
        Profile profile = new Profile();
        profile.name = name;
        profile.phone = phone;
        api.save(profile).enqueue(this);
    }

    private List<Friend> readPeople() {
        List<Friend> friends = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Friend friend = new Friend();
            friend.name = cursor.getString(0);
            friend.phone = cursor.getString(1);
            friends.add(friend);
        }
        cursor.close();
        return friends;
    }

    @Override
    public void onResponse(Call<Void> call, Response<Void> response) {}

    @Override
    public void onFailure(Call<Void> call, Throwable offline) {}
}
