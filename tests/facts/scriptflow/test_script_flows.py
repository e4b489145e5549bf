"""What a call gives is followed through a script into a request, and nothing else is."""

from __future__ import annotations

import pytest
from facts.scriptflow.following import PLUGIN, followed, sends
from hypothesis import given, settings
from hypothesis import strategies as st

from permaudit.facts.scriptflow.following import Asked

POST = 'fetch("https://api.example.com/x", {method: "POST", body: %s});'
NODE_STYLE = Asked(("NativeModules.Sms",), frozenset({"Sms"}), frozenset({"list"}))

SENT = {
    "as an argument": POST % "Native.people()",
    "in the address": 'fetch("https://api.example.com/?q=" + encodeURIComponent(Native.people()))',
    "through a variable": f"var p = Native.people(); {POST % 'p'}",
    "through window": f'var p = window["Native"]["people"](); {POST % "p"}',
    "through another name of the object": f"const n = window.Native; if (n && n.people) {{ {POST % 'n.people()'} }}",
    "as JSON of a list of parts": f"const l = JSON.parse(Native.people()).map(x => x.name); {POST % 'JSON.stringify(l)'}",
    "in a loop": f"let s = ''; for (const {{name}} of JSON.parse(Native.people())) {{ s += name; }} {POST % 's'}",
    "in a table": f"const m = {{}}; JSON.parse(Native.people()).forEach(x => {{ m[x.a] = x.b }}); {POST % 'm'}",
    "in chunks": f"const p = JSON.parse(Native.people()), c = []; c.push(p.splice(0, 9)); c.forEach(x => {{ {POST % 'x'} }})",
    "in a form": f"const f = new FormData(); f.append('p', Native.people()); {POST % 'f'}",
    "folded": f"const l = JSON.parse(Native.people()).reduce((a, x) => {{ a.push(x); return a }}, []); {POST % 'l'}",
    "spread": f"const o = {{...JSON.parse(Native.people()), t: 1}}; {POST % 'JSON.stringify(o)'}",
    "encrypted by another module": POST % "o.default.encrypt(JSON.stringify(Native.people()))",
    "by XMLHttpRequest": 'var x = new XMLHttpRequest(); x.open("POST", "/x"); x.send(Native.people())',
    "by a socket": 'const w = new WebSocket("wss://api.example.com"); w.onopen = () => w.send(Native.people())',
    "by a beacon": 'navigator.sendBeacon("/b", Native.people())',
    "by jQuery": 'var b = Native.people(); $.ajax({url: "/x", data: {b: b}})',
    "by axios that was imported": 'import a from "axios"; a.post("/x", {p: Native.people()})',
    "by axios that was required": 'const a = require("axios"); a({url: "/x", data: Native.people()})',
    "by a function of the script": f"function send(x) {{ x && {POST % 'x'} }} send(Native.people())",
    "by a method of the script": f"var api = {{post: function (d) {{ {POST % 'd'} }}}}; api.post(Native.people())",
    "by a function that fills an object": f"function fill(o) {{ o.p = Native.people() }} var a = {{}}; fill(a); {POST % 'a'}",
    "through a field of a class": f"class A {{ load() {{ this.p = Native.people() }} send() {{ {POST % 'this.p'} }} }}",
    "through another name for this": f"var v = {{a() {{ var t = this; t.p = Native.people() }}, b() {{ {POST % 'this.p'} }}}}",
    "through setData": f"Page({{a() {{ this.setData({{p: Native.people()}}) }}, b() {{ {POST % 'this.data.p'} }}}})",
    "through promises": ".getContacts().then(r => r.contacts).then(c => { %s })" % (POST % "c"),
    "through an awaited function": "async function f() { const {contacts} = await C.getContacts(); return contacts } "
    + f"f().then(x => {{ {POST % 'x'} }})",
    "through a promise of the script": "function f() { return new Promise((y, n) => { navigator.contacts.find([], y, n) }) } "
    + f"f().then(x => {{ {POST % 'x'} }})",
    "as one of several promises": f"const [b, r] = await Promise.all([C.getContacts(), rates()]); {POST % 'b'}",
    "to a function by its name": f"navigator.contacts.find(['*'], good, bad); function good(c) {{ {POST % 'c'} }}",
    "to a function that is handed on": "function get(cb) { plus.contacts.getAddressBook(1, b => b.find([], l => cb(0, l))) } "
    + f"get((e, l) => {{ {POST % 'l'} }})",
    "to a success function among options": f"Native.people({{success: r => {{ {POST % 'r.list'} }}}})",
    "by arguments": f"function f() {{ {POST % 'arguments[1]'} }} f(1, Native.people())",
    "by call and apply": f"function f(x) {{ {POST % 'x'} }} f.call(null, Native.people())",
}

KEPT = {
    "shown only": "document.title = Native.people()",
    "counted": POST % "String(JSON.parse(Native.people()).length)",
    "compared": f"var p = Native.people(); {POST % '{a: p === 1, b: p.length > 2, c: typeof p, d: !p}'}",
    "asked for one name": f"var p = JSON.parse(Native.people()); {POST % '{a: p.some(x => x.n == 1), b: p.indexOf(2)}'}",
    "beside another field": f"var s = {{p: Native.people(), t: 1}}; {POST % 's.t'}",
    "beside another part": f"var s = {{p: Native.people(), t: 1}}; const {{t}} = s; {POST % 't'}",
    "beside another element": f"var a = [Native.people(), 1]; {POST % 'a[1]'}",
    "beside another key": f'var m = new Map(); m.set("p", Native.people()); m.set("t", 1); {POST % "m.get(`t`)"}',
    "in a variable that holds something else by then": f"var p = Native.people(); show(p); p = form.value; {POST % 'p'}",
    "in a variable that held something else before": f"var p = form.value; {POST % 'p'} p = Native.people()",
    "in a variable of the same name": f"const p = Native.people(); function f(p) {{ {POST % 'p'} }} f(form.value); show(p)",
    "in a field of another class": f"class A {{ a() {{ this.p = Native.people() }} }} class B {{ b() {{ {POST % 'this.p'} }} }}",
    "handed to another function": f"function a(d) {{ {POST % 'd'} }} a(1); function b(d) {{ show(d) }} b(Native.people())",
    "handed to a function nobody knows": f"var ok = render(Native.people()); {POST % 'ok'}",
    "put on the screen": f"$('#l').append(Native.people()); {POST % '$(`#name`).val()'}",
    "beside what went wrong": "navigator.contacts.find([], c => show(c), e => { %s })" % (POST % "e.message"),
    "beside what was caught": "C.getContacts().then(show).catch(error => { %s })" % (POST % "form.value"),
    "in another list": f"var l = [], m = []; l.push(Native.people()); {POST % 'm'}",
    "behind a loop that is over": f"for (const c of JSON.parse(Native.people())) show(c); {POST % 'c'}",
    "in a call by an unknown method": f"store.commit(Native.people()); {POST % 'store.token'}",
}

COMPILED = {
    "regenerator": (
        "var p={go:function(){return n(i.default.mark((function e(){var n;return i.default.wrap((function(e){while(1)"
        "switch(e.prev=e.next){case 0:return e.next=2,C.getContacts();case 2:return n=e.sent,e.next=5,t.rates();"
        "case 5:r=e.sent,uni.request({data:%s});case 7:case'end':return e.stop()}}),e)})))()}}",
        "n",
        "r",
    ),
    "newer regenerator": (
        "var p={go:function(){return n(i().m(function e(){var n,r;return i().w(function(t){for(;;)switch(t.n){"
        "case 0:return t.n=1,C.getContacts();case 1:return n=t.v,t.n=2,rates();case 2:r=t.v,uni.request({data:%s});"
        "case 3:return t.a(2)}},e)}))()}}",
        "n",
        "r",
    ),
    "TypeScript": (
        "function f(){return __awaiter(this,void 0,void 0,function(){var n,r;return __generator(this,function(_a){"
        "switch(_a.label){case 0:return [4 /*yield*/, C.getContacts()];case 1:n=_a.sent();return [4, rates()];"
        "case 2:r=_a.sent();uni.request({data:%s});return [2]}})})}",
        "n",
        "r",
    ),
}


@pytest.mark.parametrize("script", SENT.values(), ids=SENT)
def test_people_that_go_into_a_request_are_seen_going(script: str) -> None:
    assert sends(script, PLUGIN if "Native" not in script else None)


@pytest.mark.parametrize("script", KEPT.values(), ids=KEPT)
def test_a_request_that_people_do_not_get_into_is_not_said_to_have_them(script: str) -> None:
    assert not sends(script)


@pytest.mark.parametrize(("script", "people", "rates"), COMPILED.values(), ids=COMPILED)
def test_what_compilers_make_of_async_gives_each_value_to_the_case_that_waits_for_it(
    script: str, people: str, rates: str
) -> None:
    assert sends(script % people)
    assert not sends(script % rates)


@pytest.mark.parametrize(
    ("script", "hosts"),
    [
        (POST % "Native.people()", {"api.example.com"}),
        ('const s = "https://API.example.com"; fetch(s + "/v1", {body: Native.people()})', {"api.example.com"}),
        ('const s = {u: "https://api.example.com/"}; fetch(`${s.u}v1`, {body: Native.people()})', {"api.example.com"}),
        ('fetch("".concat("https://api.example.com", "/v1"), {body: Native.people()})', {"api.example.com"}),
        (
            'function p(u, d) { var x = new XMLHttpRequest(); x.open("POST", "https://api.example.com" + u); x.send(d) } '
            'p("/a", 1); p("/b", Native.people())',
            {"api.example.com"},
        ),
        ('function p(u, d) { fetch(u, {body: d}) } p("https://a.example.com", Native.people()); p(other, 1)', set()),
        ('fetch("/v1", {body: Native.people()})', set()),
        ("fetch(server(), {body: Native.people()})", set()),
        ('fetch("https://api." + name, {body: Native.people()})', set()),
    ],
)
def test_a_server_is_named_where_the_address_is_written_out(script: str, hosts: set[str]) -> None:
    found = followed(script)

    assert found is not None
    assert found.sends
    assert found.hosts == hosts


@pytest.mark.parametrize(
    "script",
    [
        POST % "Other.people()",
        POST % "people()",
        POST % "Native.name",
        "/* Native.people() */ 'Native.people()';",
    ],
)
def test_what_only_looks_like_the_call_is_none(script: str) -> None:
    assert followed(script + "/* Native people */") is None


def test_a_function_of_the_script_with_the_name_of_the_call_is_not_the_plug_in() -> None:
    own = "class Api { getContacts() { return cache } } var a = new Api(); a.getContacts().then(x => { %s })" % (POST % "x")

    assert followed(own, PLUGIN) is None


def test_an_object_of_another_name_is_another_object() -> None:
    asked = Asked((".getContacts(",), frozenset({"Contacts"}))
    script = "%s.getContacts().then(x => { " + POST % "x" + " })"

    assert followed(script % "this.server", asked) is None
    assert sends(script % "Contacts", asked)
    assert sends(script % 'registerPlugin("Contacts")', asked)
    assert sends(script % "n(3).L", asked)


def test_of_two_functions_the_one_for_failures_gets_nobody() -> None:
    fail, good = "(fail) => { %s }" % (POST % "fail"), "(count, list) => { %s }" % (POST % "list")

    assert sends(f"NativeModules.Sms.list(1, {fail}, {good})", NODE_STYLE)
    assert not sends(f"NativeModules.Sms.list(1, {fail}, show)", NODE_STYLE)


def test_of_two_functions_without_telling_names_none_is_taken_for_the_one_that_gets_people() -> None:
    script = "Native.people(a => { %s }, b => { show(b) })" % (POST % "a")

    assert not sends(script)


@given(st.text(alphabet="(){}[];,.=>+-*/!&|?:`'\"$ab \n", max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_following_fail(noise: str) -> None:
    followed(f"{noise}\n{POST % 'Native.people()'}\n{noise}")


@given(st.lists(st.sampled_from([*SENT.values(), *KEPT.values()]), min_size=2, max_size=2), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_no_script_that_is_cut_anywhere_makes_following_fail(scripts: list[str], at: int) -> None:
    followed(scripts[0][:at] + scripts[1][at // 2 :])
