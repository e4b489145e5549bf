"""The arguments of a reading call: its registers, or the array in which reflection passes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from permaudit.catalog.methods import Api
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import ByReflection
from permaudit.evidence.values import NULL, Items, Number, Unknown, Uri

_NEW_ARRAY, _APUT_OBJECT, _MOVE_RESULT_OBJECT = 0x23, 0x4D, 0x0C
_FILLED_NEW_ARRAY = (0x24, 0x25)
_MOST_STEPS = 64


class ReadingCall(Protocol):
    """A call of a catalogue API: at which instruction, of which API, and whether by reflection."""

    @property
    def index(self) -> int:
        """Which instruction of the reading method it is."""

    @property
    def api(self) -> Api:
        """Which API is called."""

    @property
    def by(self) -> ByReflection | None:
        """How, if not by the API's own name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A register just before an instruction, in one context."""

    frame: Frame
    index: int
    register: int
    context: Context


def argument(resolver: Resolver, frame: Frame, call: ReadingCall, position: int, context: Context) -> list[Resolved]:
    """The values of the API's declared parameter `position`, receiver not counted; never empty."""
    if call.by is None:
        return resolver.argument(frame, call.index, position, context)
    results: list[Resolved] = []
    for each in _passed(resolver, frame, call, position, context):
        match each:
            case Place():
                results.extend(resolver.values(each.frame, each.index, each.register, each.context))
            case Resolved():
                results.append(each)
    return list(dict.fromkeys(results)) or [Resolved(Unknown("argument"), context)]


def argument_places(
    resolver: Resolver, frame: Frame, call: ReadingCall, position: int, context: Context
) -> list[Place]:
    """Where the API's declared parameter `position` is put into the call, or into the array it is passed in."""
    if call.by is None:
        register = resolver.argument_register(frame.body, call.index, position)
        return [Place(frame, call.index, register, context)] if register >= 0 else []
    return [each for each in _passed(resolver, frame, call, position, context) if isinstance(each, Place)]


def object_read(resolver: Resolver, body: MethodBody, call: ReadingCall) -> tuple[int, int]:
    """The object that the API is called on, or that it makes: (index of an instruction, register); (-1, -1) if none."""
    registers = body.instructions[call.index].registers
    if call.by is None:
        return (call.index, registers[0]) if registers else (-1, -1)
    if call.by.call.receiver is not None:
        return call.index, resolver.argument_register(body, call.index, call.by.call.receiver)
    if call.by.call.of == "handle":
        return (call.index, registers[1]) if len(registers) > 1 else (-1, -1)
    result = body.result_of(call.index)
    return (result, body.instructions[result].registers[0]) if result >= 0 else (-1, -1)


def argument_counts(resolver: Resolver, frame: Frame, index: int, position: int, context: Context) -> set[int] | None:
    """How many elements the array at a parameter may have; None where that is not known."""
    counts: set[int] = set()
    for each in resolver.argument(frame, index, position, context):
        match each.value:
            case Items(items):
                counts.add(len(items))
            case Number(0):
                counts.add(0)
            case _:
                return None
    return counts


def words_passed(body: MethodBody, index: int) -> int | None:
    """How many argument words a call passes in registers, behind the method handle; None if in an array."""
    each = body.instructions[index]
    return None if each.opcode in INVOKES else len(each.registers) - 1


def _passed(
    resolver: Resolver, frame: Frame, call: ReadingCall, position: int, context: Context
) -> list[Place | Resolved]:
    assert call.by is not None
    words = parameter_words(call.api.descriptor)
    passed = words_passed(frame.body, call.index)
    if passed is not None:
        # behind the handle, and behind the receiver if the method has one
        first = 1 + max(passed - sum(words), 0)
        registers = frame.body.instructions[call.index].registers
        word = first + sum(words[:position])
        return [Place(frame, call.index, registers[word], context)] if word < len(registers) else []
    register = resolver.argument_register(frame.body, call.index, call.by.call.arguments)
    if register < 0:
        return []
    place = Place(frame, call.index, register, context)
    handle = call.by.call.of == "handle"
    here = None if handle else _stored(resolver, place, position)
    if here is not None:
        return here
    found: dict[object, Place | Resolved] = {}
    for array in resolver.values(frame, call.index, register, context):
        at = position
        if handle:
            at += max(len(array.value.items) - len(words), 0) if isinstance(array.value, Items) else 1
        stored = _stored(resolver, place, at, array.context)
        for each in [_listed(array, at)] if stored is None else stored:
            found.setdefault(_identity(each), each)
    return list(found.values())


def _identity(found: Place | Resolved) -> object:
    """What tells one answer from another: a frame is told by its key, not as an object."""
    callers = tuple((key, caller.key, index) for key, caller, index in found.context.callers)
    match found:
        case Place(frame, index, register):
            return frame.key, index, register, callers
        case Resolved(value):
            return value, callers


def _listed(array: Resolved, position: int) -> Resolved:
    """An element of an array that is made elsewhere, as far as its value tells."""
    match array.value:
        case Items(items) if position < len(items):
            return Resolved(items[position], array.context)
        case _:
            return Resolved(Unknown("array"), array.context)


def _stored(
    resolver: Resolver, array: Place, position: int, chosen: Context | None = None
) -> list[Place | Resolved] | None:
    """Where one element is put into an array, in the method that makes it; None where that is not found.

    The array may come from a caller: the one in the context, or in the context `chosen` for the array. So every value
    the element may have is asked for, in the context of the call: an array alone tells only the first.
    """
    found: list[Place | Resolved] = []
    seen: set[tuple[int, int, int]] = set()
    waiting = [array]
    while waiting:
        place = waiting.pop()
        key = (id(place.frame.body), place.index, place.register)
        if key in seen or len(seen) > _MOST_STEPS:
            continue
        seen.add(key)
        body = place.frame.body
        for definition in body.definitions(place.index, place.register)[0]:
            if definition == ENTRY:
                above = _in_caller(place, chosen)
                if above is None:
                    return None
                waiting.append(above)
                continue
            each = body.instructions[definition]
            if each.opcode in MOVES:
                waiting.append(Place(place.frame, definition, each.registers[1], place.context))
            elif each.opcode == _NEW_ARRAY:
                found.extend(_put_in(resolver, place, definition, position))
            elif each.opcode == _MOVE_RESULT_OBJECT and body.instructions[definition - 1].opcode in _FILLED_NEW_ARRAY:
                filled = body.instructions[definition - 1].registers
                if position < len(filled):
                    found.append(Place(place.frame, definition - 1, filled[position], place.context))
            elif each.opcode == _MOVE_RESULT_OBJECT and _is_unchanged(resolver, body, definition - 1):
                copied = body.instructions[definition - 1].registers[0]
                waiting.append(Place(place.frame, definition - 1, copied, place.context))
            else:
                return None
    return found or None


def _is_unchanged(resolver: Resolver, body: MethodBody, call: int) -> bool:
    """Whether a call gives its first argument again, such as a copy of an array."""
    callee = resolver.code.callee(body, call) if body.instructions[call].opcode in INVOKES else -1
    if callee < 0 or not body.instructions[call].registers:
        return False
    method = resolver.code.method(callee)
    return f"{method.class_name}->{method.name}" in resolver.unchanged


def _in_caller(place: Place, chosen: Context | None) -> Place | None:
    """The register of the caller that a parameter's value came from."""
    context = place.context
    known = place.frame.caller or context.caller_of(place.frame)
    if known is None and chosen is not None:
        known = chosen.caller_of(place.frame)
        context = context.with_caller(place.frame, *known) if known is not None else context
    word = place.frame.body.parameter_of(place.register)
    if known is None or word < 0:
        return None
    caller, call = known
    registers = caller.body.instructions[call].registers
    return Place(caller, call, registers[word], context) if word < len(registers) else None


def _put_in(resolver: Resolver, array: Place, made: int, position: int) -> list[Place | Resolved]:
    """What is put at one position of a new array.

    A URI put where the position is not known may stand at any; what nothing is put at is null.
    """
    frame, context = array.frame, array.context
    body = frame.body
    register = body.instructions[made].registers[0]
    exact: list[Place | Resolved] = []
    loose: list[Place] = []
    only_filled = True
    for use in body.uses(made, register)[0]:
        each = body.instructions[use]
        if each.opcode == _APUT_OBJECT and each.registers[1] == register:
            index = resolver.values(frame, use, each.registers[2], context)[0].value
            into = Place(frame, use, each.registers[0], context)
            if not isinstance(index, Number):
                loose.append(into)
            elif index.number == position:
                exact.append(into)
        elif use != array.index and each.opcode not in MOVES:
            only_filled = False
    if exact:
        return exact
    uris: list[Place | Resolved] = [
        got
        for into in loose
        for got in resolver.values(frame, into.index, into.register, context)
        if isinstance(got.value, Uri)
    ]
    return uris or [Resolved(NULL if only_filled and not loose else Unknown("array"), context)]
