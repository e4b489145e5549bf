"""Texts of the catalogue that code holds: found by their whole, their beginning, their end, or a part."""

from __future__ import annotations

import pytest
from evidence.app import audit, catalog, framework, main, method, static_method, text
from support.dexfile import Class, assemble

from permaudit.catalog.signs import TextEntry
from permaudit.dex.program import load_program
from permaudit.evidence.code import Code
from permaudit.evidence.heldtexts import find_texts
from permaudit.model.behaviour import TextSeen
from permaudit.model.place import Owner


def find(pattern: str, *classes: Class) -> list[TextSeen]:
    """The texts of an app that one entry means; what stands in a package of a library is the library's."""
    program = load_program([("base.apk", "classes.dex", assemble(classes))])
    code = Code(program, framework())

    def owner(number: int) -> Owner:
        return Owner("library", "Lib") if code.method(number).class_name.startswith("Llib/") else Owner("app")

    return find_texts(code, [TextEntry("the-id", pattern, "made up")], owner)


def holding(*contents: str, owner: str = "Lx/A;") -> Class:
    return Class(owner, [static_method("m", "\n".join(text(each, "v1") for each in contents))])


CONTENTS = ("needle", "needle in hay", "hay with needle", "a needle b", "NEEDLE", "needl", "")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("needle", ["needle"]),
        ("needle*", ["needle", "needle in hay"]),
        ("*needle", ["hay with needle", "needle"]),
        ("*needle*", ["a needle b", "hay with needle", "needle", "needle in hay"]),
        ("thread*", []),
        ("*thread", []),
    ],
)
def test_a_star_at_an_end_stands_for_any_letters(pattern: str, expected: list[str]) -> None:
    assert [each.text for each in find(pattern, holding(*CONTENTS))] == expected


def test_a_text_is_told_at_the_first_place_that_loads_it() -> None:
    later = Class("Lz/Z;", [static_method("m", text("needle", "v1"))])

    (seen,) = find("needle", later, holding("other", "needle", "needle"))

    assert (seen.id, str(seen.at.method), seen.at.offset) == ("the-id", "Lx/A;->m()V", 2)


def test_a_text_of_the_apps_own_code_is_told_before_one_of_a_library() -> None:
    library, own = holding("needle", owner="Llib/A;"), Class("Lz/Z;", [static_method("m", text("needle", "v1"))])

    assert [each.owner.kind for each in find("needle", library, own)] == ["app"]
    assert [each.owner.kind for each in find("needle", library)] == ["library"]


def test_a_name_that_no_code_loads_is_no_text() -> None:
    assert find("needle", Class("Lx/A;", [static_method("needle", "")])) == []


def test_texts_without_end_are_told_within_bounds() -> None:
    many = [holding(f"needle {number}", owner=f"Lx/A{number};") for number in range(200)]

    assert len(find("needle*", *many)) == 64
    assert len(find("*eedle*", *many)) == 64


def test_what_the_catalogue_names_is_found_in_an_app() -> None:
    evidence = audit(main(text("BEGIN:VCARD", "v1"), method("unused", text("/sdcard/all.vcf", "v1"))))

    assert [(each.id, each.text, each.owner.kind) for each in evidence.texts] == [
        ("exported-address-book", "/sdcard/all.vcf", "app"),
        ("exported-address-book", "BEGIN:VCARD", "app"),
    ]


def test_no_entry_of_the_catalogue_is_looked_for_in_vain() -> None:
    """A star anywhere but at an end would be taken for a letter."""
    assert [each.text for each in catalog().texts if "*" in each.text[1:-1]] == []
