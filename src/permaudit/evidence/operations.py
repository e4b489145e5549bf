"""What known library methods give: URIs parsed and joined, texts built, reflection by constant names, picks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from permaudit.catalog.operations import Does, Operations
from permaudit.catalog.surfaces import UriMethod
from permaudit.dex.body import MethodBody
from permaudit.dex.descriptors import parameters
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.asked import Asked
from permaudit.evidence.builders import built
from permaudit.evidence.code import Code
from permaudit.evidence.collections import elements
from permaudit.evidence.deliveries import Deliveries
from permaudit.evidence.fields import MANIFEST_SETTINGS
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.reflectednames import (
    class_of_name,
    class_of_object,
    constructor_of_class,
    field_of_class,
    method_of_class,
    method_of_lookup,
)
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.texts import (
    INTENT_WORD,
    MUTATORS,
    append_segment,
    concat,
    fill,
    form_decode,
    lower_case,
    lower_case_scheme,
    parse_intent,
    parse_uri,
    percent_decode,
    replace_text,
    take_out,
)
from permaudit.evidence.values import (
    NULL,
    UNKNOWN_PIECE,
    FieldName,
    Handed,
    Items,
    Number,
    Result,
    Row,
    Site,
    Text,
    Unknown,
    Uri,
    Value,
    as_text,
)

Explain = Callable[[Asked], "list[Resolved]"]
_REGISTERS_NEEDED = {
    **dict.fromkeys(("class-for-name", "class-of-object", "constructor-of-class", "last-argument"), 1),
    **dict.fromkeys(("field-of-class", "method-of-class", *MUTATORS), 2),
    "method-of-lookup": 3,
}
_BOXES = ("Ljava/lang/Integer;", "Ljava/lang/Long;")
_PARAMETER = re.compile(r"\{(\d+)\}")


class LibraryOperations:
    """Explains calls of library methods for the Resolver; None where a method is not known.

    `deliveries`, once set, tells what other components put into intents; `meta_data` are the manifest's settings.
    """

    def __init__(
        self, code: Code, operations: Operations, uri_methods: dict[str, UriMethod], uri_fields: dict[str, str]
    ) -> None:
        self._code = code
        self._operations = operations.by_method()
        self._puts = operations.puts
        self._uri_methods = uri_methods
        self._fields_by_name = {reference.partition(":")[0]: uri for reference, uri in uri_fields.items()}
        self._known: dict[tuple[str, str], Does | None] = {}
        self.deliveries: Deliveries | None = None
        self.meta_data: Mapping[str, str] = {}
        self._explain = self._explanations()

    def __call__(
        self, resolver: Resolver, frame: Frame, call: int, context: Context, depth: int
    ) -> list[Resolved] | None:
        """The values a call gives, or None if no operation explains it."""
        asked = Asked(resolver, frame, call, context, depth)
        does = self.operation_at(frame.body, call)
        if does is not None:
            enough = len(asked.registers) >= _REGISTERS_NEEDED.get(does, 0)
            return self._explain[does](asked) if enough else asked.unknown("argument")
        callee = self._code.callee(frame.body, call)
        known = self._uri_methods.get(str(self._code.method(callee))) if callee >= 0 else None
        return [self._made_uri(known, asked)] if known is not None else None

    def operation_at(self, body: MethodBody, call: int) -> Does | None:
        """The operation of the method that an invoke names, also through a subclass of its class."""
        if body.instructions[call].opcode not in INVOKES:
            return None
        callee = self._code.callee(body, call)
        if callee < 0:
            return None
        method = self._code.method(callee)
        if method.class_name in _BOXES and len(parameters(method.descriptor)) > 1:
            return None  # in a radix
        if int(self._code.program.definition_of[callee]) >= 0:
            # a library compiled into the app keeps its operations, as long as it keeps its names
            return self._operations.get(f"{method.class_name}->{method.name}")
        key = (method.class_name, method.name)
        if key not in self._known:
            owners = (method.class_name, *sorted(self._code.platform_ancestors(method.class_name)))
            found = (self._operations.get(f"{owner}->{method.name}") for owner in owners)
            self._known[key] = next((each for each in found if each is not None), None)
        return self._known[key]

    def _explanations(self) -> dict[Does, Explain]:
        """One explanation for every operation that the catalogue may name."""
        explain: dict[Does, Explain] = {
            "same": Asked.first,
            "lower-case": lambda asked: [_map(each, lower_case) for each in asked.first()],
            "percent-decode": lambda asked: [_map(each, percent_decode) for each in asked.first()],
            "form-decode": lambda asked: [_map(each, form_decode) for each in asked.first()],
            "lower-case-scheme": lambda asked: [_map(each, lower_case_scheme) for each in asked.first()],
            "parse-intent": lambda asked: [_map(each, parse_intent) for each in asked.first()],
            "parse-uri": lambda asked: [_map(each, parse_uri) for each in asked.first()],
            "append-path": lambda asked: _join_two(asked, append_segment),
            "concat": lambda asked: _join_two(asked, concat),
            "build": lambda asked: built(asked, self.operation_at),
            "format": _format,
            "replace": _replace,
            "row": _row,
            "class-for-name": class_of_name,
            "class-of-object": class_of_object,
            "field-of-class": field_of_class,
            "method-of-class": method_of_class,
            "constructor-of-class": constructor_of_class,
            "method-of-lookup": method_of_lookup,
            "last-argument": lambda asked: asked.values(asked.registers[-1]),
            "field-value": lambda asked: [_map(each, self._field_value) for each in asked.first()],
            "picked": lambda asked: [_map(each, take_out) for each in asked.first()],
            "collect": _collect,
            "element": self._element,
            "first-element": lambda asked: self._taken(asked, NULL),
            "items": lambda asked: [self._items(each, asked) for each in asked.first()],
            "intent": lambda asked: [Resolved(Handed(asked.frame.method, INTENT_WORD), asked.context)],
            "data": lambda asked: self._delivered(asked, self._data_given),
            "extra": lambda asked: self._delivered(asked, self._extra_given),
            "unknown": lambda asked: asked.unknown("operation"),
        }
        explain |= {does: explain["build"] for does in get_args(Does) if does in MUTATORS}
        assert explain.keys() == set(get_args(Does))
        return explain

    def _made_uri(self, known: UriMethod, asked: Asked) -> Resolved:
        """The URI a platform method gives, with its constant arguments put in."""
        rows = frozenset(row for register in asked.registers for got in asked.values(register) for row in _rows(got))

        def put_in(found: re.Match[str]) -> str:
            got = asked.resolver.argument(asked.frame, asked.call, int(found[1]), asked.context, asked.depth)
            text = as_text(got[0].value).text if len(got) == 1 else UNKNOWN_PIECE
            return known.names.get(found[1], {}).get(text, text) or UNKNOWN_PIECE

        return Resolved(Uri(_PARAMETER.sub(put_in, known.uri), rows), asked.context)

    def _element(self, asked: Asked) -> list[Resolved]:
        """What comes out of a collection; under one key or at one place, if the call names a constant one."""
        key: Value | None = None
        if len(asked.registers) > 1:
            keys = asked.values(asked.registers[1])
            key = keys[0].value if len(keys) == 1 and isinstance(keys[0].value, Text | Number) else None
        return self._taken(asked, key)

    def _taken(self, asked: Asked, key: Value | None) -> list[Resolved]:
        return [
            got
            for each in asked.first()
            for got in elements(asked.resolver, each.value, each.context, self._puts, asked.depth, key)
        ]

    def _items(self, each: Resolved, asked: Asked) -> Resolved:
        """A collection as an array, as far as its elements are known."""
        held = elements(asked.resolver, each.value, each.context, self._puts, asked.depth)
        if any(isinstance(got.value, Unknown) for got in held):
            return Resolved(Unknown("array"), each.context)
        return Resolved(Items(tuple(got.value for got in held)), held[-1].context)

    def _delivered(
        self, asked: Asked, given_to: Callable[[Asked, Handed], list[tuple[int, int, int]]]
    ) -> list[Resolved]:
        """What another component put into the intent or bundle; else, what a picker may have put there."""
        results: list[Resolved] = []
        for each in asked.first():
            if isinstance(each.value, Result) and each.value.method == MANIFEST_SETTINGS:
                results.extend(self._setting(asked, each.context))
                continue
            if isinstance(each.value, Uri) and given_to == self._data_given:  # of an intent that was parsed
                results.append(each)
                continue
            given = given_to(asked, each.value) if isinstance(each.value, Handed) else []
            for method, index, position in given:
                body = self._code.body(method)
                if body is not None and method != asked.frame.method:
                    giver = Frame(method, body, (("delivered", method, index),))
                    chosen = each.context.with_maker(method, index)
                    results.extend(asked.resolver.argument(giver, index, position, chosen, asked.depth + 1))
            if not given:
                results.append(_map(each, take_out))
        return results

    def _setting(self, asked: Asked, context: Context) -> list[Resolved]:
        """A setting of the manifest under the key that a call names."""
        keys = asked.values(asked.registers[1], context) if len(asked.registers) > 1 else []
        texts = [self.meta_data.get(each.value.text) if isinstance(each.value, Text) else None for each in keys]
        found = [
            Resolved(Text(text) if text is not None else Unknown("setting"), each.context)
            for text, each in zip(texts, keys, strict=True)
        ]
        return found or asked.unknown("setting")

    def _data_given(self, asked: Asked, handed: Handed) -> list[tuple[int, int, int]]:  # noqa: ARG002
        return self.deliveries.data_for(handed.method) if self.deliveries is not None else []

    def _extra_given(self, asked: Asked, handed: Handed) -> list[tuple[int, int, int]]:
        keys = asked.resolver.argument(asked.frame, asked.call, 0, Context(), asked.depth + 1)
        return [
            given
            for key in keys
            if isinstance(key.value, Text) and UNKNOWN_PIECE not in key.value.text and self.deliveries is not None
            for given in self.deliveries.under_key(handed.method, key.value.text)
        ]

    def _field_value(self, value: Value) -> Value:
        if isinstance(value, FieldName):
            uri = self._fields_by_name.get(f"{value.descriptor}->{value.name}")
            if uri is not None:
                return Uri(uri)
        return Unknown("reflection")


def _join_two(asked: Asked, join: Callable[[Value, Value], Value]) -> list[Resolved]:
    """The first register joined with the second; null is left out where something else is possible."""
    if len(asked.registers) < 2:  # noqa: PLR2004
        return asked.unknown("argument")
    results: list[Resolved] = []
    for left in asked.values(asked.registers[0]):
        rights = asked.values(asked.registers[1], left.context)
        rights = [each for each in rights if each.value != NULL] or rights
        results.extend(Resolved(join(left.value, right.value), right.context) for right in rights)
    return results


def _format(asked: Asked) -> list[Resolved]:
    if len(asked.registers) < 2:  # noqa: PLR2004
        return asked.unknown("format")
    results: list[Resolved] = []
    for pattern in asked.values(asked.registers[-2]):
        if not isinstance(pattern.value, Text):
            results.append(Resolved(Unknown("format"), pattern.context))
            continue
        given = asked.values(asked.registers[-1], pattern.context)
        results.extend(Resolved(fill(pattern.value, each.value), each.context) for each in given)
    return results


def _replace(asked: Asked) -> list[Resolved]:
    values, context = _in_turn(asked, asked.registers[:3])
    return [Resolved(replace_text(values), context)]


def _collect(asked: Asked) -> list[Resolved]:
    """A collection of the arguments; a single array argument is the collection itself."""
    items, context = _in_turn(asked, asked.registers)
    whole = items[0] if len(items) == 1 and isinstance(items[0], Items) else Items(tuple(items))
    return [Resolved(whole, context)]


def _in_turn(asked: Asked, registers: tuple[int, ...]) -> tuple[list[Value], Context]:
    """The first value of each register, each in the context that the one before left."""
    values: list[Value] = []
    context = asked.context
    for register in registers:
        got = asked.values(register, context)[0]
        values.append(got.value)
        context = got.context
    return values, context


def _row(asked: Asked) -> list[Resolved]:
    results = []
    for cursor in asked.first():
        site = getattr(cursor.value, "site", None)
        results.append(Resolved(Row(site) if isinstance(site, Site) else Unknown("cursor"), cursor.context))
    return results


def _map(each: Resolved, change: Callable[[Value], Value]) -> Resolved:
    return Resolved(change(each.value), each.context)


def _rows(got: Resolved) -> frozenset[Site]:
    return as_text(got.value).rows
