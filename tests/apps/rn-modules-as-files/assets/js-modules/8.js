__d(function(g,r,_i,a,m,e,d){m.exports=function(t){var o=r(d[0])(t,"string");return"symbol"==r(d[1]).default(o)?o:o+""},m.exports.__esModule=!0,m.exports.default=m.exports},8,[9,10]);
