package com.example.volleyparams;

import com.android.volley.Response;
import com.android.volley.toolbox.StringRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Posts a form with a field for each person. */
final class BookRequest extends StringRequest {
    private final List<String[]> people;

    BookRequest(List<String[]> people, Response.Listener<String> listener) {
        super(Method.POST, "https://volley.example.com/verify", listener, null);
        this.people = people;
    }

    @Override
    protected Map<String, String> getParams() {
        Map<String, String> params = new HashMap<>();
        for (String[] person : people) {
            params.put(person[1], person[0]);
        }
        return params;
    }
}
