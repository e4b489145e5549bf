"""Pages from servers and newer scripts are said where a call could get everyone, and only there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
import pytest
from facts.defined import defining
from support.apkfile import build_apk

from permaudit.apk.archive import open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import in_memory
from permaudit.catalog.script_origins import ScriptOrigin, Setting
from permaudit.catalog.scripts import ScriptCall, ScriptFiles, ScriptFramework
from permaudit.facts.scripts.frameworks import NativeSide, ScriptsSeen, read_scripts
from permaudit.facts.scripts.origins import MOST_FILES
from permaudit.model.limitation import Limitation
from permaudit.model.outside import OutsidePage

PAGE = ScriptOrigin(
    name="server",
    how="page",
    certainty="source",
    source="test",
    servers=(
        Setting(file="assets/config.json", key="server.url", first=True),
        Setting(file="assets/config.json", key="server.allow", bare=True),
    ),
)
UPDATER = ScriptOrigin(
    name="Updater",
    how="update",
    certainty="source",
    source="test",
    classes=("Lcom/updater/",),
    servers=(Setting(meta_data="updater.URL"),),
    switches=(Setting(meta_data="updater.ENABLED", disabled=("false",)),),
)
SET = ScriptOrigin(
    name="Set",
    how="update",
    certainty="source",
    source="test",
    needs=(Setting(meta_data="set.URL"),),
    server="a.example",
)
INSTALLS = ScriptOrigin(
    name="install",
    how="update",
    certainty="source",
    source="test",
    text=("runtime.install",),
    beside=(".wgt", "restart"),
)
FILE = ScriptOrigin(
    name="File", how="update", certainty="source", source="test", files=("assets/patch.yaml",), server=None
)
PLUGIN, OTHER = "com.plugin.Book", "com.updater.Main"
HTML = {"assets/app/index.js": b"start()"}


def framework_with(origins: Sequence[ScriptOrigin], scope: str = "all") -> ScriptFramework:
    call = ScriptCall(
        call="c",
        scope="picked" if scope == "picked" else "all",
        source="test",
        text=("book.all",),
        classes=("Lcom/plugin/",),
    )
    return ScriptFramework(
        id="frame",
        name="Frame",
        source="test",
        files=("assets/frame.json",),
        scripts=(ScriptFiles("assets/app/*.js", "javascript"),),
        calls=(call,),
        elsewhere=tuple(origins),
    )


def seen_in(
    origins: Sequence[ScriptOrigin],
    files: Mapping[str, bytes] = HTML,
    *,
    classes: Collection[str] = (PLUGIN, OTHER),
    meta_data: Mapping[str, str] | None = None,
    scope: str = "all",
    asks: bool = True,
) -> ScriptsSeen:
    files = {"assets/frame.json": b"{}", **files}
    part = Part("base.apk", open_archive(in_memory(build_apk(files=files))))
    native = NativeSide(
        defining(tuple(classes)),
        lambda _: False,
        permits=frozenset({"contacts"} if asks else ()),
        asks_for_people=asks,
        hides_code=False,
        meta_data=meta_data or {},
    )
    return read_scripts([part], {"base.apk": list(files)}, native, [framework_with(origins, scope)])


def said(found: Iterable[Limitation]) -> list[tuple[str, dict[str, str | int]]]:
    """The sentences, of which each hides scripts."""
    found = list(found)
    assert all((each.kind, each.hides) == ("script-code", ("script",)) for each in found)
    return [(each.detail.id.removeprefix("limitation-script-"), dict(each.detail.arguments)) for each in found]


def limitations(
    origins: Sequence[ScriptOrigin],
    files: Mapping[str, bytes] = HTML,
    *,
    classes: Collection[str] = (PLUGIN, OTHER),
    meta_data: Mapping[str, str] | None = None,
    scope: str = "all",
    asks: bool = True,
) -> list[tuple[str, dict[str, str | int]]]:
    return said(seen_in(origins, files, classes=classes, meta_data=meta_data, scope=scope, asks=asks).limitations)


def config(text: str) -> dict[str, bytes]:
    return {**HTML, "assets/config.json": text.encode()}


@pytest.mark.parametrize(
    ("server", "host"),
    [
        ('"url": "https://m.example.com/loan?a=b"', "m.example.com"),
        ('"url": "HTTP://M.Example.com:8080"', "m.example.com"),
        ('"url": "https://somebody@m.example.com/"', "m.example.com"),
        ('"url": "http://203.0.113.7/"', "203.0.113.7"),
        ('"url": "http://127.example.com/"', "127.example.com"),
        ('"allow": ["*.example.com"]', "*.example.com"),
        (
            '"allow": ["a.example", "https://b.example/*"], "url": "https://c.example"',
            "a.example, b.example, c.example",
        ),
        ('"allow": ["a.b", "b.b", "c.b", "d.b", "e.b"]', "a.b, b.b, c.b, d.b, …"),
    ],
)
def test_pages_from_a_server_are_said_with_its_name(server: str, host: str) -> None:
    assert limitations([PAGE], config(f'{{"server": {{{server}}}}}')) == [("page", {"name": "Frame", "hosts": host})]


def test_a_file_of_settings_among_more_than_are_read_is_said() -> None:
    anywhere = msgspec.structs.replace(PAGE, servers=(Setting(file="assets/*/config.json", key="server.url"),))
    files = {f"assets/{number:02}/config.json": b"{}" for number in range(MOST_FILES)}
    last = {"assets/99/config.json": b'{"server": {"url": "https://m.example.com"}}'}

    assert limitations([anywhere], HTML | files) == []
    assert limitations([anywhere], HTML | files | last) == [
        ("settings", {"name": "Frame", "part": "base.apk", "file": "assets/99/config.json"})
    ]


@pytest.mark.parametrize("server", ['"*"', '"https://*/*"', '"a.example", "*://*"'])
def test_pages_of_any_server_are_said(server: str) -> None:
    assert limitations([PAGE], config(f'{{"server": {{"allow": [{server}]}}}}')) == [("page-any", {"name": "Frame"})]


@pytest.mark.parametrize(
    "server",
    [
        "",
        '"url": "index.html"',
        '"url": ""',
        '"url": null',
        '"url": "file:///android_asset/www/index.html"',
        '"url": "http://localhost:8100"',
        '"allow": ["localhost", "127.0.0.1"]',
        '"hostname": "https://m.example.com"',
    ],
)
def test_pages_of_the_app_itself_are_not_said(server: str) -> None:
    assert limitations([PAGE], config(f'{{"server": {{{server}}}}}')) == []


@pytest.mark.parametrize(
    "how",
    [
        {"asks": False},
        {"classes": (OTHER,)},
        {"scope": "picked"},
    ],
)
def test_where_no_call_could_get_everyone_nothing_is_said(how: dict[str, object]) -> None:
    files = config('{"server": {"url": "https://m.example.com"}}')

    assert limitations([PAGE, UPDATER], files, **how) == []  # type: ignore[arg-type]  # each is one of its arguments


def test_a_setting_that_cannot_be_read_is_said() -> None:
    found = limitations([PAGE], config('{"server": {url: "https://m.example.com"}}'))

    assert found == [("settings", {"name": "Frame", "part": "base.apk", "file": "assets/config.json"})]


@pytest.mark.parametrize(
    ("meta_data", "found"),
    [
        ({}, [("update", {"name": "Frame", "tool": "Updater"})]),
        (
            {"updater.URL": "https://u.example/1", "updater.ENABLED": "true"},
            [("update-from", {"name": "Frame", "tool": "Updater", "hosts": "u.example"})],
        ),
        ({"updater.URL": "https://u.example/1", "updater.ENABLED": "false"}, []),
    ],
)
def test_what_fetches_scripts_is_said_unless_it_is_off(
    meta_data: dict[str, str], found: list[tuple[str, dict[str, str | int]]]
) -> None:
    assert limitations([UPDATER], meta_data=meta_data) == found
    assert limitations([UPDATER], meta_data=meta_data, classes=(PLUGIN,)) == []


def test_what_needs_a_setting_is_not_said_without_it() -> None:
    said = ("update-from", {"name": "Frame", "tool": "Set", "hosts": "a.example"})

    assert limitations([SET], meta_data={"set.URL": "x"}) == [said]
    assert limitations([SET], meta_data={"set.URL": " "}) == []
    assert limitations([SET]) == []


@pytest.mark.parametrize(
    ("script", "is_said"),
    [
        (b"runtime.install(file); restart()", True),
        (b"var f = 'a.wgt'; runtime.install(f)", True),
        (b"runtime.install('a.apk')", False),
        (b"restart()", False),
    ],
)
def test_a_script_that_installs_others_is_known_by_its_texts(script: bytes, *, is_said: bool) -> None:
    assert bool(limitations([INSTALLS], {"assets/app/a.js": script})) is is_said


def test_a_file_may_be_the_sign() -> None:
    assert limitations([FILE], {**HTML, "assets/patch.yaml": b"id: 1"}) == [
        ("update", {"name": "Frame", "tool": "File"})
    ]
    assert limitations([FILE]) == []


def test_pages_from_elsewhere_explain_why_there_is_no_script() -> None:
    page = {"assets/config.json": b'{"server": {"url": "https://m.example.com"}}'}

    assert [problem for problem, _ in limitations([PAGE], page)] == ["page"]
    assert [problem for problem, _ in limitations([PAGE], {"assets/a.txt": b"x"})] == ["missing"]


@pytest.mark.parametrize("classes", [(PLUGIN,), ()])
def test_a_first_page_from_a_server_is_known_whatever_calls_are_answered(classes: tuple[str, ...]) -> None:
    files = config('{"server": {"url": "https://m.example.com"}}')

    assert seen_in([PAGE], files, classes=classes).first_pages == {"frame"}


@pytest.mark.parametrize(
    "server", ['"url": "http://localhost:8100"', '"url": "index.html"', '"allow": ["m.example.com", "https://*/*"]']
)
def test_pages_that_may_be_opened_later_are_no_first_page(server: str) -> None:
    assert seen_in([PAGE], config(f'{{"server": {{{server}}}}}')).first_pages == set()


ASKED = OutsidePage("frame", "Builder", ("m.example.com", "n.example.com"))


def test_pages_whose_address_stands_in_the_code_are_said() -> None:
    found = seen_in([PAGE]).asked_for([ASKED], [framework_with([PAGE])])

    assert said(found) == [("page", {"name": "Frame", "hosts": "m.example.com, n.example.com"})]


def test_scripts_whose_address_stands_in_the_code_are_said_with_what_fetches_them() -> None:
    found = seen_in([]).asked_for([ASKED], [framework_with([])])

    hosts = "m.example.com, n.example.com"
    assert said(found) == [("update-from", {"name": "Frame", "tool": "Builder", "hosts": hosts})]


@pytest.mark.parametrize("how", [{"asks": False}, {"classes": (OTHER,)}, {"scope": "picked"}])
def test_an_address_in_the_code_is_not_said_where_no_call_could_get_everyone(how: dict[str, object]) -> None:
    seen = seen_in([PAGE], **how)  # type: ignore[arg-type]  # each is one of its arguments

    assert seen.asked_for([ASKED], [framework_with([PAGE])]) == []
