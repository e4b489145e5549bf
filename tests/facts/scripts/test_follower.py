"""Where the people go whom a script of the package gets, from a plug-in or from the app's own method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from facts.defined import defining
from facts.scripts.flow.following import shipped_values
from facts.scripts.test_frameworks import HERMES, archive, framework
from support.apkfile import build_apk

from permaudit.apk.archive import open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import in_memory
from permaudit.facts.scripts.frameworks import NativeSide, read_scripts
from permaudit.facts.scripts.own_calls import OwnCallSent, bridges_of, follow_own_calls, mark_sent
from permaudit.model.evidence import Bridge, Read, Scope, ScriptDoor, Surface
from permaudit.model.flow import Flow
from permaudit.model.place import Owner, Place

SENDS = "book.all(function (x) { fetch('https://api.example.com/u', {body: x}) })"
SHOWS = "book.all(function (x) { show(x) }); fetch('https://api.example.com/rates')"
POSTS = "fetch('https://api.example.com', {body: Native.people()})"
DOOR = ScriptDoor("f1", "WebView", "people", ("Native",))
PLACE = Place("base.apk", dex="classes.dex", offset=0)


def part_of(files: Mapping[str, bytes]) -> Part:
    return Part("base.apk", open_archive(in_memory(build_apk(files=files))))


def bridge_in(files: Mapping[str, bytes]) -> Bridge:
    files = {"assets/frame.json": b"{}", **files}
    native = NativeSide(defining(("com.plugin.Book",)), lambda _: False, frozenset({"contacts"}), True, False)
    names = {"base.apk": list(files)}
    (bridge,) = read_scripts([part_of(files)], names, native, [framework()], values=shipped_values()).bridges
    return bridge


def sent_in(files: Mapping[str, bytes], doors: Sequence[ScriptDoor] = (DOOR,)) -> tuple[OwnCallSent, ...]:
    return follow_own_calls([part_of(files)], doors, [framework()], shipped_values())


def read(scope: Scope = "all", surface: Surface = "contacts") -> Read:
    return Read(
        "r1",
        surface,
        None,
        True,
        scope,
        (),
        False,
        "everyone",
        "",
        PLACE,
        Owner("app"),
        None,
        True,
        "yes",
    )


def flow(*, leaves_phone: bool = False) -> Flow:
    return Flow("f1", "r1", (), "script", "content", leaves_phone, False, "", PLACE, (), (), Owner("app"))


@pytest.mark.parametrize(
    "files",
    [
        {"assets/app/a.js": SENDS.encode()},
        {"assets/app/a.js": b"\xff\xfe" + SENDS.encode("utf-16-le")},
        {"assets/app/a.js": b"<html><script>" + SENDS.encode() + b"</script>"},
        {"assets/app/a.wgt": archive({"a.js": SENDS.encode()})},
        {"assets/app/a.js": SHOWS.encode(), "assets/app/b.js": SENDS.encode()},
        {"assets/app/a.js": b" " * (2 << 20) + SENDS.encode()},
    ],
    ids=["plain", "two bytes a letter", "in a page", "in an archive", "in the second script", "far behind"],
)
def test_a_script_that_sends_whom_it_gets_is_said_to_send_them(files: Mapping[str, bytes]) -> None:
    bridge = bridge_in(files)

    assert (bridge.sends, bridge.sent_to) == ("yes", ("api.example.com",))


@pytest.mark.parametrize(
    "files",
    [
        {"assets/app/a.js": SHOWS.encode()},
        {"assets/app/a.js": HERMES + b"book.all bookAll fetch https://api.example.com"},
        {"assets/app/a.bin": b"\x7fELF" + SENDS.encode()},
    ],
    ids=["shown only", "bytecode", "compiled"],
)
def test_of_a_script_that_was_not_seen_sending_nothing_is_said(files: Mapping[str, bytes]) -> None:
    bridge = bridge_in(files)

    assert (bridge.sends, bridge.sent_to) == ("unknown", ())


@pytest.mark.parametrize("name", ["assets/index.html", "assets/www/a.js", "res/raw/page.html", "res/aB.html"])
def test_a_page_that_sends_what_the_apps_own_method_gives_is_found_where_it_lies(name: str) -> None:
    script = POSTS if name.endswith("js") else f"<script>{POSTS}</script>"

    (sent,) = sent_in({name: script.encode()})

    assert (sent.flows, sent.hosts) == (frozenset({"f1"}), ("api.example.com",))
    assert (sent.framework, sent.call) == ("WebView", "Native.people")
    assert (sent.at.file, sent.at.offset) == (name, script.index("people"))


@pytest.mark.parametrize(
    "script",
    [
        "show(Native.people()); fetch('https://api.example.com')",
        "fetch('https://api.example.com', {body: Other.people()})",
        "fetch('https://api.example.com', {body: people()})",
        "fetch('https://api.example.com', {body: Native.peoples()})",
    ],
)
def test_a_page_that_does_not_send_what_it_gives_is_not_said_to(script: str) -> None:
    assert sent_in({"assets/a.js": script.encode()}) == ()


def test_a_module_of_a_framework_is_looked_for_in_its_scripts() -> None:
    door = ScriptDoor("f1", "Frame", "people", (), ("uni.requireNativePlugin",))
    script = b"var m = uni.requireNativePlugin('Book'); m.people({}, x => { uni.request({url: '/x', data: x}) })"

    assert sent_in({"assets/other/a.js": script}, [door]) == ()
    (sent,) = sent_in({"assets/app/a.js": script}, [door])
    assert (sent.framework, sent.call) == ("frame", "people")


def test_what_a_script_sends_on_has_left_the_phone() -> None:
    sent = sent_in({"assets/a.js": POSTS.encode()})

    (marked,) = mark_sent([flow()], sent)

    assert (marked.leaves_phone, marked.sent_by_script) == (True, True)


def test_what_a_page_from_outside_gets_has_left_by_that() -> None:
    sent = sent_in({"assets/a.js": POSTS.encode()})

    assert mark_sent([flow(leaves_phone=True)], sent) == (flow(leaves_phone=True),)


@pytest.mark.parametrize(
    ("scope", "surface", "expected"),
    [
        ("all", "contacts", [("all", "contacts")]),
        ("filtered", "sim", [("unknown", "contacts")]),
        ("picked", "contacts", [("picked", "contacts")]),
        ("all", "sms", [("all", "sms")]),
        ("lookup", "contacts", []),
        ("all", "calendar", []),
    ],
)
def test_the_call_stands_among_the_scripts_calls_with_what_it_gets(
    scope: Scope, surface: Surface, expected: list[tuple[str, str]]
) -> None:
    sent = sent_in({"assets/a.js": POSTS.encode()})

    bridges = bridges_of(sent, [flow()], [read(scope, surface)])

    assert [(each.scope, each.surface) for each in bridges] == expected
    assert all((each.wired, each.sends, each.sent_to) == ("yes", "yes", ("api.example.com",)) for each in bridges)
