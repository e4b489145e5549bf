package com.getcapacitor;

import org.json.JSONArray;

/** An array for the script. */
public class JSArray extends JSONArray {
}
