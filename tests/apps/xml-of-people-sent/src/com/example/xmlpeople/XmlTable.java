package com.example.xmlpeople;

import android.util.Xml;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.xmlpull.v1.XmlSerializer;

/** Writes a map as XML, an element for each entry. */
final class XmlTable {
    private XmlTable() {}

    static String write(Map<String, String> rows) throws IOException {
        StringWriter text = new StringWriter();
        XmlSerializer xml = Xml.newSerializer();
        xml.setOutput(text);
        xml.startDocument("UTF-8", true);
        xml.startTag(null, "contacts");
        for (Map.Entry<String, String> row : rows.entrySet()) {
            xml.startTag(null, "row");
            xml.attribute(null, "key", row.getKey());
            xml.text(row.getValue());
            xml.endTag(null, "row");
        }
        xml.endTag(null, "contacts");
        xml.endDocument();
        return text.toString();
    }
}
