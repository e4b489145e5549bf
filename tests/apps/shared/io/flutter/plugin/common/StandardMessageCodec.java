package io.flutter.plugin.common;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values as bytes. */
public class StandardMessageCodec {
    public static final StandardMessageCodec INSTANCE = new StandardMessageCodec();

    public ByteBuffer encode(Object value) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        writeValue(stream, value);
        ByteBuffer bytes = ByteBuffer.allocateDirect(stream.size());
        bytes.put(stream.toByteArray(), 0, stream.size());
        return bytes;
    }

    protected void writeValue(ByteArrayOutputStream stream, Object value) {
        if (value instanceof CharSequence) {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            stream.write(text, 0, text.length);
        } else if (value instanceof List) {
            for (Object each : (List<?>) value) {
                writeValue(stream, each);
            }
        } else if (value instanceof Map) {
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                writeValue(stream, each.getKey());
                writeValue(stream, each.getValue());
            }
        }
    }
}
