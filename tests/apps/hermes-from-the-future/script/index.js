// Written for this case; compiled with the Hermes compiler.
var permissions = {CAMERA: "android.permission.CAMERA", READ_CONTACTS: "android.permission.READ_CONTACTS"};
function rates() { return fetch("https://api.example.com/v1/rates"); }
nativeModules.PermissionsAndroid.requestPermission(permissions.CAMERA).then(rates);
