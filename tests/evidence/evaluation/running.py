"""Small apps in Dalvik assembly whose helpers are run, and the texts that come out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evidence.app import ACTIVITY, MAIN, ON_CREATE, catalog, framework, method, operations, static_method
from support.dexfile import Class, Field, assemble

from permaudit.dex.program import load_program
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.evaluator import ALL_STEPS, Evaluator
from permaudit.evidence.evaluation.library import Library, open_library
from permaudit.evidence.evaluation.machine import Machine
from permaudit.evidence.evaluation.operands import Array, Instance, Operand, from_units
from permaudit.evidence.evaluation.unscrambling import unscramble
from permaudit.evidence.frames import Context
from permaudit.evidence.operations import LibraryOperations
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.surroundings import Surroundings
from permaudit.evidence.values import Text
from permaudit.model.manifest import Manifest

STRING = "Ljava/lang/String;"
TAKE = f"Lx/Sink;->take({STRING})V"
SINK = Class("Lx/Sink;", [static_method("take", "", f"({STRING})V")])
STEPS = 10_000_000

Files = Callable[[str], "bytes | None"]
Strings = Callable[[int], "tuple[str, ...] | None"]


class App:
    """A program with the resolver and the evaluator over it."""

    def __init__(
        self, *classes: Class, files: Files = lambda _: None, strings: Strings = lambda _: None, dex: bytes = b""
    ) -> None:
        program = load_program([("base.apk", "classes.dex", dex or assemble(classes))])
        self.code = Code(program, framework())
        explain = LibraryOperations(self.code, operations(), catalog().uri_methods, catalog().uri_fields)
        self.resolver = Resolver(self.code, Budget(STEPS), explain, catalog().uri_fields, operations())
        around = Surroundings(Manifest("x", ()), (), (), {}, frozenset(), hides_code=False)
        self.evaluator: Evaluator = unscramble(self.resolver, around, operations())
        self.library: Library = open_library(self.code, files, strings)
        self.evaluator._library = self.library

    def number(self, owner: str, name: str) -> int:
        """The number of a method the app defines, by its class and name."""
        of = self.code.symbols.type_number(owner.encode())
        for each in range(len(self.code.symbols.method_types)):
            is_there = int(self.code.symbols.method_types[each]) == of and int(self.code.program.row_of[each]) >= 0
            if is_there and self.code.method(each).name == name:
                return each
        raise KeyError(name)

    def machine(self, steps: int = ALL_STEPS) -> Machine:
        return Machine(self.code, self.library, self.evaluator._statics, Budget(steps))

    def run(self, owner: str, name: str, *arguments: Operand) -> Operand:
        """What a method of the app gives on arguments."""
        return self.machine().call(self.number(owner, name), list(arguments))

    def taken(self) -> list[list[str | None]]:
        """What each call of the sink is given: the texts that it may be, None for what is not known."""
        owner, name = (
            self.code.symbols.type_number(b"Lx/Sink;"),
            self.code.symbols.find_signature(f"take({STRING})V".encode()),
        )
        found: list[list[str | None]] = []
        for caller, index in self.code.invokes(self.code.symbols.method_number(owner, name)):
            frame = self.resolver.open_frame(caller)
            assert frame is not None
            values = [each.value for each in self.resolver.argument(frame, index, 0, Context())]
            texts = [each.text if isinstance(each, Text) and "*" not in each.text else None for each in values]
            found.append(sorted(set(texts), key=str))
        return found


def taken(body: str, *classes: Class, fields: Sequence[Field] = (), registers: int = 16) -> list[str | None]:
    """What the one call of the sink in onCreate is given."""
    activity = Class(MAIN, [method("onCreate", body, ON_CREATE, registers=registers)], fields, ACTIVITY)
    (texts,) = App(activity, SINK, *classes).taken()
    return texts


def give(register: str) -> str:
    """Hand the text in a register to the sink."""
    return f"invoke-static {{{register}}}, {TAKE}"


def helper(name: str, body: str, descriptor: str = f"({STRING}){STRING}", *, registers: int = 12) -> Class:
    """A class of one static method, which returns by itself."""
    made = method(name, body, descriptor, 0x9, end="", registers=registers)
    return Class("Lx/H;", [made])


def result(body: str, descriptor: str = "()I", *arguments: Operand, classes: Sequence[Class] = ()) -> Operand:
    """What a static method gives that consists of a body."""
    return App(helper("m", body, descriptor), *classes).run("Lx/H;", "m", *arguments)


def plain(operand: Operand) -> object:
    """An operand as plain data: texts, numbers, lists; boxed numbers as those."""
    match operand:
        case str():
            return from_units(operand)
        case Array():
            return [plain(each) for each in operand.items]
        case Instance(content=int(number)):
            return number
        case _:
            return operand


BUILDER = "Ljava/lang/StringBuilder;"
TURN = f"Lx/R;->turn({STRING}){STRING}"
TURNED = f"""
    new-instance v0, {BUILDER}
    invoke-direct {{v0, p0}}, {BUILDER}-><init>({STRING})V
    invoke-virtual {{v0}}, {BUILDER}->reverse(){BUILDER}
    move-result-object v0
    invoke-virtual {{v0}}, {BUILDER}->toString(){STRING}
    move-result-object v0
"""
"""Turn the text in p0 around, into v0."""

TURNS = Class("Lx/R;", [static_method("turn", TURNED, f"({STRING}){STRING}", end="return-object v0")])
"""A class whose `turn` spells a text backwards: the simplest helper that works on letters."""


def turn(register: str, into: str | None = None) -> str:
    """Have the text in a register turned around."""
    return f"invoke-static {{{register}}}, {TURN}\nmove-result-object {into or register}"
