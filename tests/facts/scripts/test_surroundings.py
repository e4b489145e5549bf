"""What stands beside a call is told only of its own module, and only what sends something."""

from __future__ import annotations

import pytest

from permaudit.facts.scripts.surroundings import hosts_in, module_around, requests_in

METRO = (
    b'__d(function(g,r,i,a,m,e,d){fetch("https://ads.example/1")},1,[]);\n'
    b"__d((function(g,r,i,a,m,e,d){CALL(function(t){fetch('https://api.example/2')},function(t){log(t)})}),2,[1]);\n"
    b'__d(function(g,r,i,a,m,e,d){fetch("https://other.example/3")},3,[]);'
)
UNI_APP = (
    b'(this["webpackJsonp"]=this["webpackJsonp"]||[]).push([["app-service"],{"0de9":function(e,t,n){"use strict";'
    b'fetch("https://ads.example/1")},be8f:function(e,t,n){"use strict";CALL({type:1,success:function(e){'
    b'fetch("https://api.example/2")},"fail":function(e){}})},c123:function(e,t){fetch("https://other.example/3")}}]);'
)
WEBPACK_5 = (
    b'{123:(e,t,n)=>{fetch("https://ads.example/1")},456:(e,t,n)=>{"use strict";CALL((e=>fetch("https://api.example/2")))},'
    b'"./src/x.js":function(e,t,n){fetch("https://other.example/3")}}'
)
WEBPACK_DEVELOPMENT = (
    b'/***/ "./src/a.js":\n/*!*** ./src/a.js ***!*/\n/***/ (function(module, exports) {\n'
    b'fetch("https://ads.example/1")\n/***/ }),\n'
    b'{"./src/b.js":\n/***/ (function(module, exports) {\nCALL(); fetch("https://api.example/2")\n},"./src/c.js":\n'
    b'/***/ (function(module, exports) {\nfetch("https://other.example/3")})}'
)
WEBPACK_LIST = (
    b'[function(e,t,n){fetch("https://ads.example/1")},function(e,t,n){CALL(function(e){fetch("https://api.example/2")},'
    b'function(e){})},function(e,t,n){fetch("https://other.example/3")}]'
)


@pytest.mark.parametrize("bundle", [METRO, UNI_APP, WEBPACK_5, WEBPACK_DEVELOPMENT, WEBPACK_LIST])
def test_what_stands_in_other_modules_of_a_bundle_is_not_beside_a_call(bundle: bytes) -> None:
    module = module_around(bundle, bundle.index(b"CALL"))

    assert hosts_in([module], (), 9) == ("api.example",)


def test_a_script_that_is_no_bundle_is_all_beside_a_call() -> None:
    script = (
        b'function a(){ fetch("https://a.example/1") }\nCALL({success: function (t) { fetch("https://b.example/2") }});'
    )

    assert module_around(script, script.index(b"CALL")) == script


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (b"return fetch(u)", ("fetch(",)),
        (b"window.fetch(u)", ("fetch(",)),
        (b"prefetch(u); n.refetch(); $fetch(u)", ()),
        (b"n.ajax(u)", (".ajax(",)),
        (b"uni.request(u)", ("uni.request",)),
        (b"myuni.request(u)", ()),
    ],
)
def test_a_request_is_no_end_of_a_longer_name(script: bytes, found: tuple[str, ...]) -> None:
    assert requests_in([script], ("fetch(", ".ajax(", "uni.request")) == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (b"'https://API.example.com/a'", ("api.example.com",)),
        (rb'"https:\/\/api.example.com\/a"', ("api.example.com",)),
        (b"'http://203.0.113.7:80/'", ("203.0.113.7",)),
        (b"'http://www.w3.org/2000/svg' + 'https://api.example.com'", ("api.example.com",)),
        (b"`https://${host}/a`", ()),
        (b"'https://localhost/'", ()),
    ],
)
def test_servers_are_named_but_not_those_of_documents(script: bytes, found: tuple[str, ...]) -> None:
    assert hosts_in([script], {"www.w3.org"}, 9) == found


def test_no_more_servers_are_named_than_asked_for() -> None:
    script = b" ".join(b"https://h%d.example/" % number for number in range(9))

    assert hosts_in([script], (), 3) == ("h0.example", "h1.example", "h2.example")
