"""A call in a script counts where something answers it and Android permits it; what is not read is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import pytest
from facts.defined import defining
from facts.scripts.assemblyfile import HEAD, assembly_file
from facts.scripts.hermesfile import hermes_file
from hypothesis import given, settings
from hypothesis import strategies as st
from support.apkfile import build_apk
from support.gzipped import gzipped

from permaudit.apk.archive import open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import in_memory
from permaudit.catalog.scripts import ScriptCall, ScriptFiles, ScriptFramework
from permaudit.facts.scripts.frameworks import NativeSide, ScriptsSeen, read_scripts
from permaudit.facts.scripts.reading import Budget
from permaudit.model.evidence import BridgeSurface
from permaudit.model.place import Place

CALL = ScriptCall(
    call="book.all",
    scope="all",
    source="test",
    text=("book.all",),
    names=("bookAll",),
    unless=("notReally",),
    classes=("Lcom/plugin/",),
)
PICK = ScriptCall(call="book.pick", scope="picked", source="test", text=("book.pick",), classes=("Lcom/plugin/",))
ITSELF = ScriptCall(call="itself", scope="unknown", source="test", text=("java.contacts",), together=("java.use",))
ASSEMBLY = assembly_file(b"\0All\0Contacts\0Lib\0", [(5, 14)], [(1, 1)])
PLUGIN = "com.plugin.Book"


def framework(*calls: ScriptCall) -> ScriptFramework:
    return ScriptFramework(
        id="frame",
        name="Frame",
        source="test",
        files=("assets/frame.json",),
        classes=("Lcom/frame/",),
        scripts=(
            ScriptFiles("assets/app/*.js", "javascript"),
            ScriptFiles("assets/app/*.bin", "texts", ("7f454c46",)),
            ScriptFiles("assets/app/*.dll", "assemblies"),
            ScriptFiles("assets/app/*.tar", "gzip"),
            ScriptFiles("assets/app/*.wgt", "archive"),
            ScriptFiles("assets/else/*.bundle", "javascript", maybe=True),
            ScriptFiles("assets/else/*.zip", "archive", maybe=True),
        ),
        calls=calls or (CALL, PICK),
        requests=("send(", "post("),
    )


def read(
    files: Mapping[str, bytes],
    *,
    classes: Sequence[str] = (PLUGIN,),
    asks: bool = True,
    hides_code: bool = False,
    texts: Sequence[str] = (),
    calls: Sequence[ScriptCall] = (),
    budget: Budget | None = None,
    permits: Sequence[BridgeSurface] | None = None,
) -> ScriptsSeen:
    files = {"assets/frame.json": b"{}", **files}
    part = Part("base.apk", open_archive(in_memory(build_apk(files=files))))
    held = frozenset[BridgeSurface]({"contacts"} if permits is None and asks else permits or ())
    native = NativeSide(defining(tuple(classes)), texts.__contains__, held, asks, hides_code)
    return read_scripts([part], {"base.apk": list(files)}, native, [framework(*calls)], budget)


def archive(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return out.getvalue()


def problems(seen: ScriptsSeen) -> list[str]:
    assert all((each.kind, each.hides) == ("script-code", ("script",)) for each in seen.limitations)
    return [each.detail.id.removeprefix("limitation-script-") for each in seen.limitations]


def calls_of(seen: ScriptsSeen) -> list[str]:
    return [each.call for each in seen.bridges]


HERMES = bytes.fromhex("c61fbc03c103191f60000000")
NOISE = bytes(range(256)) * 40


def test_a_call_in_a_script_is_found_where_it_stands() -> None:
    seen = read({"assets/app/a.js": b"var x = 1; book.all(send);"})

    (bridge,) = seen.bridges
    assert bridge.at == Place("base.apk", file="assets/app/a.js", offset=11)
    assert (bridge.framework, bridge.call, bridge.scope, bridge.wired) == ("frame", "book.all", "all", "yes")
    assert (bridge.seen_as, seen.limitations) == ("source", ())


def test_requests_and_servers_beside_a_call_are_named() -> None:
    near = b"book.all(function (x) { post('https://api.example.com/u', x) })"
    far = b"send('https://far.example.net/');" + b" " * 40_000

    (bridge,) = read({"assets/app/a.js": far + near}).bridges

    assert (bridge.requests, bridge.hosts) == (("post(",), ("api.example.com",))


@pytest.mark.parametrize("before", [0, (1 << 20) - 12, (1 << 20) - 40, 3 << 20])
def test_what_stands_beside_a_call_may_stand_in_the_next_piece_of_a_long_script(before: int) -> None:
    near = b"book.all(function (x) { post('https://api.example.com/u', x) })"

    (bridge,) = read({"assets/app/a.js": b" " * before + near + b" " * (1 << 20)}).bridges

    assert (bridge.requests, bridge.hosts) == (("post(",), ("api.example.com",))


def test_every_place_of_a_call_counts_for_what_stands_beside_it() -> None:
    library = b"exports.all = function () { return book.all() };" + b" " * 40_000
    first = b"book.all(function (x) { post('https://a.example.com/u', x) })"
    second = b"book.all(function (x) { send('https://b.example.com/u', x) })"

    (bridge,) = read({"assets/app/a.js": library + first, "assets/app/b.js": second}).bridges

    assert bridge.at == Place("base.apk", file="assets/app/a.js", offset=library.index(b"book.all"))
    assert (bridge.requests, bridge.hosts) == (("send(", "post("), ("a.example.com", "b.example.com"))


def test_a_call_is_found_also_where_no_more_places_are_looked_at() -> None:
    (bridge,) = read({"assets/app/a.js": b"book.all(post)"}, budget=Budget(places=0)).bridges

    assert (bridge.seen_as, bridge.requests) == ("source", ())


def test_a_call_that_nothing_answers_is_none() -> None:
    assert read({"assets/app/a.js": b"book.all()"}, classes=()) == ScriptsSeen()


def test_a_call_whose_answer_may_be_out_of_sight_may_be_wired() -> None:
    (bridge,) = read({"assets/app/a.js": b"book.all()"}, classes=(), hides_code=True).bridges

    assert bridge.wired == "unknown"


def test_a_renamed_class_is_known_by_its_text() -> None:
    call = ScriptCall(call="c", scope="all", source="t", text=("book.all",), classes=("La/",), code_texts=("chan/nel",))

    assert calls_of(read({"assets/app/a.js": b"book.all()"}, calls=[call], texts=["chan/nel"])) == ["c"]
    assert calls_of(read({"assets/app/a.js": b"book.all()"}, calls=[call])) == []


def test_without_the_permission_only_a_list_to_pick_from_can_be_opened() -> None:
    seen = read({"assets/app/a.js": b"book.all(); book.pick()"}, asks=False)

    assert calls_of(seen) == ["book.pick"]


@pytest.mark.parametrize(("permits", "found"), [((), []), (("contacts",), []), (("sms", "contacts"), ["messages"])])
def test_a_call_for_messages_needs_the_permission_for_messages(
    permits: Sequence[BridgeSurface], found: list[str]
) -> None:
    call = ScriptCall(call="messages", scope="unknown", source="t", text=("sms.list",), surface="sms")

    seen = read({"assets/app/a.js": b"sms.list()"}, calls=[call], permits=permits)

    assert [each.call for each in seen.bridges if each.surface == "sms"] == calls_of(seen) == found


def test_the_name_of_a_permission_is_no_call() -> None:
    seen = read({"assets/app/a.js": b'ask("android.permission.READ_CONTACTS")'})

    assert (seen.bridges, seen.limitations) == ((), ())


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (b"java.use(); java.contacts", ["itself"]),
        (b"java.contacts", []),
        (b"java.use()", []),
    ],
)
def test_texts_that_belong_together_stand_in_one_script(script: bytes, found: list[str]) -> None:
    assert calls_of(read({"assets/app/a.js": script, "assets/app/b.js": b"other"}, calls=[ITSELF])) == found


def test_what_shows_that_it_is_another_call_counts_against_it() -> None:
    assert read({"assets/app/a.js": b"book.all(); notReally"}).bridges == ()


def test_scripts_of_a_framework_that_the_app_is_not_made_with_are_not_read() -> None:
    part = Part("base.apk", open_archive(in_memory(build_apk(files={"assets/app/a.js": b"book.all()"}))))
    native = NativeSide(
        defining(PLUGIN), lambda _: False, frozenset({"contacts"}), asks_for_people=True, hides_code=False
    )

    assert read_scripts([part], {"base.apk": ["assets/app/a.js"]}, native, [framework()]) == ScriptsSeen()


def test_a_call_cut_in_two_by_the_pieces_of_a_long_script_is_found() -> None:
    data = b" " * ((1 << 20) - 4) + b"book.all()" + b" " * (2 << 20)

    (bridge,) = read({"assets/app/a.js": data}).bridges

    assert bridge.at.offset == (1 << 20) - 4


def test_only_whole_strings_of_bytecode_are_names_of_calls() -> None:
    seen = read({"assets/app/a.js": hermes_file("x", "bookAll")})
    other = read({"assets/app/a.js": hermes_file("bookAllOfThem", "book.all")})

    (bridge,) = seen.bridges
    assert (bridge.seen_as, bridge.requests, bridge.hosts) == ("strings", (), ())
    assert (other.bridges, other.limitations) == ((), ())


def test_bytecode_from_the_future_is_searched_and_said() -> None:
    seen = read({"assets/app/a.js": hermes_file("bookAllOfThem", version=4000)})

    assert calls_of(seen) == ["book.all"]
    assert problems(seen) == ["version"]


def test_bytecode_from_the_future_is_nothing_where_no_call_could_be_answered() -> None:
    assert read({"assets/app/a.js": hermes_file("x", version=4000)}, classes=()) == ScriptsSeen()


def test_bytecode_whose_tables_lie_is_unreadable() -> None:
    data = hermes_file("bookAll", counts={"strings": 0xFFFFFFF0})

    assert problems(read({"assets/app/a.js": data})) == ["unreadable"]


@pytest.mark.parametrize("classes", [(), (PLUGIN,)])
@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.js", NOISE),
        ("a.js", b"Zm9vYmFy" * 200),
        ("a.bin", NOISE),
        ("a.dll", NOISE),
    ],
)
def test_a_script_in_a_form_that_cannot_be_read_is_said(file: str, data: bytes, classes: Sequence[str]) -> None:
    seen = read({f"assets/app/{file}": data}, classes=classes)

    assert problems(seen) == ["unreadable"]


def test_what_cannot_be_read_does_not_matter_without_a_permission_about_people() -> None:
    assert read({"assets/app/a.js": NOISE}, asks=False) == ScriptsSeen()


def test_chinese_text_in_an_old_encoding_is_a_script_like_any_other() -> None:
    seen = read({"assets/app/a.js": "// 读取通讯录\nbook.all()".encode("gbk")})

    assert (calls_of(seen), problems(seen)) == (["book.all"], [])


WIDE = "// 读取通讯录\nbook.all(x => post('https://api.example.com/u', x))" + " " * 40


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("before", [0, 1, 40_001, (1 << 19) - 4])
def test_a_call_in_wide_letters_is_found_with_what_stands_beside_it(encoding: str, mark: str, before: int) -> None:
    text = mark + " " * before + WIDE

    (bridge,) = read({"assets/app/a.js": text.encode(encoding)}).bridges

    assert bridge.at.offset == 2 * text.index("book.all")
    assert (bridge.seen_as, bridge.requests, bridge.hosts) == ("source", ("post(",), ("api.example.com",))


def test_a_call_in_wide_letters_is_found_in_archives_within_archives() -> None:
    pages = archive({"pages/a.js": ("\ufeff" + WIDE).encode("utf-16-le")})

    (bridge,) = read({"assets/app/a.wgt": archive({"inner.zip": pages})}).bridges

    assert bridge.at.file == "assets/app/a.wgt!/inner.zip!/pages/a.js"


@pytest.mark.parametrize("data", [NOISE, bytes(4000), b"\xff\xfe" + NOISE, b"a\0\0\0" * 1000])
def test_bytes_that_are_no_letters_are_unreadable_and_not_wide(data: bytes) -> None:
    assert problems(read({"assets/app/a.js": data})) == ["unreadable"]


def test_a_control_letter_or_two_are_no_sign_that_a_script_is_encrypted() -> None:
    seen = read({"assets/app/a.js": b"var marks = '\x00\x01';" + b" " * 200 + b"book.all()"})

    assert (calls_of(seen), problems(seen)) == (["book.all"], [])


def test_a_framework_without_any_script_may_load_them_later() -> None:
    assert problems(read({})) == ["missing"]
    assert read({}, classes=()) == ScriptsSeen()


def test_texts_of_compiled_code_are_found() -> None:
    (bridge,) = read({"assets/app/a.bin": b"\x7fELF" + NOISE + b"book.all" + NOISE}).bridges

    assert bridge.seen_as == "strings"


def test_texts_of_an_assembly_are_found_in_both_of_its_encodings() -> None:
    plain = read({"assets/app/a.dll": ASSEMBLY + b"book.all"})
    wide = read({"assets/app/a.dll": ASSEMBLY + "book.pick".encode("utf-16-le")})

    assert (calls_of(plain), calls_of(wide)) == (["book.all"], ["book.pick"])
    assert problems(plain) == problems(wide) == []


def test_what_an_assembly_uses_of_others_is_found() -> None:
    call = ScriptCall(call="all", scope="all", source="test", text=("Lib.Contacts::All",), classes=("Lcom/plugin/",))

    seen = read({"assets/app/a.dll": ASSEMBLY}, calls=[call])

    assert calls_of(seen) == ["all"]


def test_an_assembly_without_metadata_is_told_as_unreadable() -> None:
    assert problems(read({"assets/app/a.dll": b"MZ" + NOISE})) == ["unreadable"]


def test_data_of_an_assembly_that_looks_like_another_is_no_problem() -> None:
    assert problems(read({"assets/app/a.dll": b"XABA" + ASSEMBLY + HEAD + NOISE})) == []


def test_a_compressed_assembly_larger_than_may_be_is_said() -> None:
    data = b"XALZ" + bytes(4) + (2000).to_bytes(4, "little") + bytes(100)

    assert problems(read({"assets/app/a.dll": data}, budget=Budget(assemblies=100))) == ["too-large"]


def test_scripts_inside_an_archive_are_read() -> None:
    seen = read({"assets/app/x.wgt": archive({"www/app.js": b"book.all()"})})

    (bridge,) = seen.bridges
    assert bridge.at.file == "assets/app/x.wgt!/www/app.js"


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    inner = archive({"a.js": b"book.all()"})
    two = archive({"in.zip": inner})
    three = archive({"in.zip": two})

    assert calls_of(read({"assets/app/x.wgt": two})) == ["book.all"]
    deep = read({"assets/app/x.wgt": three})
    assert (calls_of(deep), problems(deep)) == ([], ["unreadable"])


def test_an_archive_that_is_damaged_is_said() -> None:
    assert problems(read({"assets/app/x.wgt": archive({"a.js": b"x"})[:-30]})) == ["unreadable"]


def test_a_script_that_states_half_a_gigabyte_is_not_opened() -> None:
    packed = bytearray(build_apk(files={"assets/frame.json": b"{}", "assets/app/a.js": b"\0" * 1000}))
    at = packed.rindex(b"PK\1\2")
    packed[at + 24 : at + 28] = (500 << 20).to_bytes(4, "little")
    part = Part("base.apk", open_archive(in_memory(bytes(packed))))
    native = NativeSide(
        defining(PLUGIN), lambda _: False, frozenset({"contacts"}), asks_for_people=True, hides_code=False
    )

    seen = read_scripts([part], {"base.apk": list(part.archive.entries)}, native, [framework()])

    assert problems(seen) == ["too-large"]


def test_a_script_whose_stated_size_is_not_its_own_is_said() -> None:
    packed = bytearray(build_apk(files={"assets/frame.json": b"{}", "assets/app/a.js": b" " * 100_000}))
    at = packed.rindex(b"PK\1\2")
    packed[at + 24 : at + 28] = (50).to_bytes(4, "little")
    part = Part("base.apk", open_archive(in_memory(bytes(packed))))
    native = NativeSide(
        defining(PLUGIN), lambda _: False, frozenset({"contacts"}), asks_for_people=True, hides_code=False
    )

    seen = read_scripts([part], {"base.apk": list(part.archive.entries)}, native, [framework()])

    assert problems(seen) == ["unreadable"]


def test_texts_are_found_in_what_gzip_compressed() -> None:
    seen = read({"assets/app/a.tar": gzipped(NOISE * 50 + b"book.all" + NOISE)})

    (bridge,) = seen.bridges
    assert (bridge.at.file, bridge.at.offset, bridge.seen_as) == ("assets/app/a.tar", len(NOISE) * 50, "strings")
    assert seen.limitations == ()


def test_compiled_python_inside_an_archive_is_searched() -> None:
    assert calls_of(read({"assets/app/x.wgt": archive({"main.pyc": NOISE + b"book.all"})})) == ["book.all"]


@pytest.mark.parametrize("data", [NOISE, gzipped(NOISE)[:-9], b"\x1f\x8b" + NOISE, b""])
def test_a_compressed_file_that_is_damaged_or_cut_is_said(data: bytes) -> None:
    assert problems(read({"assets/app/a.tar": data})) == ["unreadable"]


def test_a_compressed_file_that_is_not_gzip_is_said_also_if_nothing_answers_a_call() -> None:
    assert problems(read({"assets/app/a.tar": NOISE}, classes=())) == ["unreadable"]


def test_a_bomb_of_one_compressed_file_ends_with_the_budget() -> None:
    seen = read({"assets/app/a.tar": gzipped(bytes(50_000))}, budget=Budget(script=10_000))

    assert problems(seen) == ["too-large"]


def test_a_bomb_of_archives_ends_with_the_budget() -> None:
    bomb = archive({f"{number}.js": b" " * 5000 for number in range(8)})

    seen = read({"assets/app/x.wgt": bomb}, budget=Budget(script=10_000))

    assert problems(seen) == ["too-large"]
    assert ("count", 7) in seen.limitations[0].detail.arguments


def test_more_scripts_than_any_app_has_are_not_all_opened() -> None:
    seen = read({f"assets/app/{number}.js": b"x" for number in range(30)}, budget=Budget(files=10))

    assert ("count", 20) in seen.limitations[0].detail.arguments


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a.js", "a.bin", "a.dll", "a.wgt", "a.tar"]),
    st.sampled_from(
        [b"", b"\x7fELF", b"XALZ", b"XABA", b"PK\3\4", b"\x1f\x8b\x08", bytes.fromhex("c61fbc03c103191f60000000")]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_are_read_or_said(file: str, start: bytes, body: bytes) -> None:
    seen = read({f"assets/app/{file}": start + body})

    assert calls_of(seen) == []
    assert len(seen.limitations) <= 1


@pytest.mark.parametrize(("permits", "found"), [(("contacts",), ["fetched"]), (("sms",), []), ((), [])])
def test_scripts_that_are_never_in_the_package_matter_where_contacts_may_be_read(
    permits: Sequence[BridgeSurface], found: list[str]
) -> None:
    container = ScriptFramework(
        id="mini", name="Mini", source="test", classes=("Lcom/mini/",), scripts=(), calls=(), fetched=True
    )
    part = Part("base.apk", open_archive(in_memory(build_apk(files={}))))
    native = NativeSide(
        defining("com.mini.Main"), lambda _: False, frozenset(permits), asks_for_people=True, hides_code=False
    )

    assert problems(read_scripts([part], {"base.apk": []}, native, [container])) == found
