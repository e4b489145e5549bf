// Written for this case: a script of the page that has nothing to do with people.
var version = 3;
