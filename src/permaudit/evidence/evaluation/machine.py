"""Evaluates Dalvik code on known operands, by instruction; what is not known spreads, and ends it at a branch."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.descriptors import parameter_words
from permaudit.dex.instructions import Instruction
from permaudit.dex.opcodes import STATIC_INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import XORS, calculate, compare, convert, holds
from permaudit.evidence.evaluation.arrays import Arrays
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError, lose, to_units
from permaudit.evidence.evaluation.statics import Statics

STEPS = 400_000
"""Instructions in one evaluation: enough for a few thousand letters under a slow cipher."""
_MOST_DEPTH = 24
_CALLS_CIPHER = ("Ljavax/crypto/", "Ljava/security/")
_Handler = Callable[[Activation, int, Instruction], int | None]


class Machine:
    """One evaluation: its own static fields, its share of the budget, and whether it met signs of a scrambled text."""

    def __init__(self, code: Code, library: Library, statics: Statics, budget: Budget) -> None:
        self.code, self.library = code, library
        self._statics = statics.copy_for(self)
        self._budget, self._left = budget, STEPS
        self._stack: list[Activation] = []
        self.arrays = Arrays(code, self.spend)
        self.is_scrambled = False
        self.field_of_unseen: Callable[[int], Operand] | None = None
        self._handlers = self._table()

    def spend(self, steps: int) -> None:
        """Pay for work.

        Raises:
            UndecidedError: this evaluation, or the app, has used up what it may.
        """
        self._left -= steps
        if self._left <= 0 or not self._budget.spend(steps):
            self.is_scrambled = True  # ordinary helpers end long before
            raise UndecidedError("budget")

    @property
    def running(self) -> frozenset[int]:
        """The methods that are being evaluated, each called by another."""
        return frozenset(each.method for each in self._stack)

    def run(
        self, activation: Activation, index: int = 0, stop: int = -1, towards: frozenset[int] | None = None
    ) -> Operand:
        """Run from instruction `index` to a return, or until `stop` would run next; gives what is returned.

        Where a branch is not known, it is taken to lead to `towards`, if only one way does.

        Raises:
            UndecidedError: see there.
        """
        if len(self._stack) >= _MOST_DEPTH:
            self.is_scrambled = True  # ordinary helpers do not call so deep
            raise UndecidedError("depth")
        self._stack.append(activation)
        try:
            instructions = activation.body.instructions
            while index != stop:
                self.spend(1)
                if not 0 <= index < len(instructions):
                    raise UndecidedError("end")
                each = instructions[index]
                if 0x0E <= each.opcode <= 0x11:  # noqa: PLR2004  return-void to return-object
                    if stop >= 0:
                        raise UndecidedError("return")
                    return activation.read(each.registers[0]) if each.registers else UNSEEN
                index = self._step(activation, index, each, towards)
            return UNSEEN
        finally:
            self._stack.pop()

    def call(self, method: int, arguments: list[Operand]) -> Operand:
        """Call a method of the app; `arguments` are one for each parameter, `this` first."""
        body = self.code.body(method)
        if body is None:
            if not _reads_by_handle(self.code.method(method).descriptor):
                self.is_scrambled = True  # native: the text is in a library
            for each in arguments:
                lose(each)
            return UNSEEN
        registers: dict[int, Operand] = {}
        register = body.registers - body.ins
        words = ([] if self.code.is_static(method) else [1]) + parameter_words(self.code.method(method).descriptor)
        for count, argument in zip(words, arguments, strict=False):
            registers[register] = argument
            register += count
        return self.run(Activation(method, body, registers))

    def _step(self, activation: Activation, index: int, each: Instruction, towards: frozenset[int] | None) -> int:
        opcode = each.opcode
        if 0x32 <= opcode <= 0x3D:  # noqa: PLR2004  if-eq to if-lez
            return self._branch(activation, index, each, towards)
        handler = self._handlers.get(opcode)
        if handler is None:
            if each.registers and opcode not in (0x1D, 0x1E):
                activation.write(each.registers[0], UNSEEN)  # floating point, method handles
            return index + 1
        following = handler(activation, index, each)
        return index + 1 if following is None else following

    def _branch(self, activation: Activation, index: int, each: Instruction, towards: frozenset[int] | None) -> int:
        is_zero_test = each.opcode >= 0x38  # noqa: PLR2004  if-eqz
        left = activation.read(each.registers[0])
        right = 0 if is_zero_test else activation.read(each.registers[1])
        jump = activation.body.index_at(each.target)
        taken = holds(each.opcode - (0x38 if is_zero_test else 0x32), left, right)
        if taken is None:
            ways = [way for way in (jump, index + 1) if towards is not None and way in towards]
            if len(set(ways)) != 1 or len(self._stack) > 1:
                raise UndecidedError("branch")
            return ways[0]
        return jump if taken else index + 1

    def _table(self) -> dict[int, _Handler]:
        """A handler for every opcode that does something; it gives the next instruction, or None for the one behind."""
        table: dict[int, _Handler] = {
            **dict.fromkeys((0x00, 0x1D, 0x1E), lambda *_: None),
            **dict.fromkeys(range(0x01, 0x0A), lambda a, _, i: a.write(i.registers[0], a.read(i.registers[1]))),
            **dict.fromkeys(range(0x0A, 0x0D), lambda a, _, i: a.write(i.registers[0], a.result)),
            **dict.fromkeys(range(0x12, 0x1A), lambda a, _, i: a.write(i.registers[0], i.literal)),
            **dict.fromkeys((0x1A, 0x1B), self._text),
            0x1C: self._class,
            0x1F: lambda *_: None,  # check-cast: a cast that fails throws, and then nothing is read
            0x20: self._instance_of,
            0x22: self._new,
            0x27: _throw,
            **dict.fromkeys((0x28, 0x29, 0x2A), lambda a, _, i: a.body.index_at(i.target)),
            **dict.fromkeys((0x2B, 0x2C), _switch),
            **dict.fromkeys(range(0x2D, 0x32), _compare),
            **dict.fromkeys(range(0x52, 0x59), self._get),
            **dict.fromkeys(range(0x59, 0x60), self._put),
            **dict.fromkeys(range(0x60, 0x67), self._get_static),
            **dict.fromkeys(range(0x67, 0x6E), self._put_static),
            **dict.fromkeys((*range(0x6E, 0x73), *range(0x74, 0x79)), self._invoke),
            **dict.fromkeys(range(0xFA, 0xFE), self._invoke_unknown),
            **dict.fromkeys(range(0x7B, 0x90), lambda a, _, i: _unary(a, i)),
            **dict.fromkeys((*range(0x90, 0xB0), *range(0xB0, 0xD0), *range(0xD0, 0xE3)), self._binary),
        }
        return table | self.arrays.handlers()

    def _text(self, activation: Activation, _: int, each: Instruction) -> None:
        activation.write(each.registers[0], to_units(self.code.text(activation.body, each.reference)))

    def _class(self, activation: Activation, _: int, each: Instruction) -> None:
        number = self.code.type_at(activation.body, each.reference)
        name = self.code.type_name(number) if number >= 0 else ""
        activation.write(each.registers[0], Instance("Ljava/lang/Class;", content=name))

    def _new(self, activation: Activation, _: int, each: Instruction) -> None:
        number = self.code.type_at(activation.body, each.reference)
        if number < 0:
            raise UndecidedError("type")
        self.spend(4)
        activation.write(each.registers[0], Instance(self.code.type_name(number)))

    def _instance_of(self, activation: Activation, _: int, each: Instruction) -> None:
        operand = activation.read(each.registers[1])
        number = self.code.type_at(activation.body, each.reference)
        name = self.code.type_name(number) if number >= 0 else ""
        answer: Operand = UNSEEN
        if isinstance(operand, str):
            answer = int(name in ("Ljava/lang/String;", "Ljava/lang/CharSequence;", "Ljava/lang/Object;"))
        elif isinstance(operand, Instance):
            answer = int(name in self.code.platform_ancestors(operand.class_name))
        elif operand == 0:
            answer = UNSEEN if number >= 0 and name.startswith("Ljava/lang/") else 0  # a boxed 0 is no null
        activation.write(each.registers[0], answer)

    def _get(self, activation: Activation, index: int, each: Instruction) -> None:
        owner = activation.read(each.registers[1])
        field = self.code.field_at(activation.body, each.reference)
        found: Operand = UNSEEN
        if isinstance(owner, Instance) and field is not None and not owner.is_lost:
            found = owner.fields.get((field[1], field[2]), 0)
        elif owner is UNSEEN and len(self._stack) == 1 and self.field_of_unseen is not None:
            found = self.field_of_unseen(index)
        activation.write(each.registers[0], found)

    def _put(self, activation: Activation, _: int, each: Instruction) -> None:
        owner = activation.read(each.registers[1])
        field = self.code.field_at(activation.body, each.reference)
        if isinstance(owner, Instance) and field is not None and not owner.is_lost:
            owner.fields[field[1], field[2]] = activation.read(each.registers[0])
        else:
            lose(activation.read(each.registers[0]))

    def _get_static(self, activation: Activation, _: int, each: Instruction) -> None:
        field = self.code.field_at(activation.body, each.reference)
        activation.write(each.registers[0], self._statics.read(field) if field is not None else UNSEEN)

    def _put_static(self, activation: Activation, _: int, each: Instruction) -> None:
        field = self.code.field_at(activation.body, each.reference)
        if field is not None:
            self._statics.write(field, activation.read(each.registers[0]))

    def _binary(self, activation: Activation, _: int, each: Instruction) -> None:
        registers = each.registers
        if each.opcode >= 0xD0:  # noqa: PLR2004  with a literal
            result = calculate(each.opcode, activation.read(registers[1]), each.literal)
        else:
            result = calculate(each.opcode, activation.read(registers[-2]), activation.read(registers[-1]))
        if result is UNSEEN and each.opcode in XORS:
            self.is_scrambled = True
        activation.write(registers[0], result)

    def _invoke(self, activation: Activation, index: int, each: Instruction) -> None:
        callee = self.code.callee(activation.body, index)
        if callee < 0:
            raise UndecidedError("callee")
        arguments = self._arguments(activation, callee, each)
        definition = self._definition(callee, each.opcode, arguments)
        if definition is not None:
            activation.result = self.call(definition, arguments)
            return
        method = self.code.method(callee)
        activation.result = result = self.library.call(self, method, arguments)
        if result is UNSEEN and method.class_name.startswith(_CALLS_CIPHER):
            self.is_scrambled = True
        if method.name == "<init>" and isinstance(result, str):  # new String(…): the object is the text
            _replace(activation, each.registers[0], arguments[0], result)

    def _invoke_unknown(self, activation: Activation, _: int, each: Instruction) -> None:
        for register in each.registers:
            lose(activation.read(register))
        activation.result = UNSEEN

    def _arguments(self, activation: Activation, callee: int, each: Instruction) -> list[Operand]:
        words = [] if each.opcode in STATIC_INVOKES else [1]
        words += parameter_words(self.code.method(callee).descriptor)
        arguments, place = [], 0
        for count in words:
            arguments.append(activation.read(each.registers[place]))
            place += count
        return arguments

    def _definition(self, callee: int, opcode: int, arguments: list[Operand]) -> int | None:
        """The method of the app that a call runs; None for one of a library."""
        code = self.code
        named = int(code.program.definition_of[callee])
        if opcode not in (0x6E, 0x72, 0x74, 0x78):
            return named if named >= 0 else None
        receiver = arguments[0] if arguments else UNSEEN
        if isinstance(receiver, Instance):
            number = code.symbols.type_number(receiver.class_name.encode())
            found = code.method_of(number, int(code.symbols.method_signatures[callee])) if number >= 0 else -1
            return found if found >= 0 else (named if named >= 0 else None)
        overriders = code.overriders(callee, 1)
        candidates = [*([named] if named >= 0 and code.body(named) is not None else []), *overriders]
        if isinstance(receiver, str) or not candidates:
            return None
        if len(set(candidates)) > 1:
            raise UndecidedError("receiver")
        return candidates[0]


def _unary(activation: Activation, each: Instruction) -> None:
    activation.write(each.registers[0], convert(each.opcode, activation.read(each.registers[1])))


def _compare(activation: Activation, _: int, each: Instruction) -> None:
    first, left, right = each.registers
    activation.write(first, compare(each.opcode, activation.read(left), activation.read(right)))


def _throw(*_: object) -> None:
    raise UndecidedError("exception")


def _switch(activation: Activation, index: int, each: Instruction) -> int:
    operand = activation.read(each.registers[0])
    if not isinstance(operand, int):
        raise UndecidedError("branch")
    return activation.body.cases(index).get(operand, index + 1)


def _replace(activation: Activation, register: int, made: Operand, text: str) -> None:
    """A constructed text takes the place of the empty object in the registers that hold it."""
    for each in range(activation.body.registers):
        if each == register or activation.holds(each, made):
            activation.write(each, text)


def _reads_by_handle(descriptor: str) -> bool:
    """Whether a native method is given the address of an object of its own and what it wants of it.

    So do databases and stores such as Realm, MMKV and SQLCipher: what they answer is data.
    """
    return descriptor.startswith("(J") and not descriptor.startswith("(J)")
