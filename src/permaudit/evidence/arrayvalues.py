"""What arrays hold: elements that are taken out, arrays filled one by one, and those made with all they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import Items, Number, Unknown, Value

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

_MOST_ITEMS = 64
_APUT_OBJECT = 0x4D


class ArrayValues:
    """Answers for the array instructions of one app; what arrays and places are is the resolver's to say."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def element(self, frame: Frame, index: int, context: Context, depth: int) -> list[Resolved]:
        """What an element is that an instruction takes out; any of them where its place is not known."""
        _, array, position = frame.body.instructions[index].registers
        results: list[Resolved] = []
        for each in self._resolver.values(frame, index, array, context, depth):
            if not isinstance(each.value, Items):
                results.append(Resolved(Unknown("array"), each.context))
                continue
            wanted = [got.value for got in self._resolver.values(frame, index, position, each.context, depth)]
            items = each.value.items
            if len(wanted) == 1 and isinstance(wanted[0], Number) and 0 <= wanted[0].number < len(items):
                items = (items[wanted[0].number],)
            results.extend(Resolved(item, each.context) for item in items)
        return results

    def made(self, frame: Frame, index: int, context: Context, depth: int) -> list[Resolved]:
        """An array filled by aput-object: elements by constant index, all else unknown."""
        values = self._resolver.values
        array, count_register = frame.body.instructions[index].registers[:2]
        size, *_ = values(frame, index, count_register, context, depth)
        count = size.value.number if isinstance(size.value, Number) else 0
        if not 0 < count <= _MOST_ITEMS:
            known_empty = isinstance(size.value, Number) and count == 0
            return [Resolved(Items(()) if known_empty else Unknown("array"), context)]
        items: list[Value] = [Unknown("element")] * count
        uses, _ = frame.body.uses(index, array)
        for use in uses:
            each = frame.body.instructions[use]
            if each.opcode == _APUT_OBJECT and each.registers[1] == array:
                place = values(frame, use, each.registers[2], context, depth)[0].value
                if isinstance(place, Number) and 0 <= place.number < count:
                    got = values(frame, use, each.registers[0], context, depth)[0]
                    items[place.number], context = got.value, got.context
        return [Resolved(Items(tuple(items)), context)]

    def filled(self, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """An array made with all its elements."""
        items: list[Value] = []
        for register in frame.body.instructions[call].registers[:_MOST_ITEMS]:
            got = self._resolver.values(frame, call, register, context, depth)[0]
            items.append(got.value)
            context = got.context
        return [Resolved(Items(tuple(items)), context)]
