__d(function(g,r,i,a,m,e,d){var t=r(d[0]);m.exports=t.NativeModules.Contacts},13,[3]);
