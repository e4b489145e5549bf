"""Code that makes no sense is counted by its file, and hides what else could have stood there."""

from __future__ import annotations

from evidence.app import audit, main
from support.dexfile import PUBLIC, STATIC, Class, Method
from support.instructions import Code

from permaudit.model.limitation import Limitation


def damaged(*codes: str) -> list[tuple[str, int, Limitation]]:
    methods = [Method(f"m{number}", "()V", PUBLIC | STATIC, Code(1, code)) for number, code in enumerate(codes)]
    found = audit(main(""), Class("Lx/A;", methods)).limitations
    return [
        (each.detail.id.removeprefix("limitation-"), int(dict(each.detail.arguments)["count"]), each)
        for each in found
        if each.kind == "damaged"
    ]


def test_methods_that_end_within_an_instruction_are_counted() -> None:
    (told,) = damaged("raw 0x0014", "raw 0x0018, 0", "return-void")

    assert told[:2] == ("damaged-code", 2)
    assert told[2].hides == ("code",)


def test_instructions_that_android_does_not_know_are_counted() -> None:
    (told,) = damaged("raw 0x00e3\nraw 0x00ff\nreturn-void", "raw 0x003e\nreturn-void")

    assert told[0] == "odd-opcodes"
    assert told[1] >= 2
    assert told[2].hides == ("code",)


def test_sound_code_is_not_spoken_of() -> None:
    assert damaged("return-void") == []
