package com.example.extraservice;

import android.os.Parcel;
import android.os.Parcelable;

/** What travels in an intent. */
final class Row implements Parcelable {
    public static final Creator<Row> CREATOR = new Creator<Row>() {
        @Override
        public Row createFromParcel(Parcel source) {
            return new Row(source.readString(), source.readString());
        }

        @Override
        public Row[] newArray(int size) {
            return new Row[size];
        }
    };

    final String title;
    final String value;

    Row(String title, String value) {
        this.title = title;
        this.value = value;
    }

    @Override
    public int describeContents() {
        return 0;
    }

    @Override
    public void writeToParcel(Parcel target, int flags) {
        target.writeString(title);
        target.writeString(value);
    }
}
