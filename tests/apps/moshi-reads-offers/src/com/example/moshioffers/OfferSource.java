package com.example.moshioffers;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import okio.Okio;

/** What the server offers. */
final class OfferSource {
    private final JsonAdapter<List<Offer>> adapter =
            new Moshi.Builder().build().adapter(Types.newParameterizedType(List.class, Offer.class));

    List<Offer> load() {
        try (InputStream in = new URL("https://offers.example.com/all").openStream()) {
            return adapter.fromJson(Okio.buffer(Okio.source(in)));
        } catch (IOException offline) {
            return Collections.emptyList();
        }
    }
}
