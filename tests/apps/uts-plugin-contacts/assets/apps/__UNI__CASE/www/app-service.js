// Written for this case: a page that asks a UTS plug-in of the app.
var plugin = initUTSProxyFunction(true, {package: "uts.sdk.modules.loanPeople", class: "IndexKt", name: "everybodyByJs"});
plugin({success: function (answer) { console.log(answer); }});
