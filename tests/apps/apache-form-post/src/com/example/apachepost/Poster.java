package com.example.apachepost;

import java.io.IOException;
import java.util.List;
import org.apache.http.HttpResponse;
import org.apache.http.NameValuePair;
import org.apache.http.client.HttpClient;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.DefaultHttpClient;

/** One form. */
final class Poster {
    private Poster() {}

    static boolean post(String address, List<NameValuePair> fields) {
        HttpClient client = new DefaultHttpClient();
        HttpPost request = new HttpPost(address);
        try {
            request.setEntity(new UrlEncodedFormEntity(fields, "UTF-8"));
            HttpResponse response = client.execute(request);
            return response.getStatusLine().getStatusCode() == 200;
        } catch (IOException offline) {
            return false;
        }
    }
}
