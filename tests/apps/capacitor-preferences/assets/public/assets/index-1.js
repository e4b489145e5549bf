const Preferences = registerPlugin("Preferences");
Preferences.set({key: "theme", value: "dark"});
