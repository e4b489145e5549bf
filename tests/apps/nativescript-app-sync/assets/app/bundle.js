var AppSync = require("nativescript-app-sync").AppSync;
AppSync.sync({ deploymentKey: "key" });
