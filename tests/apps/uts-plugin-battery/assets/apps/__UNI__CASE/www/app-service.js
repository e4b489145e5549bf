// Written for this case: a page that asks a UTS plug-in of the app.
var plugin = initUTSProxyFunction(true, {package: "uts.sdk.modules.loanBattery", class: "IndexKt", name: "levelByJs"});
plugin({success: function (answer) { console.log(answer); }});
