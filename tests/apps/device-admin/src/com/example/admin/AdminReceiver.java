package com.example.admin;

import android.app.admin.DeviceAdminReceiver;

/** Android tells it when it was made an administrator. */
public class AdminReceiver extends DeviceAdminReceiver {}
