package com.example.okbody;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/** Text that is compressed while it is written. */
final class GzippedBody extends RequestBody {
    private final String text;

    GzippedBody(String text) {
        this.text = text;
    }

    @Override
    public MediaType contentType() {
        return MediaType.parse("application/json");
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        BufferedSink gzip = Okio.buffer(new GzipSink(sink));
        gzip.writeUtf8(text);
        gzip.close();
    }
}
