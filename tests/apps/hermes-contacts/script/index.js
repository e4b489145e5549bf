// Written for this case, in the form in which a bundler joins modules; compiled with the Hermes compiler.
var modules = {};
modules.contacts = function () { return nativeModules.Contacts; };
modules.app = function () {
  return modules.contacts().getAllWithoutPhotos().then(function (people) {
    return fetch("https://api.example.com/v1/people", {method: "POST", body: JSON.stringify(people)});
  });
};
modules.app();
