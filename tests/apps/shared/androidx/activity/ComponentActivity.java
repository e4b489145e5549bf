package androidx.activity;

import android.app.Activity;
import android.content.Intent;
import androidx.activity.result.ActivityResultCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContract;
import java.util.ArrayList;
import java.util.List;

/** Stub with androidx's name and methods, written for the case apps: remembers who waits for which result. */
public class ComponentActivity extends Activity {
    private final class Waiting<I, O> extends ActivityResultLauncher<I> {
        private final ActivityResultContract<I, O> contract;
        private final ActivityResultCallback<O> callback;

        Waiting(ActivityResultContract<I, O> contract, ActivityResultCallback<O> callback) {
            this.contract = contract;
            this.callback = callback;
        }

        @Override
        public void launch(I input) {
            Intent intent = contract.createIntent(input);
            String[] names = intent.getStringArrayExtra("androidx.activity.result.contract.extra.PERMISSIONS");
            if (names != null) {
                requestPermissions(names, waiting.indexOf(this));
            } else {
                startActivityForResult(intent, waiting.indexOf(this));
            }
        }

        void dispatch(int resultCode, Intent intent) {
            callback.onActivityResult(contract.parseResult(resultCode, intent));
        }
    }

    private final List<Waiting<?, ?>> waiting = new ArrayList<>();

    public final <I, O> ActivityResultLauncher<I> registerForActivityResult(
            ActivityResultContract<I, O> contract, ActivityResultCallback<O> callback) {
        Waiting<I, O> launcher = new Waiting<>(contract, callback);
        waiting.add(launcher);
        return launcher;
    }

    @Override
    protected void onActivityResult(int requestCode, int resultCode, Intent intent) {
        waiting.get(requestCode).dispatch(resultCode, intent);
    }

    @Override
    public void onRequestPermissionsResult(int requestCode, String[] names, int[] results) {
        Intent intent = new Intent()
                .putExtra("androidx.activity.result.contract.extra.PERMISSION_GRANT_RESULTS", results);
        waiting.get(requestCode).dispatch(RESULT_OK, intent);
    }
}
