"""What a StringBuilder or Uri.Builder holds: its beginning, and all that was added to it before."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.catalog.operations import Does
from permaudit.dex.body import MOVES, MethodBody
from permaudit.dex.opcodes import NEW_INSTANCE
from permaudit.evidence.asked import Asked
from permaudit.evidence.frames import Resolved
from permaudit.evidence.texts import MUTATORS, add_piece
from permaudit.evidence.values import Number, Text, Unknown, Value

OperationAt = Callable[[MethodBody, int], "Does | None"]

_MOST_PIECES = 64
_MOVE_RESULT_OBJECT = 0x0C
_INVOKE_DIRECT = (0x70, 0x76)
_TEXT_CONSTRUCTORS = ("(Ljava/lang/String;)V", "(Ljava/lang/CharSequence;)V")
_LAST_CHARACTER = 0xFFFF
_SURROGATES = range(0xD800, 0xE000)


def built(asked: Asked, operation_at: OperationAt) -> list[Resolved]:
    """What the builder that the call is made on holds, once the call has run."""
    results: list[Resolved] = []
    for root, register in _roots(asked, operation_at):
        steps = _steps(asked, operation_at, root, register)
        for start in _beginnings(asked, root, register):
            value, context = start.value, start.context
            for step in steps:
                taken = asked.body.instructions[step].registers[1]
                argument = asked.resolver.values(asked.frame, step, taken, context, asked.depth)[0]
                piece = _as_letter(asked, step, argument.value)
                value, context = add_piece(operation_at(asked.body, step), value, piece), argument.context
            results.append(Resolved(value, context))
    return results or asked.unknown("builder")


def _as_letter(asked: Asked, step: int, value: Value) -> Value:
    """A number appended as a char is a letter, not digits."""
    code = asked.resolver.code
    descriptor = code.method(code.callee(asked.body, step)).descriptor
    if isinstance(value, Number) and descriptor.startswith("(C)"):
        # half of a surrogate pair is no letter of its own
        is_letter = 0 < value.number <= _LAST_CHARACTER and value.number not in _SURROGATES
        return Text(chr(value.number)) if is_letter else Unknown("letter")
    return value


def _beginnings(asked: Asked, root: int, register: int) -> list[Resolved]:
    """What the builder holds when it comes into being: nothing, a constructor's text, or a URI taken apart."""
    body, resolver = asked.body, asked.resolver
    if root < 0 or body.instructions[root].opcode != NEW_INSTANCE:
        index = 0 if root < 0 else root + 1
        if index >= len(body.instructions):
            return asked.unknown("builder")
        return resolver.values(asked.frame, index, register, asked.context, asked.depth)
    for use in body.uses(root, register)[0]:
        each = body.instructions[use]
        if each.opcode in _INVOKE_DIRECT and each.registers and each.registers[0] == register:
            callee = resolver.code.callee(body, use)
            if callee >= 0 and resolver.code.method(callee).descriptor in _TEXT_CONSTRUCTORS:
                return resolver.values(asked.frame, use, each.registers[1], asked.context, asked.depth)
            break
    return [Resolved(Text(""), asked.context)]


def _roots(asked: Asked, operation_at: OperationAt) -> list[tuple[int, int]]:
    """Where the builder came into being: (instruction index or ENTRY, register)."""
    body = asked.body
    roots: list[tuple[int, int]] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(asked.call, _receiver(body, asked.call))]
    while waiting and len(seen) < _MOST_PIECES * 4:
        at, wanted = waiting.pop()
        for definition in body.definitions(at, wanted)[0]:
            if (definition, wanted) in seen:
                continue
            seen.add((definition, wanted))
            each = body.instructions[definition] if definition >= 0 else None
            if each is not None and each.opcode in MOVES:
                waiting.append((definition, each.registers[1]))
            elif (
                each is not None
                and each.opcode == _MOVE_RESULT_OBJECT
                and definition > 0
                and operation_at(body, definition - 1) in MUTATORS
            ):
                waiting.append((definition - 1, _receiver(body, definition - 1)))
            else:
                roots.append((definition, wanted))
    return roots


def _steps(asked: Asked, operation_at: OperationAt, root: int, register: int) -> list[int]:
    """The calls that add to the builder made at `root`, in order, before the call; fluent results are the same one."""
    body = asked.body
    steps: set[int] = set()
    seen = {(root, register)}
    waiting = [(root, register)]
    while waiting and len(seen) < _MOST_PIECES * 4:
        at, held = waiting.pop()
        for use in body.uses(at, held)[0]:
            each = body.instructions[use]
            following: tuple[int, int] | None = None
            if each.opcode in MOVES:
                following = (use, each.registers[0])
            elif _receiver(body, use) == held and operation_at(body, use) in MUTATORS:
                if use < asked.call and len(each.registers) > 1:
                    steps.add(use)
                result = body.result_of(use)
                following = (result, body.instructions[result].registers[0]) if result >= 0 else None
            if following is not None and following not in seen:
                seen.add(following)
                waiting.append(following)
    if operation_at(body, asked.call) in MUTATORS:
        steps.add(asked.call)
    return sorted(steps)[:_MOST_PIECES]


def _receiver(body: MethodBody, call: int) -> int:
    registers = body.instructions[call].registers
    return registers[0] if registers else 0
