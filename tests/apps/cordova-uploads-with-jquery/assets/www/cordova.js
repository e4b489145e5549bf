// Written for this case in place of the script of Cordova.
var cordova = {version: "12.0.0"};
