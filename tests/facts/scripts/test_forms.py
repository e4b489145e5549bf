"""Which call a script makes is told from what resembles it, and bundles are read whatever their names and forms."""

from __future__ import annotations

import pytest
from facts.scripts.test_frameworks import NOISE, PICK, archive, calls_of, problems, read

from permaudit.catalog.scripts import ScriptCall
from permaudit.facts.scripts.reading import Budget

CHAIN = ScriptCall(
    call="book.open",
    scope="all",
    source="test",
    chains=("host.book.openEverything",),
    asked=("find",),
    classes=("Lcom/plugin/",),
)
WRAPPED = ScriptCall(
    call="readBook",
    scope="unknown",
    source="test",
    text=(".readBook(",),
    own=("NotThereError",),
    classes=("Lcom/plugin/",),
)
WITH = ScriptCall(call="with", scope="unknown", source="test", text=("java.contacts",), together=("java.use",))
LIBRARY = b"__d(function(r,m){m.readBook=function(){if(!n.readBook)throw NotThereError;return n.readBook()}},1,[]);"


def test_a_call_counts_however_the_way_to_it_is_written() -> None:
    script = b"const{book:b}=host;b?.openEverything(0,e=>e.find(null,show))"

    (bridge,) = read({"assets/app/a.js": script}, calls=[CHAIN]).bridges

    assert (bridge.call, bridge.at.offset) == ("book.open", script.index(b"openEverything"))


def test_what_stands_beside_a_place_that_makes_no_such_call_is_not_told() -> None:
    other = b"x.openEverything(); send('https://other.example.com')" + b" " * 40_000
    script = other + b"host.book.openEverything(0, done); post('https://api.example.com')"

    (bridge,) = read({"assets/app/a.js": script}, calls=[CHAIN]).bridges

    assert (bridge.requests, bridge.hosts) == (("post(",), ("api.example.com",))


def test_a_call_is_found_as_it_is_written_where_no_more_places_are_looked_at() -> None:
    script = b"host.book.openEverything(0, b => b.create())"

    assert calls_of(read({"assets/app/a.js": script}, calls=[CHAIN], budget=Budget(places=0))) == ["book.open"]
    assert calls_of(read({"assets/app/a.js": script}, calls=[CHAIN])) == []


def test_what_must_stand_beside_a_call_uses_up_no_places() -> None:
    files = {f"assets/app/{number}.js": b"java.use(x);" * 20 for number in range(9)}
    script = b"host.book.openEverything(0, b => b.create()); java.use(y)"

    seen = read({**files, "assets/app/z.js": script}, calls=[WITH, CHAIN], budget=Budget(places=9))

    assert calls_of(seen) == []


@pytest.mark.parametrize(
    ("script", "calls"),
    [
        (LIBRARY, []),
        (LIBRARY + b"__d(function(r){r(1).readBook()},2,[1]);", ["readBook"]),
        (b"function(r,m){m.readBook=function(){if(!n.readBook)throw NotThereError;return n.readBook()}}", ["readBook"]),
    ],
    ids=["library only", "library and app", "no modules"],
)
def test_the_own_script_of_a_plug_in_makes_no_call_by_itself(script: bytes, calls: list[str]) -> None:
    assert calls_of(read({"assets/app/a.js": script}, calls=[WRAPPED])) == calls


def test_a_bundle_of_another_name_is_read_and_what_is_none_is_not_missed() -> None:
    files = {"assets/else/loan.bundle": b"book.all(send)", "assets/else/level.bundle": NOISE}

    seen = read(files)

    assert (calls_of(seen), problems(seen)) == (["book.all"], [])


def test_an_archive_of_another_name_is_opened_and_what_is_none_is_not_missed() -> None:
    inner = archive({"page.js": b"book.all(send)"})
    files = {
        "assets/else/pages.zip": archive({"app.wgt": inner, "level.js": NOISE}),
        "assets/else/broken.zip": b"PK\x03\x04",
    }

    seen = read(files)

    assert (calls_of(seen), problems(seen)) == (["book.all"], [])


@pytest.mark.parametrize("name", ["assets/else/level.bundle", "assets/else/level.zip"])
def test_scripts_are_missed_where_there_is_only_what_is_none(name: str) -> None:
    assert problems(read({name: NOISE})) == ["missing"]


LISTED = b"(function(a,b){while(!![]){try{a['push'](a['shift']());}catch(e){}}}(f,0x1));var f=['x'];show(f[0]);"
NAMED = b"function _0x1a2b(_0x3c4d,_0x5e6f){return _0x3c4d+_0x5e6f;}" * 12


@pytest.mark.parametrize("script", [LISTED, NAMED], ids=["list of texts", "names"])
def test_a_script_that_a_tool_scrambled_is_said(script: bytes) -> None:
    assert problems(read({"assets/app/a.js": script})) == ["scrambled"]
    assert problems(read({"assets/app/a.js": script}, asks=False)) == []
    assert problems(read({"assets/app/a.js": script}, classes=())) == []
    assert problems(read({"assets/app/a.js": script}, calls=[PICK])) == []


def test_a_script_with_few_names_of_such_a_kind_is_an_ordinary_one() -> None:
    assert problems(read({"assets/app/a.js": b"var _0x1 = 1; var mask = 0x_0x; list.push(list.shift());"})) == []


def test_a_call_in_a_scrambled_script_is_found_and_the_rest_is_said_to_be_hidden() -> None:
    seen = read({"assets/app/a.js": NAMED + b"var l=['openEverything','book'];host[_0x1a2b(0)]"}, calls=[CHAIN])

    assert (calls_of(seen), problems(seen)) == (["book.open"], ["scrambled"])
