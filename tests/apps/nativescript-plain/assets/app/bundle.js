var toast = android.widget.Toast.makeText(context, "hello", 0);
toast.show();
