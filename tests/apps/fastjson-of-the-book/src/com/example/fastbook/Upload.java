package com.example.fastbook;

import com.alibaba.fastjson.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URL;

/** Sends a bean. */
final class Upload extends Thread {
    private final Object bean;

    Upload(Object bean) {
        this.bean = bean;
    }

    @Override
    public void run() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("http://up.example.com/linkman").openConnection();
            connection.setDoOutput(true);
            PrintWriter writer = new PrintWriter(connection.getOutputStream());
            writer.print(JSON.toJSONString(bean));
            writer.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            interrupt();
        }
    }
}
