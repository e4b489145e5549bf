package com.example.appuse;

import android.app.usage.UsageStats;
import android.app.usage.UsageStatsManager;

/** Names every app that was used and adds how long. */
final class AppUse {
    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;

    private final UsageStatsManager manager;

    AppUse(UsageStatsManager manager) {
        this.manager = manager;
    }

    String lastWeek(long now) {
        StringBuilder lines = new StringBuilder();
        for (UsageStats each : manager.queryUsageStats(UsageStatsManager.INTERVAL_DAILY, now - WEEK, now)) {
            lines.append(each.getPackageName()).append(' ').append(each.getTotalTimeInForeground()).append('\n');
        }
        return lines.toString();
    }
}
