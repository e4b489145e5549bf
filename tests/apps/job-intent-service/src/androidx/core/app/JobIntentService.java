package androidx.core.app;

import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.os.IBinder;

/** Stub with androidx's name and methods, written for the case apps: starts itself and works on a thread. */
public abstract class JobIntentService extends Service {
    public static void enqueueWork(Context context, Class<?> service, int job, Intent work) {
        context.startService(new Intent(work).setClass(context, service).putExtra("job", job));
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }

    @Override
    public int onStartCommand(Intent intent, int flags, int start) {
        new Thread(() -> onHandleWork(intent)).start();
        return START_NOT_STICKY;
    }

    protected abstract void onHandleWork(Intent intent);
}
