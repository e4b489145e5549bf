"""Small programs for the tests of the DEX reader, and what it says about them in words."""

import struct
import tracemalloc
from collections.abc import Mapping, Sequence

from support.dexfile import PUBLIC, STATIC, Class, Damage, Method, assemble
from support.instructions import Code

from permaudit.dex.body import MethodBody
from permaudit.dex.calls import collect_calls
from permaudit.dex.program import Program, load_program

RETURN = Code(1, "return-void")


def load(*files: bytes) -> Program:
    """The program of classes.dex, classes2.dex, …"""
    names = ["classes.dex", *(f"classes{number}.dex" for number in range(2, len(files) + 1))]
    return load_program(("base.apk", name, data) for name, data in zip(names, files, strict=False))


def problems(*files: bytes) -> list[tuple[str, str]]:
    """(name, problem) of every DEX file that could not be read."""
    return [(each.name, each.problem) for each in load(*files).damaged]


def static_method(name: str, code: Code | str = RETURN, descriptor: str = "()V") -> Method:
    """A public static method; text stands for code with eight registers."""
    return Method(name, descriptor, PUBLIC | STATIC, Code(8, code) if isinstance(code, str) else code)


def one_class(*methods: Method, name: str = "Lx/A;") -> list[Class]:
    return [Class(name, methods)]


def spell(program: Program, method: int) -> str:
    """A method number as smali spells it; "none" for -1."""
    if method < 0:
        return "none"
    symbols = program.symbols
    owner = symbols.types[int(symbols.method_types[method])]
    return (owner + b"->" + symbols.signature_text(int(symbols.method_signatures[method]))).decode("utf-8", "replace")


def number_of(program: Program, spelled: str) -> int:
    """The number of a method that smali spells so."""
    (number,) = [each for each in range(len(program.symbols.method_keys)) if spell(program, each) == spelled]
    return number


def defined(program: Program) -> list[str]:
    return [spell(program, number) for number in program.definitions.methods.tolist()]


def resolved(program: Program, spelled: str) -> str:
    """What a reference means."""
    return spell(program, int(program.definition_of[number_of(program, spelled)]))


def calls(program: Program) -> list[tuple[str, str]]:
    """(caller, callee) of every call, sorted."""
    table = collect_calls(program)
    pairs = zip(table.callers.tolist(), table.callees.tolist(), strict=True)
    return sorted((spell(program, caller), spell(program, callee)) for caller, callee in pairs)


def body_of(program: Program, spelled: str) -> MethodBody:
    row = int(program.row_of[number_of(program, spelled)])
    file, item = int(program.definitions.files[row]), int(program.definitions.items[row])
    return MethodBody(program.files[file], program.code[file].items, item, file)


def body(code: Code, descriptor: str = "()V") -> MethodBody:
    """The body of one static method."""
    return body_of(load(assemble(one_class(static_method("m", code, descriptor)))), f"Lx/A;->m{descriptor}")


def graft(
    classes: Sequence[Class],
    extra: bytes,
    words: Mapping[str, int],
    *,
    headers: Mapping[str, int] | None = None,
    version: int = 35,
) -> bytes:
    """A file with `extra` bytes behind it, to which the given words of class definitions point.

    `words` gives for a class the position of the word; `headers` are further header fields.
    """
    place = len(assemble(classes, version)) + 3 & ~3
    damage = Damage(
        header={"file_size": place + len(extra), **(headers or {})},
        class_defs={name: {position: place} for name, position in words.items()},
    )
    data = assemble(classes, version, damage)
    return data + bytes(place - len(data)) + extra


def word_at(data: bytes, offset: int) -> int:
    return int(struct.unpack_from("<I", data, offset)[0])


def peak_bytes(*files: bytes) -> int:
    """The most memory that reading the files, and gathering their calls, holds at one time."""
    load(assemble(one_class(static_method("warm"))))
    tracemalloc.start()
    try:
        collect_calls(load(*files))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
