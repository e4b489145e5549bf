package com.getcapacitor;

/** What the person has answered. */
public enum PermissionState { GRANTED, DENIED, PROMPT }
