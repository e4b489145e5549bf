__d(function(g,r,i,a,m,e,d){m.exports={registerComponent:function(p,_){return g.__apps=g.__apps||{},g.__apps[p]=_,p}}},12,[]);
