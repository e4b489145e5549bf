"""The part of a method that a value depends on: where it begins, and which instructions lead to it."""

from __future__ import annotations

from permaudit.dex.body import MethodBody

_MOST_NEEDED = 400
_CONSTANTS = range(0x12, 0x1D)
_MOVE_RESULTS = (0x0A, 0x0B, 0x0C)
_MOVE_EXCEPTION = 0x0D


def first_needed(
    body: MethodBody, index: int, registers: tuple[int, ...], changeable: frozenset[int] = frozenset()
) -> int | None:
    """The first instruction, in the order of the code, that the values of registers before `index` depend on.

    Plain constants are left out: they are found by themselves. `changeable` are registers of parameters that hold
    arrays or objects, which the method may change before. None if too much is needed, or an exception.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [(index, register) for register in registers]
    first = index
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        if len(seen) > _MOST_NEEDED:
            return None
        for definition in body.definitions(*asked)[0]:
            if definition < 0:
                if asked[1] in changeable:
                    uses = body.uses(definition, asked[1])[0]
                    waiting.extend(
                        (use, each) for use in uses if use <= index for each in body.instructions[use].registers
                    )
                    first = min([first, *uses])
                continue
            each = body.instructions[definition]
            if each.opcode == _MOVE_EXCEPTION:
                return None
            if each.opcode in _CONSTANTS:
                continue
            giving = definition - 1 if each.opcode in _MOVE_RESULTS and definition else definition
            first = min(first, giving)
            needed = body.instructions[giving].registers
            waiting.extend((giving, register) for register in (needed if giving != definition else needed[-2:]))
            waiting.extend(_filling(body, definition, each.registers[0], index))
    return first


def _filling(body: MethodBody, definition: int, register: int, index: int) -> list[tuple[int, int]]:
    """What is put into an array or object between its making and its use: all registers of those instructions."""
    opcode = body.instructions[definition].opcode
    if opcode not in (0x22, 0x23):  # new-instance, new-array
        return []
    uses = body.uses(definition, register)[0]
    return [(use, each) for use in uses if definition < use <= index for each in body.instructions[use].registers]


def leading_to(body: MethodBody, index: int) -> frozenset[int]:
    """The instructions from which `index` can be reached, itself included."""
    found = {index}
    waiting = [index]
    while waiting:
        for before in body.predecessors(waiting.pop()):
            if before not in found:
                found.add(before)
                waiting.append(before)
    return frozenset(found)
