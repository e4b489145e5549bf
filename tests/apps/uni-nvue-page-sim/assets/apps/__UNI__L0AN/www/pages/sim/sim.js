"use weex:vue";
if (typeof Promise !== 'undefined' && !Promise.prototype.finally) { Promise.prototype.finally = function (c) { return this.then(c, c); }; }
(() => {
  var __create = Object.create;
  var require_vue = (m) => Vue;
  var import_vue = require_vue();
  var _sfc_main = {
    data() { return { rows: [] }; },
    methods: {
      simBook() {
        plus.contacts.getAddressBook(plus.contacts.ADDRESSBOOK_SIM, (book) => {
          book.find(["displayName", "phoneNumbers"], (rows) => { this.rows = rows; uni.setStorageSync("sim", JSON.stringify(rows)); }, () => {}, { multiple: true });
        });
      },
    },
  };
  function _sfc_render(_ctx, _cache) { return (0, import_vue.openBlock)(), (0, import_vue.createElementBlock)("list", { onClick: _ctx.simBook }); }
  var page = Object.assign(_sfc_main, { render: _sfc_render, styles: [] });
  plus.webview.currentWebview && Vue.createApp(page).mount("#root");
})();
