"""Single settings come out of JSON, XML and string resources; a file of them that cannot be read is named."""

import struct
from collections.abc import Mapping

import pytest
from apk.tables import Config, Entries, build_table
from support.apkfile import build_apk
from support.axml import Element, encode_axml

from permaudit.apk.archive import EntryError, open_archive
from permaudit.apk.resource_names import ResourceNames
from permaudit.apk.settings import LARGEST_SETTINGS_BYTES, Settings, SettingsError
from permaudit.apk.stretch import in_memory

TYPES: dict[int, list[tuple[Config, Entries]]] = {
    1: [(Config(), {0: "https://a.example"})],
    2: [(Config(), {1: "res/q.xml"})],
}
TABLE = build_table(TYPES, kinds=["string", "xml"], names=["server", "config"])


def settings(files: Mapping[str, bytes]) -> Settings:
    return Settings(open_archive(in_memory(build_apk(files=files))))


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ('{"server": {"url": "https://a.example"}}', "server.url", ["https://a.example"]),
        ('{"server": {"hosts": ["a.example", "b.example"]}}', "server.hosts", ["a.example", "b.example"]),
        ('{"servers": [{"url": "a"}, {"url": ["b", "c"]}, {"no": "d"}, "e", null]}', "servers.url", ["a", "b", "c"]),
        ('[{"a": "b"}]', "a", []),
        ('{"on": true, "off": false, "many": 3}', "on", ["true"]),
        ('{"on": true, "off": false, "many": 3}', "off", ["false"]),
        ('{"on": true, "off": false, "many": 3}', "many", ["3"]),
        ('\ufeff{"a": "b"}', "a", ["b"]),
        ('{"a": null}', "a", []),
        ('{"a": "b"}', "a.b.c", []),
        ("[1, 2]", "a", []),
    ],
)
def test_a_value_of_json_is_found_by_its_names(text: str, key: str, values: list[str]) -> None:
    assert settings({"a.json": text.encode()}).json_values("a.json", key) == values


@pytest.mark.parametrize(
    "data", [b"{", b"\xff\xff", b"[" * 100_000, b"{" + b" " * LARGEST_SETTINGS_BYTES + b"}", b"// no\n{}"]
)
def test_what_is_no_json_or_too_large_cannot_be_read(data: bytes) -> None:
    with pytest.raises(SettingsError, match=r"a\.json"):
        settings({"a.json": data}).json_values("a.json", "a")


def test_attributes_are_found_in_an_xml_resource_wherever_its_file_lies() -> None:
    first = Element("preference", {"name": "ServerUrl", "value": "https://a.example"})
    second = Element("preference", {"name": "other", "value": "https://b.example"})
    root = Element("widget", {}, [first, Element("group", {}, [second])])
    held = settings({"resources.arsc": TABLE, "res/q.xml": encode_axml(root)})

    assert held.xml_values("config", "preference", "value", None) == ["https://a.example", "https://b.example"]
    assert held.xml_values("config", "preference", "value", "serverurl") == ["https://a.example"]
    assert held.xml_values("config", "content", "src", None) == []
    assert held.xml_values("other", "preference", "value", None) == []


def test_an_xml_resource_that_is_damaged_cannot_be_read() -> None:
    with pytest.raises(SettingsError, match=r"res/q\.xml"):
        settings({"resources.arsc": TABLE, "res/q.xml": b"<widget/>"}).xml_values("config", "content", "src", None)


def test_a_string_is_found_by_its_name() -> None:
    held = settings({"resources.arsc": TABLE})

    assert held.string_values("server") == ["https://a.example"]
    assert held.string_values("config") == []
    assert settings({}).string_values("server") == []


def test_a_resource_table_that_is_larger_than_what_is_left_cannot_be_read() -> None:
    archive = open_archive(in_memory(build_apk(files={"resources.arsc": TABLE})))

    assert Settings(archive, len(TABLE)).string_values("server") == ["https://a.example"]
    with pytest.raises(SettingsError, match=r"resources\.arsc"):
        Settings(archive, len(TABLE) - 1).string_values("server")


def test_what_is_kept_of_a_table_is_told() -> None:
    held = settings({"resources.arsc": TABLE})

    before = held.table_bytes
    held.string_values("server")

    assert (before, held.table_bytes) == (0, len(TABLE))


def test_a_damaged_table_is_inflated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def damaged(_: object) -> bytes:
        read.append("table")
        raise EntryError("damaged")

    monkeypatch.setattr("permaudit.apk.settings.read_table", damaged)
    held = settings({"resources.arsc": TABLE})
    for _ in range(3):
        with pytest.raises(SettingsError):
            held.string_values("server")

    assert read == ["table"]


def test_names_are_looked_for_in_the_first_packages_of_too_many() -> None:
    """Each may say that its names are all of the rest of the file, which would be searched once for each."""
    package = struct.pack("<2HI", 0x0200, 288, 288) + struct.pack("<I256s5I", 0x7F, b"", 0, 0, 0, 0, 0)
    body = TABLE[12:]
    own_last = struct.pack("<2H2I", 2, 12, 12 + 20 * len(package) + len(body), 21) + 20 * package + body
    own_first = struct.pack("<2H2I", 2, 12, 12 + 20 * len(package) + len(body), 21) + body + 20 * package

    assert ResourceNames(own_last).find_id("string", "server") is None
    assert ResourceNames(own_first).find_id("string", "server") == 0x7F010000
