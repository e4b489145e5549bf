package com.example.binder;

import android.content.Context;
import android.os.Binder;
import android.os.Parcel;
import android.os.RemoteException;

/** The shape that the AIDL compiler gives a stub. */
final class BookBinder extends Binder {
    private final Context context;

    BookBinder(Context context) {
        this.context = context;
        attachInterface(null, "com.example.binder.IBook");
    }

    @Override
    protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) throws RemoteException {
        if (code == FIRST_CALL_TRANSACTION) {
            data.enforceInterface("com.example.binder.IBook");
            reply.writeNoException();
            reply.writeString(Book.read(context));
            return true;
        }
        return super.onTransact(code, data, reply, flags);
    }
}
