// Written for this case: Native.js, the script makes Android objects itself.
function people() {
  var main = plus.android.runtimeMainActivity();
  var BatteryManager = plus.android.importClass("android.os.BatteryManager");
  return BatteryManager;
}
