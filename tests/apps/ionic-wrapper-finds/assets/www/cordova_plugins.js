cordova.define('cordova/plugin_list', function(require, exports, module) {
  module.exports = [{"id": "cordova-plugin-contacts.contacts", "file": "plugins/cordova-plugin-contacts/www/contacts.js", "pluginId": "cordova-plugin-contacts", "clobbers": ["navigator.contacts"]}];
  module.exports.metadata = {"cordova-plugin-contacts": "3.0.1"};
});
