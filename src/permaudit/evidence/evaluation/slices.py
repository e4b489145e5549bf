"""The part of a method that a value depends on: where it begins, and which instructions lead to it."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.body import MethodBody

_MOST_NEEDED = 400
_CONSTANTS = range(0x12, 0x1D)
_MOVE_RESULTS = (0x0A, 0x0B, 0x0C)
_MOVE_EXCEPTION = 0x0D
_MAKING = (0x22, 0x23)  # new-instance, new-array


def first_needed(
    body: MethodBody,
    index: int,
    registers: tuple[int, ...],
    changeable: frozenset[int] = frozenset(),
    pay: Callable[[int], bool] = lambda _: True,
) -> int | None:
    """The first instruction, in the order of the code, that the values of registers before `index` depend on.

    Plain constants are left out: they are found by themselves. `changeable` are registers of parameters that hold
    arrays or objects, which the method may change before. None if too much is needed, an exception, or more than can be
    paid for: `pay` is told how many instructions were walked over.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [(index, register) for register in registers]
    first = index
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        definitions, steps = body.definitions(*asked)
        if len(seen) > _MOST_NEEDED or not pay(steps):
            return None
        for definition in definitions:
            found = _behind(body, definition, asked[1], index, changeable)
            if found is None:
                return None
            at, needed = found
            first = min(first, at)
            waiting.extend(needed)
    return first


def _behind(
    body: MethodBody, definition: int, register: int, index: int, changeable: frozenset[int]
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where a definition makes a slice begin, and what it needs in turn; None for an exception."""
    if definition < 0:
        if register not in changeable:
            return index, []
        uses = body.uses(definition, register)[0]
        return min([index, *uses]), _registers_of(body, [use for use in uses if use <= index])
    each = body.instructions[definition]
    if each.opcode == _MOVE_EXCEPTION:
        return None
    if each.opcode in _CONSTANTS:
        return index, []
    if each.opcode in _MOVE_RESULTS and definition:
        return definition - 1, _registers_of(body, [definition - 1])
    needed = [(definition, each) for each in each.registers[-2:]]
    if each.opcode in _MAKING:  # what is put into it between its making and its use
        uses = body.uses(definition, each.registers[0])[0]
        needed += _registers_of(body, [use for use in uses if definition < use <= index])
    return definition, needed


def _registers_of(body: MethodBody, places: list[int]) -> list[tuple[int, int]]:
    return [(place, register) for place in places for register in body.instructions[place].registers]


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
