package com.example.screening;

import android.telecom.Call;
import android.telecom.CallScreeningService;
import android.util.Log;

/** Lets every call through and notes who called. */
public class Screening extends CallScreeningService {
    @Override
    public void onScreenCall(Call.Details call) {
        Log.i("calls", String.valueOf(call.getHandle()));
        respondToCall(call, new CallResponse.Builder().build());
    }
}
