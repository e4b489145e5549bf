package androidx.activity.result.contract;

import android.content.Intent;
import android.net.Uri;
import android.provider.ContactsContract;

/** Stub with androidx's names and methods, written for the case apps. */
public final class ActivityResultContracts {
    private ActivityResultContracts() {}

    /** Asks for one permission. */
    public static final class RequestPermission extends ActivityResultContract<String, Boolean> {
        @Override
        public Intent createIntent(String input) {
            return new Intent("androidx.activity.result.contract.action.REQUEST_PERMISSIONS")
                    .putExtra("androidx.activity.result.contract.extra.PERMISSIONS", new String[] {input});
        }

        @Override
        public Boolean parseResult(int resultCode, Intent intent) {
            int[] results = intent.getIntArrayExtra("androidx.activity.result.contract.extra.PERMISSION_GRANT_RESULTS");
            return results != null && results.length > 0 && results[0] == 0;
        }
    }

    /** Lets the person pick one contact. */
    public static final class PickContact extends ActivityResultContract<Void, Uri> {
        @Override
        public Intent createIntent(Void input) {
            return new Intent(Intent.ACTION_PICK).setType(ContactsContract.Contacts.CONTENT_TYPE);
        }

        @Override
        public Uri parseResult(int resultCode, Intent intent) {
            return intent == null ? null : intent.getData();
        }
    }
}
