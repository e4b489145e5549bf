"""What a collection holds: everything that was put into it where it was made, or where its field is filled."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from permaudit.dex.body import MOVES
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import Items, Made, Number, Site, Text, Unknown, Value

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

_MOST_PLACES = 60
_SGET_OBJECT, _IGET_OBJECT = 0x62, 0x54
_PUT_OBJECTS = (0x5B, 0x69)


def elements(
    resolver: Resolver, value: Value, context: Context, puts: Collection[str], depth: int, key: Value | None = None
) -> list[Resolved]:
    """The values that may come out of a collection or array; of a map, those put under `key` where both are known."""
    match value:
        case Items(items) if isinstance(key, Number) and 0 <= key.number < len(items):
            return [Resolved(items[key.number], context)]
        case Items(items):
            return [Resolved(item, context) for item in _values_of(items, key)] or [Resolved(Unknown("empty"), context)]
        case Made(_, site):
            found = _put_into(resolver, site, context, puts, depth, key)
            return found or [Resolved(Unknown("collection"), context)]
        case _:
            return [Resolved(Unknown("collection"), context)]


def _values_of(items: tuple[Value, ...], key: Value | None) -> list[Value]:
    """The elements; of a pair only the value, and not if the pair's key is known to be another one."""
    values: list[Value] = []
    for item in items:
        match item:
            case Items((Text() | Number() as own, _)) if key is not None and own != key:
                continue
            case Items((_, value)):
                values.append(value)
            case _:
                values.append(item)
    return values


def _put_into(
    resolver: Resolver, made: Site, context: Context, puts: Collection[str], depth: int, key: Value | None
) -> list[Resolved]:
    body = resolver.code.body(made.method)
    if body is None:
        return []
    frame = Frame(made.method, body, (("collection", made.method, made.index),))
    starts = [(frame, made.index, body.instructions[made.index].registers[0])]
    results: list[Resolved] = []
    seen: set[tuple[int, int, int]] = set()
    while starts and len(seen) < _MOST_PLACES:
        holder, index, register = starts.pop()
        if (holder.method, index, register) in seen:
            continue
        seen.add((holder.method, index, register))
        places, steps = holder.body.uses(index, register)
        resolver.budget.spend(steps // 4)
        for use in places:
            each = holder.body.instructions[use]
            if each.opcode in MOVES:
                starts.append((holder, use, each.registers[0]))
            elif each.opcode in _PUT_OBJECTS and each.registers[0] == register:
                starts.extend(_read_again(resolver, holder, use))
            elif each.opcode in INVOKES and each.registers[0] == register:
                results.extend(_given(resolver, holder, use, context, puts, depth, key))
    return results


def _given(
    resolver: Resolver,
    frame: Frame,
    call: int,
    context: Context,
    puts: Collection[str],
    depth: int,
    key: Value | None,
) -> list[Resolved]:
    callee = resolver.code.callee(frame.body, call)
    if callee < 0 or resolver.code.method(callee).name not in puts:
        return []
    registers = frame.body.instructions[call].registers
    if key is not None and len(registers) > 2:  # noqa: PLR2004  a map: receiver, key, value
        under = [got.value for got in resolver.values(frame, call, registers[1], context, depth + 1)]
        if all(isinstance(each, Text | Number) and each != key for each in under):
            return []
    return resolver.values(frame, call, registers[-1], context, depth + 1) if len(registers) > 1 else []


def _read_again(resolver: Resolver, frame: Frame, place: int) -> list[tuple[Frame, int, int]]:
    """Where the field that takes the collection is read, in any method."""
    starts = []
    for method, index in resolver.code.field_reads(frame.body, place)[:_MOST_PLACES]:
        body = resolver.code.body(method)
        if body is not None:
            reader = Frame(method, body, (("collection", method, index),))
            starts.append((reader, index, body.instructions[index].registers[0]))
    return starts
