"""The DEX assembler against dexdump, androguard and the format itself."""

import hashlib
import struct
import zlib
from pathlib import Path

import pytest
from androguard.core.dex import DEX
from androguard.core.dex.dex_types import TypeMapItem
from support.dexfile import (
    PRIVATE,
    PUBLIC,
    STATIC,
    Class,
    Damage,
    Field,
    Method,
    assemble,
    assemble_container,
    static_field,
)  # fmt: skip
from support.instructions import Code
from support.references import CallSite, MethodHandle, TypeValue
from support_tests.oracles import list_code, needs_dexdump, read_mnemonics, run_dexdump

_RETURN = Code(1, "return-void")
_BOOT = (
    "Lx/A;->boot(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
    "Ljava/lang/invoke/MethodHandle;)Ljava/lang/invoke/CallSite;"
)
_LAMBDA = MethodHandle("invoke-static", "Lx/A;->c()V")
_SITE = CallSite(MethodHandle("invoke-static", _BOOT), "run", "()Ljava/lang/Runnable;", (_LAMBDA,))


def _one_method(code: Code, descriptor: str = "()V") -> list[Class]:
    return [Class("Lx/A;", [Method("m", descriptor, PUBLIC | STATIC, code)])]


@needs_dexdump
@pytest.mark.parametrize("version", [35, 37, 38, 39, 40])
def test_every_version_passes_the_verifier_of_art(tmp_path: Path, version: int) -> None:
    classes = [
        Class("Lx/B;", [Method("m", "()V", PUBLIC, _RETURN)], superclass="Lx/A;"),
        Class("Lx/A;", [Method("<init>", "()V", PUBLIC, _RETURN)], [Field("n", "I")], interfaces=["Lx/I;"]),
        Class("Lx/I;", flags=0x601),
    ]

    exit_code, listing = run_dexdump(tmp_path, assemble(classes, version))

    assert exit_code == 0, listing
    assert f"DEX version '{version:03}'" in listing
    assert listing.index("'Lx/I;'") < listing.index("Class descriptor  : 'Lx/A;'")
    assert listing.index("Class descriptor  : 'Lx/A;'") < listing.index("Class descriptor  : 'Lx/B;'")


@needs_dexdump
def test_text_becomes_the_instructions_that_dexdump_prints(tmp_path: Path) -> None:
    code = Code(
        6,
        """
        const/4 v0, -3              # a comment, with "quotes" and {braces}
        const-wide/high16 v2, 0x4000000000000000
        :again
        if-ge v0, p1, :done
        add-int/lit8 v0, v0, 1
        invoke-static {v2, v3, p0}, Lx/A;->take(JI)V
        invoke-virtual/range {v0 .. v5}, Ljava/lang/Object;->x(IIIII)V
        sget-object v1, Lx/A;->URI:Ljava/lang/String;
        const-string v1, "a, \\"b\\" {c} # d"
        goto :again
        :done
        return-void
        """,
    )

    exit_code, listing = run_dexdump(tmp_path, assemble(_one_method(code, "(II)V")))

    assert exit_code == 0, listing
    assert list_code(listing, "x.A.m:(II)V") == [
        (0x00, "const/4 v0, #int -3"),
        (0x01, "const-wide/high16 v2, #long 4611686018427387904"),
        (0x03, "if-ge v0, v5, 0012"),
        (0x05, "add-int/lit8 v0, v0, #int 1"),
        (0x07, "invoke-static {v2, v3, v4}, Lx/A;.take:(JI)V"),
        (0x0A, "invoke-virtual/range {v0, v1, v2, v3, v4, v5}, Ljava/lang/Object;.x:(IIIII)V"),
        (0x0D, "sget-object v1, Lx/A;.URI:Ljava/lang/String;"),
        (0x0F, 'const-string v1, "a, "b" {c} # d"'),
        (0x11, "goto 0003"),
        (0x12, "return-void"),
    ]


@needs_dexdump
def test_payloads_stand_aligned_behind_the_code(tmp_path: Path) -> None:
    code = Code(
        2,
        """
        :start
        packed-switch v0, 5, :start, :end
        sparse-switch v0, 900 -> :end, -3 -> :start
        fill-array-data v1, 2, 1, -2, 3
        :end
        nop
        return-void
        """,
    )
    dex = assemble(_one_method(code))

    exit_code, listing = run_dexdump(tmp_path, dex)

    assert exit_code == 0, listing
    assert list_code(listing, "x.A.m:()V") == [
        (0x00, "packed-switch v0, 0000000c"),
        (0x03, "sparse-switch v0, 00000014"),
        (0x06, "fill-array-data v1, 0000001e"),
        (0x09, "nop"),
        (0x0A, "return-void"),
        (0x0B, "nop"),
        (0x0C, "packed-switch-data (8 units)"),
        (0x14, "sparse-switch-data (10 units)"),
        (0x1E, "array-data (7 units)"),
    ]
    assert struct.pack("<HHi2i", 0x100, 2, 5, 0, 9) in dex
    assert struct.pack("<HH4i", 0x200, 2, -3, 900, -3, 6) in dex
    assert struct.pack("<HHI3h", 0x300, 2, 3, 1, -2, 3) in dex


@needs_dexdump
def test_catches_of_one_range_become_one_handler(tmp_path: Path) -> None:
    code = Code(
        1,
        """
        :from
        nop
        :to
        return-void
        :handler
        move-exception v0
        throw v0
        .catch Ljava/io/IOException; {:from .. :to} :handler
        .catchall {:from .. :to} :handler
        """,
    )

    exit_code, listing = run_dexdump(tmp_path, assemble(_one_method(code)))

    assert exit_code == 0, listing
    assert "catches       : 1\n        0x0000 - 0x0001\n" in listing
    assert "Ljava/io/IOException; -> 0x0002" in listing
    assert "<any> -> 0x0002" in listing


@needs_dexdump
def test_call_sites_and_method_handles_are_listed(tmp_path: Path) -> None:
    code = Code(
        2,
        """
        invoke-custom {}, @site
        move-result-object v0
        const-method-handle v1, @handle
        const-method-type v1, (I)V
        invoke-polymorphic {v1, v0}, Lx/Handle;->invoke([Ljava/lang/Object;)Ljava/lang/Object;, (I)V
        return-void
        """,
        named={"site": _SITE, "handle": _LAMBDA},
    )

    exit_code, listing = run_dexdump(tmp_path, assemble(_one_method(code), 39))

    assert exit_code == 0, listing
    assert list_code(listing, "x.A.m:()V")[0] == (0, "invoke-custom {}, call_site@0000")
    assert "Method handle #0:\n  type        : invoke-static" in listing
    assert "target      : Lx/A; c" in listing
    assert "link_argument[1] : run (String)" in listing
    assert "link_argument[2] : ()Ljava/lang/Runnable; (MethodType)" in listing
    assert "link_argument[3] : 1 (MethodHandle)" in listing


@needs_dexdump
def test_static_fields_carry_their_values(tmp_path: Path) -> None:
    fields = [
        static_field("a", "Ljava/lang/String;", "content://x"),
        static_field("b", "I", -70000),
        static_field("c", "J", 1 << 40),
        static_field("d", "Z", value=True),
        static_field("e", "D", 2.5),
        static_field("f", "Ljava/lang/Class;", TypeValue("Lx/B;")),
        static_field("g", "Ljava/lang/Object;", None),
        Field("h", "I", PUBLIC | STATIC),
    ]

    exit_code, listing = run_dexdump(tmp_path, assemble([Class("Lx/A;", fields=fields)]))

    assert exit_code == 0, listing
    values = [line.partition(": ")[2] for line in listing.splitlines() if "      value" in line]
    assert values == ['"content://x"', "-70000", "1099511627776", "true", "2.5", "Lx/B;", "null"]


@needs_dexdump
def test_methods_may_share_one_code_item(tmp_path: Path) -> None:
    methods = [
        Method("a", "()V", PUBLIC, _RETURN),
        Method("b", "()V", PUBLIC, same_code_as="Lx/A;->a()V"),
        Method("p", "()V", PRIVATE, Code(1, [("return-void",)])),
    ]

    exit_code, listing = run_dexdump(tmp_path, assemble([Class("Lx/A;", methods)]))

    places = {line.split("] ")[1]: line.split("|")[1][:8] for line in listing.splitlines() if "] x.A." in line}
    assert exit_code == 0, listing
    assert places["x.A.a:()V"] == places["x.A.b:()V"] != places["x.A.p:()V"]


@needs_dexdump
def test_a_method_annotation_is_visible_at_run_time(tmp_path: Path) -> None:
    marked = Method("m", "()V", PUBLIC, _RETURN, annotations=("Landroid/webkit/JavascriptInterface;",))
    plain = Method("a", "()V", PUBLIC, _RETURN)

    exit_code, listing = run_dexdump(tmp_path, assemble([Class("Lx/A;", [marked, plain])]), "-a")

    assert exit_code == 0, listing
    assert "Annotations on method #1 'm'\n  VISIBILITY_RUNTIME Landroid/webkit/JavascriptInterface;" in listing


@pytest.mark.parametrize("version", [35, 36, 37, 38, 39])
def test_androguard_reads_the_same_instructions(version: int) -> None:
    code = Code(
        4,
        [
            ("const-string/jumbo", 0, "conté\0nt \U0001f600"),
            ":again",
            ("if-eqz", "v0", ":out"),
            ("new-array", 1, 2, "[Ljava/lang/String;"),
            ("filled-new-array", [0, 1], "[I"),
            ("goto/16", ":again"),
            ":out",
            ("iput-object", 0, "p0", "Lx/A;->s:Ljava/lang/String;"),
            ("return-void",),
        ],
    )
    dex = assemble([Class("Lx/A;", [Method("m", "()V", PUBLIC, code)])], version)

    assert read_mnemonics(dex) == {
        "Lx/A;->m()V": [
            "const-string/jumbo", "if-eqz", "new-array", "filled-new-array", "goto/16", "iput-object", "return-void",
        ]
    }  # fmt: skip
    assert "conté\0nt \U0001f600" in [str(text) for text in DEX(dex).get_strings()]


def test_strings_are_ordered_by_utf16_units_not_by_code_points() -> None:
    dex = assemble([], damage=Damage(extra_strings=("\uffff", "\U00010000", "a")))
    count, table = struct.unpack_from("<II", dex, 56)

    offsets = struct.unpack_from(f"<{count}I", dex, table)

    assert [dex[offset + 1 : dex.index(0, offset + 1)] for offset in offsets] == [
        b"a", b"\xed\xa0\x80\xed\xb0\x80", b"\xef\xbf\xbf",
    ]  # fmt: skip


def test_a_container_counts_offsets_from_its_start_and_sums_each_file_alone() -> None:
    dex = assemble_container([_one_method(_RETURN), [Class("Lsecond/B;")]])
    first_size = struct.unpack_from("<I", dex, 32)[0]

    for base, size, descriptor in ((0, first_size, b"Lx/A;"), (first_size, len(dex) - first_size, b"Lsecond/B;")):
        part = dex[base : base + size]
        words = struct.unpack_from("<22I", part, 32)
        string_count, string_ids = words[6:8]
        offsets = struct.unpack_from(f"<{string_count}I", dex, string_ids)
        map_off = words[5]

        assert part[:8] == b"dex\n041\0"
        assert words[:2] == (size, 0x78)
        assert words[18:] == (0, 0, len(dex), base)
        assert struct.unpack_from("<I", part, 8)[0] == zlib.adler32(part[12:])
        assert part[12:32] == hashlib.sha1(part[32:], usedforsecurity=False).digest()
        assert all(base < offset < base + size for offset in (*offsets, string_ids, map_off))
        assert descriptor in {dex[offset + 1 : dex.index(0, offset + 1)] for offset in offsets}
        assert struct.unpack_from("<HHII", dex, map_off + 4) == (TypeMapItem.HEADER_ITEM, 0, 1, base)


@needs_dexdump
def test_damage_is_written_under_a_right_checksum(tmp_path: Path) -> None:
    damage = Damage(
        header={"string_ids_size": 0x7FFFFFFF, "data_off": 12},
        class_defs={"Lx/A;": {6: 0xFFFFFF}},
        code_items={"Lx/A;->m()V": {"insns_size": 0x10000000}},
        map_items={0x2001: (99, 4)},
        patches={0x70: b"\xde\xad"},
    )

    dex = assemble(_one_method(_RETURN), damage=damage)

    assert struct.unpack_from("<I", dex, 56)[0] == 0x7FFFFFFF
    assert struct.unpack_from("<I", dex, 108)[0] == 12
    assert struct.unpack_from("<8I", dex, struct.unpack_from("<I", dex, 100)[0])[6] == 0xFFFFFF
    assert struct.pack("<4HII", 1, 0, 0, 0, 0, 0x10000000) in dex
    assert struct.pack("<HHII", 0x2001, 0, 99, 4) in dex
    assert dex[0x70:0x72] == b"\xde\xad"
    assert struct.unpack_from("<I", dex, 8)[0] == zlib.adler32(dex[12:])
    assert run_dexdump(tmp_path, dex)[0] != 0


@needs_dexdump
def test_a_wrong_checksum_and_a_cut_file_are_refused(tmp_path: Path) -> None:
    wrong = assemble(_one_method(_RETURN), damage=Damage(header={"checksum": 1}))
    cut = assemble(_one_method(_RETURN), damage=Damage(truncate_to=200))

    refused = [run_dexdump(tmp_path, wrong)[0], run_dexdump(tmp_path, cut)[0]]

    assert refused != [0, 0]
    assert 0 not in refused
    assert len(cut) == 200


def test_a_jump_to_a_label_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match=":nowhere"):
        assemble(_one_method(Code(1, "goto :nowhere")))
