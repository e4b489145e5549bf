"""The classes of all DEX files stand sorted, each with the file that defines it."""

from support.dexfile import Class, assemble

from permaudit.dex.program import load_program
from permaudit.facts.definitions import DefinedClasses, defined_classes
from permaudit.model.place import Place


def load(*files: list[str]) -> DefinedClasses:
    dex = [assemble([Class(name) for name in names]) for names in files]
    return defined_classes(load_program(("base.apk", f"classes{number}.dex", data) for number, data in enumerate(dex)))


def test_classes_that_are_only_mentioned_are_not_defined() -> None:
    defined = load(["Lb/B;", "La/A;"])

    assert [list(run) for run in defined.runs] == [[b"La/A;", b"Lb/B;"]]


def test_each_class_has_the_place_of_the_file_that_defines_it_first() -> None:
    defined = load(["La/A;"], ["La/A;", "La/B;"])

    assert [list(run) for run in defined.runs] == [[b"La/A;"], [b"La/B;"]]
    assert defined.place_of(b"La/A;") == Place("base.apk", "classes0.dex")
    assert defined.place_of(b"La/B;") == Place("base.apk", "classes1.dex")


def test_a_class_below_a_prefix_is_found_in_any_file() -> None:
    defined = load(["La/A;"], ["Lx/y/A;", "Lx/y/B;"])

    assert defined.first_below("Lx/y/") == b"Lx/y/A;"
    assert defined.first_below("Lx/y/B;") == b"Lx/y/B;"
    assert defined.first_below("Lx/a/") is None
    assert defined.first_below("Lx/z/") is None
    assert defined.first_below("Lz/") is None


def test_an_app_without_code_defines_nothing() -> None:
    assert load().first_below("L") is None
