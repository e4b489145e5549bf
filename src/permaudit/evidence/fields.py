"""What fields hold: platform URI constants, initial values, and what the app's own code writes into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.catalog.operations import CarryingField
from permaudit.dex.encoded import Encoded
from permaudit.dex.opcodes import Reference
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import NULL, ClassName, Handed, Items, Made, Number, Result, Site, Text, Unknown, Uri

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

PLATFORM_URI = "platform-field:"
"""Begins the URI of a platform constant that is none of the catalogue's: some other provider."""

MANIFEST_SETTINGS = "Landroid/content/pm/PackageItemInfo;->metaData"
"""Names, as a Result, the settings that stand in the manifest."""

_META_DATA = (b"metaData", b"Landroid/os/Bundle;")
_URI = b"Landroid/net/Uri;"
MOST_WRITERS = 32
_MOST_OBJECTS = 8
_INVOKE_DIRECT = (0x70, 0x76)
_SPUT = range(0x67, 0x6E)
_IPUT = range(0x59, 0x60)
_APUT_OBJECT = 0x4D
_FieldName = tuple[int, bytes, bytes]


class FieldValues:
    """Resolves sget and iget."""

    def __init__(self, resolver: Resolver, uri_fields: dict[str, str], carrying: tuple[CarryingField, ...]) -> None:
        self._carrying = carrying
        self._resolver = resolver
        self._code = resolver.code
        self._uri_fields = uri_fields
        self._filled: dict[_FieldName, bool] = {}
        self._writers: dict[tuple[_FieldName, bool], list[tuple[int, int]] | None] = {}

    def static(self, frame: Frame, index: int, context: Context, depth: int) -> list[Resolved]:
        """What an sget gives."""
        field = self._code.field_at(frame.body, frame.body.instructions[index].reference)
        if field is None:
            return [Resolved(Unknown("field"), context)]
        type_number, name, kind = field
        owner = self.owner(type_number, name, kind)
        if not self._code.hierarchy.is_defined(owner):
            return [Resolved(self._platform_value(frame, index, type_number, name, kind), context)]
        results: list[Resolved] = []
        for method, write in self.writers((owner, name, kind), static=True):
            body = self._code.body(method)
            if body is not None:
                writer = Frame(method, body, (("static", method, write),))
                register = body.instructions[write].registers[0]
                results.extend(self._resolver.values(writer, write, register, context, depth))
        stated = self._code.static_value(owner, name, kind)
        if stated is not None and (stated[1].kind != "null" or not results):
            results.append(Resolved(self._encoded(*stated), context))
        if any(isinstance(each.value, Items) for each in results) and self._is_filled_later(frame, index):
            return [Resolved(Unknown("array"), context)]
        return results or [Resolved(Unknown("field"), context)]

    def _is_filled_later(self, frame: Frame, index: int) -> bool:
        """Whether code that reads the field of an array puts something into the array."""
        named = self._code.field_at(frame.body, frame.body.instructions[index].reference)
        if named is not None and named not in self._filled:
            self._filled[named] = any(self._fills(*each) for each in self._code.field_reads(frame.body, index))
        return named is not None and self._filled[named]

    def _fills(self, method: int, index: int) -> bool:
        body = self._code.body(method)
        if body is None:
            return False
        register = body.instructions[index].registers[0]
        uses = (body.instructions[use] for use in body.uses(index, register)[0])
        return any(each.opcode == _APUT_OBJECT and each.registers[1] == register for each in uses)

    def instance(self, frame: Frame, index: int, context: Context, depth: int) -> list[Resolved]:
        """What an iget gives: the values that any method writes, kept together by object where that can be told."""
        field = self._code.field_at(frame.body, frame.body.instructions[index].reference)
        if field is None:
            return [Resolved(Unknown("field"), context)]
        if field[1:] == _META_DATA and not self._code.hierarchy.is_defined(field[0]):
            return [Resolved(Result(MANIFEST_SETTINGS, Site(frame.method, index)), context)]
        owner = self.owner(*field)
        writers = self.writers((owner, field[1], field[2]), static=False)
        precise = self._of_objects(frame, index, owner, writers, context, depth)
        if precise:
            return precise
        born = context.birth_of(owner)
        if born is not None:
            writers = [each for each in writers if each[0] == born.method] or writers
        results = self._carried(frame, field, context, depth)
        for method, write in writers:
            body = self._code.body(method)
            if body is None:
                continue
            if method == frame.method:
                writer, inner = frame, context
            elif born is not None and born.method == method:
                writer, inner = born, context
            else:
                writer = Frame(method, body, (("object", method, owner),))
                inner = context.with_birth(owner, writer)
            results.extend(self._resolver.values(writer, write, body.instructions[write].registers[0], inner, depth))
        return results or [Resolved(Unknown("field"), context)]

    def _of_objects(
        self, frame: Frame, index: int, owner: int, writers: list[tuple[int, int]], context: Context, depth: int
    ) -> list[Resolved]:
        """The field of exactly the objects that the register may hold, as their constructors set it; else nothing."""
        objects = self._resolver.values(frame, index, frame.body.instructions[index].registers[1], context, depth)
        if all(isinstance(each.value, Handed) and each.value.word == 0 for each in objects):
            objects = self._resolver.callers_objects(frame, context, depth)
        born = context.birth_of(owner)
        if born is not None and born.key[0][0] == "made":  # the object that gave another value of the same query
            same = [
                each for each in objects if each.value == Made(getattr(each.value, "descriptor", ""), _site_of(born))
            ]
            objects = same or objects
        if not objects or len(objects) > _MOST_OBJECTS or not all(isinstance(each.value, Made) for each in objects):
            return []
        if any(self._code.method(method).name != "<init>" for method, _ in writers):
            return []  # a setter may have been called since
        results: list[Resolved] = []
        for each in objects:
            assert isinstance(each.value, Made)
            found = self._set_by_constructor(each.value.site, owner, writers, each.context, depth)
            if not found:
                return []
            results.extend(found)
        return results

    def _set_by_constructor(
        self, made: Site, owner: int, writers: list[tuple[int, int]], context: Context, depth: int
    ) -> list[Resolved]:
        body = self._code.body(made.method)
        if body is None:
            return []
        maker = Frame(made.method, body, (("made", made.method, made.index),))
        register = body.instructions[made.index].registers[0]
        for use in body.uses(made.index, register)[0]:
            each = body.instructions[use]
            callee = self._code.callee(body, use) if each.opcode in _INVOKE_DIRECT else -1
            if callee < 0 or each.registers[0] != register:
                continue
            constructor = int(self._code.program.definition_of[callee])
            inner = self._code.body(constructor) if constructor >= 0 else None
            if inner is None:
                return []
            entered = Frame(constructor, inner, (*maker.key, ("init", constructor, use)), (maker, use))
            return [
                got
                for method, write in writers
                if method == constructor
                for got in self._resolver.values(
                    entered, write, inner.instructions[write].registers[0], context.with_birth(owner, maker), depth
                )
            ]
        return []

    def _carried(self, frame: Frame, field: _FieldName, context: Context, depth: int) -> list[Resolved]:
        """What a platform method puts into a platform field, such as the object of a message."""
        reference = f"{self._code.type_name(field[0])}->{decode_mutf8(field[1])}"
        results: list[Resolved] = []
        for each in self._carrying:
            if each.field != reference:
                continue
            owner, _, signature = each.given_by.partition("->")
            number = self._code.symbols.find_signature(signature.encode())
            of = self._code.symbols.type_number(owner.encode())
            for name in [of, *self._code.descendants(of)] if number >= 0 and of >= 0 else []:
                callee = self._code.symbols.method_number(name, number)
                for method, call in self._code.invokes(callee) if callee >= 0 else []:
                    body = self._code.body(method)
                    if body is not None and method != frame.method:
                        giver = Frame(method, body, (("carried", method, call),))
                        inner = context.with_birth(field[0], giver)
                        results.extend(self._resolver.argument(giver, call, each.position, inner, depth))
        return results

    def writers(self, field: _FieldName, *, static: bool) -> list[tuple[int, int]]:
        """Where a field of the app is written: (method, instruction index); empty if in too many places."""
        return self.all_writers(field, static=static) or []

    def all_writers(self, field: _FieldName, *, static: bool) -> list[tuple[int, int]] | None:
        """`writers`, but None if they are too many."""
        key = (field, static)
        if key not in self._writers:
            self._writers[key] = self._find_writers(field, static=static)
        return self._writers[key]

    def _find_writers(self, field: _FieldName, *, static: bool) -> list[tuple[int, int]] | None:
        owner, name, kind = field
        code = self._code
        family = [owner, *code.descendants(owner)]
        opcodes = _SPUT if static else _IPUT
        found: set[tuple[int, int]] = set()
        for file, field_id in code.field_ids(family, name, kind):
            users = code.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) in opcodes:
                    found.update(code.at_position(file, int(item), int(position)))
            if len(found) > MOST_WRITERS:
                return None
        return sorted(found)

    def owner(self, type_number: int, name: bytes, kind: bytes) -> int:
        """The class that declares a field which a reference may name through a subclass."""
        if self._code.declares_field(type_number, name, kind):
            return type_number
        for above in self._code.hierarchy.superclasses(type_number):
            if self._code.declares_field(above, name, kind):
                return above
        for above in self._code.hierarchy.ancestors(type_number).tolist():  # constants of an interface
            if self._code.declares_field(above, name, kind):
                return int(above)
        return [type_number, *self._code.hierarchy.superclasses(type_number)][-1]

    def _platform_value(
        self, frame: Frame, index: int, type_number: int, name: bytes, kind: bytes
    ) -> Uri | Result | Unknown:
        chain = [type_number, *self._code.hierarchy.superclasses(type_number)]
        for number in chain:
            reference = f"{self._code.type_name(number)}->{decode_mutf8(name)}:{decode_mutf8(kind)}"
            if reference in self._uri_fields:
                return Uri(self._uri_fields[reference])
        reference = f"{self._code.type_name(chain[-1])}->{decode_mutf8(name)}:{decode_mutf8(kind)}"
        if kind == _URI and self._code.symbols.types[chain[-1]] in self._code.framework:
            return Uri(f"{PLATFORM_URI}{reference}")
        return Result(reference, Site(frame.method, index))

    def _encoded(self, file: int, stated: Encoded) -> Text | ClassName | Number:
        kind, value = stated.kind, stated.value
        tables = self._code.program.files[file]
        if kind == "string" and value < len(tables.strings):
            return Text(tables.strings.text(value))
        if kind == "type" and value < len(tables.type_names):
            return ClassName(tables.strings.text(int(tables.type_names[value])))
        return Number(value) if kind in ("integer", "boolean") else NULL


def _site_of(maker: Frame) -> Site:
    """The allocation that a maker's frame stands for."""
    _, method, index = maker.key[0]
    return Site(method, index)
