"""What known library methods give: URIs parsed and joined, texts built, reflection by constant names, picks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from permaudit.catalog.operations import Does, Operations
from permaudit.catalog.values import UriMethod
from permaudit.dex.body import MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.collections import elements
from permaudit.evidence.deliveries import Deliveries
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import (
    NULL,
    UNKNOWN_PIECE,
    ClassName,
    FieldName,
    Handed,
    Items,
    Number,
    Row,
    Site,
    Text,
    Unknown,
    Uri,
    Value,
    as_text,
)

_MUTATORS = frozenset({"append-segment", "append-query", "append-text", "set-scheme", "set-authority", "set-path"})
INTENT_WORD = -1
"""Stands in Handed for the intent or arguments that a component itself was started with."""

_MOST_PIECES = 64
_MOST_TEXT = 4096
_PARAMETER = re.compile(r"\{(\d+)\}")
_PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-#+ 0,(]*\d*(?:\.\d+)?[a-zA-Z]")


class LibraryOperations:
    """Explains calls of library methods for the Resolver; None where a method is not known.

    `deliveries`, once set, tells what other components put into intents.
    """

    def __init__(self, operations: Operations, uri_methods: dict[str, UriMethod], uri_fields: dict[str, str]) -> None:
        self._operations = operations.by_method()
        self._puts = operations.puts
        self._known: dict[tuple[str, str], Does | None] = {}
        self.deliveries: Deliveries | None = None
        self._uri_methods = uri_methods
        self._uri_fields = uri_fields
        self._fields_by_name = {reference.partition(":")[0]: uri for reference, uri in uri_fields.items()}

    def __call__(
        self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved] | None:
        """The values a call gives, or None if no operation explains it."""
        does = self.operation_at(resolver, frame.body, call)
        if does is None:
            callee = resolver.code.callee(frame.body, call)
            known = self._uri_methods.get(str(resolver.code.method(callee))) if callee >= 0 else None
            return [self._made_uri(known, resolver, frame, call, context, depth)] if known is not None else None
        return self._apply(does, resolver, frame, call, context, depth)

    def _made_uri(
        self, known: UriMethod, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> Resolved:
        """The URI a platform method gives, with its constant arguments put in."""

        rows: set[Site] = set()
        for register in frame.body.instructions[call].registers:
            for got in resolver.values(frame, call, register, context, depth):
                rows |= as_text(got.value).rows

        def put_in(found: re.Match[str]) -> str:
            got = resolver.argument(frame, call, int(found[1]), context, depth)
            text = as_text(got[0].value).text if len(got) == 1 else UNKNOWN_PIECE
            return known.names.get(found[1], {}).get(text, text) or UNKNOWN_PIECE

        return Resolved(Uri(_PARAMETER.sub(put_in, known.uri), frozenset(rows)), context)

    def operation_at(self, resolver: Resolver, body: MethodBody, call: int) -> Does | None:
        """The operation of the method that an invoke names, also through a subclass of the app."""
        instruction = body.instructions[call]
        if instruction.opcode not in INVOKES:
            return None
        callee = resolver.code.callee(body, call)
        if callee < 0:
            return None
        method = resolver.code.method(callee)
        if int(resolver.code.program.definition_of[callee]) >= 0:
            # a library compiled into the app keeps its operations, as long as it keeps its names
            return self._operations.get(f"{method.class_name}->{method.name}")
        key = (method.class_name, method.name)
        if key not in self._known:
            owners = (method.class_name, *sorted(resolver.code.platform_ancestors(method.class_name)))
            found = (self._operations.get(f"{owner}->{method.name}") for owner in owners)
            self._known[key] = next((each for each in found if each is not None), None)
        return self._known[key]

    def _apply(
        self, does: Does, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved]:
        match does:
            case "same":
                return self._first(resolver, frame, call, context, depth)
            case "parse-uri":
                return [_map(each, _parse) for each in self._first(resolver, frame, call, context, depth)]
            case "append-path" | "concat":
                return self._join_two(does, resolver, frame, call, context, depth)
            case (
                "build"
                | "append-text"
                | "append-segment"
                | "append-query"
                | "set-scheme"
                | "set-authority"
                | "set-path"
            ):
                return self._build(resolver, frame, call, context, depth)
            case "format":
                return self._format(resolver, frame, call, context, depth)
            case "replace":
                return self._replace(resolver, frame, call, context, depth)
            case "row":
                return self._row(resolver, frame, call, context, depth)
            case "class-for-name" | "field-of-class" | "field-value":
                return self._reflect(does, resolver, frame, call, context, depth)
            case "picked":
                return [_map(each, _take_out) for each in resolver.receiver(frame, call, context, depth)]
            case "collect":
                return self._collect(resolver, frame, call, context, depth)
            case "element":
                return self._element(resolver, frame, call, context, depth)
            case "items":
                return [
                    self._items(resolver, each, depth) for each in self._first(resolver, frame, call, context, depth)
                ]
            case "intent":
                return [Resolved(Handed(frame.method, INTENT_WORD), context)]
            case "data" | "extra":
                return self._delivered(does, resolver, frame, call, context, depth)
            case "unknown":
                return [Resolved(Unknown("operation"), context)]
            case _:
                assert_never(does)

    def _first(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """The receiver, or the first argument of a static method."""
        registers = frame.body.instructions[call].registers
        return (
            resolver.values(frame, call, registers[0], context, depth)
            if registers
            else [Resolved(Unknown("argument"), context)]
        )

    def _collect(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """A collection of the arguments; a single array argument is the collection itself."""
        items: list[Value] = []
        for register in frame.body.instructions[call].registers:
            got = resolver.values(frame, call, register, context, depth)[0]
            items.append(got.value)
            context = got.context
        if len(items) == 1 and isinstance(items[0], Items):
            return [Resolved(items[0], context)]
        return [Resolved(Items(tuple(items)), context)]

    def _element(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """What comes out of a collection; under one key, if the call names a constant one."""
        registers = frame.body.instructions[call].registers
        key: Value | None = None
        if len(registers) > 1:
            keys = resolver.values(frame, call, registers[1], context, depth)
            key = keys[0].value if len(keys) == 1 and isinstance(keys[0].value, Text | Number) else None
        return [
            got
            for each in self._first(resolver, frame, call, context, depth)
            for got in elements(resolver, each.value, each.context, self._puts, depth, key)
        ]

    def _delivered(
        self, does: Does, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved]:
        """What another component put into the intent or bundle; else, what a picker may have put there."""
        results: list[Resolved] = []
        for each in resolver.receiver(frame, call, context, depth):
            given: list[tuple[int, int, int]] = []
            if isinstance(each.value, Handed) and self.deliveries is not None:
                given = self._givers(does, resolver, frame, call, each.value, depth)
            for method, index, position in given:
                body = resolver.code.body(method)
                if body is not None and method != frame.method:
                    giver = Frame(method, body, (("delivered", method, index),))
                    chosen = each.context.with_maker(method, index)
                    results.extend(resolver.argument(giver, index, position, chosen, depth + 1))
            if not given:
                results.append(_map(each, _take_out))
        return results

    def _givers(
        self, does: Does, resolver: Resolver, frame: Frame, call: int, handed: Handed, depth: int
    ) -> list[tuple[int, int, int]]:
        assert self.deliveries is not None
        if does == "data":
            return self.deliveries.data_for(handed.method)
        keys = [got.value for got in resolver.argument(frame, call, 0, Context(), depth + 1)]
        return [
            given
            for key in keys
            if isinstance(key, Text) and UNKNOWN_PIECE not in key.text
            for given in self.deliveries.under_key(handed.method, key.text)
        ]

    def _items(self, resolver: Resolver, each: Resolved, depth: int) -> Resolved:
        """A collection as an array, as far as its elements are known."""
        held = elements(resolver, each.value, each.context, self._puts, depth)
        if any(isinstance(got.value, Unknown) for got in held):
            return Resolved(Unknown("array"), each.context)
        return Resolved(Items(tuple(got.value for got in held)), held[-1].context)

    def _join_two(
        self, does: Does, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved]:
        registers = frame.body.instructions[call].registers
        if len(registers) < 2:  # noqa: PLR2004
            return [Resolved(Unknown("argument"), context)]
        results = []
        for left in resolver.values(frame, call, registers[0], context, depth):
            rights = resolver.values(frame, call, registers[1], left.context, depth)
            for right in [each for each in rights if each.value != NULL] or rights:
                joined = (
                    _append_segment(left.value, right.value)
                    if does == "append-path"
                    else _concat(left.value, right.value)
                )
                results.append(Resolved(joined, right.context))
        return results

    def _build(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """What a StringBuilder or Uri.Builder holds at `call`: its beginning and all that was added before."""
        body = frame.body
        register = body.instructions[call].registers[0]
        results: list[Resolved] = []
        for root, root_register in _builder_roots(self, resolver, body, call, register):
            for start in self._start(resolver, frame, root, root_register, context, depth):
                value, inner = start.value, start.context
                for step in _builder_steps(self, resolver, body, root, root_register, call):
                    does = self.operation_at(resolver, body, step)
                    argument = resolver.values(frame, step, body.instructions[step].registers[1], inner, depth)[0]
                    piece = self._as_char(resolver, body, step, argument.value)
                    value, inner = _add(does, value, piece), argument.context
                results.append(Resolved(value, inner))
        return results or [Resolved(Unknown("builder"), context)]

    def _as_char(self, resolver: Resolver, body: MethodBody, step: int, value: Value) -> Value:
        """A number appended as a char is a letter, not digits."""
        descriptor = resolver.code.method(resolver.code.callee(body, step)).descriptor
        if isinstance(value, Number) and descriptor.startswith("(C)") and 0 < value.number < 0x110000:  # noqa: PLR2004
            return Text(chr(value.number))
        return value

    def _start(
        self, resolver: Resolver, frame: Frame, root: int, register: int, context: Context, depth: int
    ) -> list[Resolved]:
        """What the builder holds when it comes into being: nothing, a constructor's text, or a URI taken apart."""
        body = frame.body
        if root < 0 or body.instructions[root].opcode != 0x22:  # noqa: PLR2004  new-instance
            index = 0 if root < 0 else root + 1
            if index >= len(body.instructions):
                return [Resolved(Unknown("builder"), context)]
            return resolver.values(frame, index, register, context, depth)
        uses, _ = body.uses(root, register)
        for use in uses:
            each = body.instructions[use]
            if each.opcode in (0x70, 0x76) and each.registers and each.registers[0] == register:  # invoke-direct <init>
                callee = resolver.code.callee(body, use)
                if callee >= 0 and resolver.code.method(callee).descriptor in (
                    "(Ljava/lang/String;)V",
                    "(Ljava/lang/CharSequence;)V",
                ):
                    return resolver.values(frame, use, each.registers[1], context, depth)
                break
        return [Resolved(Text(""), context)]

    def _format(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        registers = frame.body.instructions[call].registers
        results = []
        for pattern in resolver.values(frame, call, registers[-2], context, depth):
            if not isinstance(pattern.value, Text):
                results.append(Resolved(Unknown("format"), pattern.context))
                continue
            given = resolver.values(frame, call, registers[-1], pattern.context, depth)
            results.extend(Resolved(_fill(pattern.value, each.value), each.context) for each in given)
        return results

    def _replace(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        registers = frame.body.instructions[call].registers
        pieces: list[Value] = []
        for register in registers[:3]:
            got = resolver.values(frame, call, register, context, depth)[0]
            pieces.append(got.value)
            context = got.context
        match pieces:
            case [Text(text, rows), Text(old), Text(new)] if UNKNOWN_PIECE not in old + new and old:
                return [Resolved(Text(text.replace(old, new)[:_MOST_TEXT], rows), context)]
            case _:
                return [Resolved(Unknown("replace"), context)]

    def _row(self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        results = []
        for cursor in resolver.receiver(frame, call, context, depth):
            site = getattr(cursor.value, "site", None)
            results.append(Resolved(Row(site) if isinstance(site, Site) else Unknown("cursor"), cursor.context))
        return results

    def _reflect(
        self, does: Does, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved]:
        registers = frame.body.instructions[call].registers
        if does == "class-for-name":
            position = 0 if len(registers) != 2 else 1  # noqa: PLR2004  loadClass has a receiver
            values = resolver.values(frame, call, registers[position], context, depth)
            return [_map(each, _class_for_name) for each in values]
        if does == "field-value":
            return [_map(each, self._field_value) for each in resolver.receiver(frame, call, context, depth)]
        results = []
        for owner in resolver.receiver(frame, call, context, depth):
            for name in resolver.values(frame, call, registers[1], owner.context, depth):
                match owner.value, name.value:
                    case ClassName(descriptor), Text(text) if UNKNOWN_PIECE not in text:
                        results.append(Resolved(FieldName(descriptor, text), name.context))
                    case _:
                        results.append(Resolved(Unknown("reflection"), name.context))
        return results

    def _field_value(self, value: Value) -> Value:
        if isinstance(value, FieldName):
            uri = self._fields_by_name.get(f"{value.descriptor}->{value.name}")
            if uri is not None:
                return Uri(uri)
        return Unknown("reflection")


def _builder_roots(
    operations: LibraryOperations, resolver: Resolver, body: MethodBody, call: int, register: int
) -> list[tuple[int, int]]:
    """Where the builder in `register` came into being: (instruction index or ENTRY, register)."""
    roots: list[tuple[int, int]] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(call, register)]
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
                and each.opcode == 0x0C  # noqa: PLR2004  move-result-object
                and operations.operation_at(resolver, body, definition - 1) in _MUTATORS
            ):
                waiting.append((definition - 1, _receiver_register(body, definition - 1)))
            else:
                roots.append((definition, wanted))
    return roots


def _receiver_register(body: MethodBody, call: int) -> int:
    registers = body.instructions[call].registers
    return registers[0] if registers else 0


def _builder_steps(
    operations: LibraryOperations, resolver: Resolver, body: MethodBody, root: int, register: int, until: int
) -> list[int]:
    """The calls that add to the builder made at `root`, in order, before `until`; fluent results are the same one."""
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
            elif _receiver_register(body, use) == held and operations.operation_at(resolver, body, use) in _MUTATORS:
                if use < until:
                    steps.add(use)
                result = body.result_of(use)
                following = (result, body.instructions[result].registers[0]) if result >= 0 else None
            if following is not None and following not in seen:
                seen.add(following)
                waiting.append(following)
    if operations.operation_at(resolver, body, until) in _MUTATORS:
        steps.add(until)
    return sorted(steps)[:_MOST_PIECES]


def _add(does: Does | None, value: Value, argument: Value) -> Value:
    """One step of a builder."""
    piece = as_text(argument)
    so_far = as_text(value)
    rows = so_far.rows | piece.rows
    match does:
        case "append-text":
            return Text((so_far.text + piece.text)[:_MOST_TEXT], rows)
        case "set-scheme":
            return Uri(piece.text + "://", rows)
        case "set-authority":
            scheme = so_far.text if so_far.text.endswith("://") else UNKNOWN_PIECE
            return Uri(scheme + piece.text, rows)
        case "set-path":
            head = "/".join(so_far.text.split("/")[:3])
            return Uri(f"{head}/{piece.text.lstrip('/')}"[:_MOST_TEXT], rows)
        case "append-segment":
            return _append_segment(value, argument)
        case "append-query":
            return Uri(so_far.text if "?" in so_far.text else so_far.text + "?", so_far.rows)
        case _:
            return Unknown("builder")


def _append_segment(left: Value, right: Value) -> Value:
    base, piece = as_text(left), as_text(right)
    if not isinstance(left, Uri | Text):
        return Unknown("uri")
    path, _, query = base.text.partition("?")
    joined = f"{path.rstrip('/')}/{piece.text.lstrip('/')}" + (f"?{query}" if query else "")
    return Uri(joined[:_MOST_TEXT], base.rows | piece.rows)


def _concat(left: Value, right: Value) -> Value:
    first, second = as_text(left), as_text(right)
    return Text((first.text + second.text)[:_MOST_TEXT], first.rows | second.rows)


def _fill(pattern: Text, arguments: Value) -> Text:
    pieces = [as_text(item) for item in arguments.items] if isinstance(arguments, Items) else []
    rows = pattern.rows.union(*(piece.rows for piece in pieces))
    remaining = iter(pieces)
    text = _PLACEHOLDER.sub(lambda _: next(remaining, Text(UNKNOWN_PIECE)).text, pattern.text)
    return Text(text[:_MOST_TEXT], rows)


def _map(each: Resolved, change: Callable[[Value], Value]) -> Resolved:
    return Resolved(change(each.value), each.context)


def _parse(value: Value) -> Value:
    match value:
        case Text(text, rows) | Uri(text, rows):
            return Uri(text, rows)
        case Row(source):
            return Uri(UNKNOWN_PIECE, frozenset({source}))
        case _:
            return value if isinstance(value, Handed) else Unknown("uri")


def _take_out(value: Value) -> Value:
    if isinstance(value, Handed) and value.word not in (0, INTENT_WORD):
        return Handed(value.method, value.word, picked=True)
    return Unknown("intent")


def _class_for_name(value: Value) -> Value:
    if isinstance(value, Text) and UNKNOWN_PIECE not in value.text:
        return ClassName("L" + value.text.replace(".", "/") + ";")
    return Unknown("reflection")
