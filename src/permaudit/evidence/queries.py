"""What a query takes: its selection, projection and MIME types, and what becomes of its cursor."""

from __future__ import annotations

from dataclasses import replace

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import Operations
from permaudit.catalog.surfaces import UriMatch
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.arguments import ReadingCall, argument, argument_places, object_read
from permaudit.evidence.cursors import CursorFollower, CursorUse
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.rawread import REVEALS, RawRead, rows_in
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.results import CursorStarts
from permaudit.evidence.rowfields import fields_of_columns
from permaudit.evidence.selections import narrower, scope_of_selection
from permaudit.evidence.values import NULL, Items, Number, Text, Unknown, Value

_QUERY_SELECTION = "android:query-arg-sql-selection"


class QueryReader:
    """Reads the arguments of queries and follows their cursors, each call once."""

    def __init__(self, catalog: Catalog, operations: Operations, resolver: Resolver) -> None:
        self._catalog, self._operations, self._resolver = catalog, operations, resolver
        self._follower = CursorFollower(resolver, operations.cursor)
        self._starts = CursorStarts(resolver, self._follower)
        self._uses: dict[tuple[int, int, str], CursorUse] = {}

    def read(self, base: RawRead, frame: Frame, context: Context, addressed: UriMatch) -> list[tuple[RawRead, Context]]:
        """The reads of one query, one for each selection it may have, with the context in which it does."""
        use = self.use_of(base)
        results = []
        for selection, chosen in self._selections(base, frame, context):
            arguments, inner = first_value(self._resolver, frame, base, base.api.selection_args, chosen)
            columns, all_fields, inner = self._projection(base, frame, inner)
            mimes = self._mime_types(selection, arguments, use)
            fields = fields_of_columns(self._catalog, addressed.table, columns | use.columns, mimes)
            known = self._catalog.tables.get(addressed.table)
            if mimes and known is not None and known.mime:
                fields |= {name for mime in mimes for name in self._catalog.mime_rows[mime].fields}
            scope, rows = scope_of_selection(selection, self._operations.selections)
            scope = narrower(addressed.scope, scope)
            read = replace(
                base,
                scope=scope,
                fields=frozenset(fields),
                all_fields=all_fields,
                carried=self._carried(addressed.table, mimes) if all_fields else frozenset(),
                reveals=REVEALS[scope] if use.reveals_rows else "nobody",
                rows=base.rows | rows | rows_in(arguments),
            )
            results.append((read, inner))
        return results

    def read_picked(
        self, base: RawRead, frame: Frame, context: Context, tables: list[tuple[str, set[str]]]
    ) -> RawRead | None:
        """The read of a picked row, as the picker was asked for it; None if the columns are of no contact."""
        use = self.use_of(base)
        columns, all_fields, _ = self._projection(base, frame, context)
        mimes = self._mime_types(Unknown(), Unknown(), use)
        fields: set[str] = set()
        for table, asked in tables:
            fields |= fields_of_columns(self._catalog, table, columns | use.columns, mimes | asked)
        if (columns or use.columns) and not fields and not all_fields:
            return None  # columns that no row of a contact has: another picker's result in the same method
        reveals = base.reveals if use.reveals_rows else "nobody"
        return replace(base, fields=frozenset(fields), all_fields=all_fields, reveals=reveals)

    def everything(self) -> frozenset[str]:
        """What a whole card of a contact may hold."""
        return frozenset(name for row in self._catalog.mime_rows.values() for name in row.fields)

    def _carried(self, table: str, mimes: set[str]) -> frozenset[str]:
        """What rows of a table hold when all columns are fetched; every kind of data row where none is asked for."""
        known = self._catalog.tables.get(table)
        if known is None:
            return frozenset()
        kinds = mimes or set(self._catalog.mime_rows)
        more = {name for mime in kinds for name in self._catalog.mime_rows[mime].fields} if known.mime else set()
        return frozenset(known.fields) | more

    def use_of(self, read: RawRead) -> CursorUse:
        """What becomes of the cursor of a read."""
        key = (read.method, read.index, read.api.id)
        if key not in self._uses:
            starts = self._starts.starts(read)
            self._uses[key] = self._follower.follow(starts) if starts is not None else CursorUse(escapes=True)
        return self._uses[key]

    def _selections(self, base: RawRead, frame: Frame, context: Context) -> list[tuple[Value, Context]]:
        api = base.api
        if api.selection is not None:
            values = argument(self._resolver, frame, base, api.selection, context)
            return [(each.value, each.context) for each in values]
        if api.bundle is not None:
            return self._selections_in_bundle(base, frame, context, api.bundle)
        if base.by is not None and base.by.ambiguous:
            return [(Unknown("overload"), context)]
        if api.result == "receiver":
            told = [
                (each.value, each.context)
                for call in self._setters(base, frame, "setSelection")
                for each in self._resolver.argument(frame, call, 0, context)
            ]
            return told or [(NULL, context)]
        return [(NULL, context)]

    def _selections_in_bundle(
        self, base: RawRead, frame: Frame, context: Context, position: int
    ) -> list[tuple[Value, Context]]:
        """The selection that a bundle holds; null where the bundle is null or there is none."""
        places = argument_places(self._resolver, frame, base, position, context)
        if places:
            return [(self._starts.bundle_text(each, _QUERY_SELECTION), each.context) for each in places]
        values = argument(self._resolver, frame, base, position, context)
        return [(NULL if each.value == NULL else Unknown("bundle"), each.context) for each in values]

    def _projection(self, base: RawRead, frame: Frame, context: Context) -> tuple[set[str], bool, Context]:
        """The columns asked for, and whether it may be all of them."""
        if base.api.projection is None:
            return self._projection_set_later(base, frame, context)
        columns: set[str] = set()
        all_fields = False
        values = argument(self._resolver, frame, base, base.api.projection, context)
        for each in values:
            match each.value:
                case Number(0):
                    all_fields = True
                case Items(items):
                    columns.update(item.text for item in items if isinstance(item, Text))
                case _:
                    pass
        return columns, all_fields, values[0].context

    def _projection_set_later(self, base: RawRead, frame: Frame, context: Context) -> tuple[set[str], bool, Context]:
        """The columns that a loader is told by a setter; one that is never told fetches them all."""
        if base.api.result != "receiver":
            return set(), False, context
        columns: set[str] = set()
        told = False
        for call in self._setters(base, frame, "setProjection"):
            told = True
            for got in self._resolver.argument(frame, call, 0, context):
                if isinstance(got.value, Items):
                    columns.update(item.text for item in got.value.items if isinstance(item, Text))
        return columns, not told, context

    def _setters(self, base: RawRead, frame: Frame, name: str) -> list[int]:
        """Calls of a setter on the same object in the same method."""
        body = frame.body
        index, register = object_read(self._resolver, body, base)
        if register < 0:
            return []
        roots = [index] if index != base.index else body.definitions(index, register)[0]
        uses = {use for root in roots for use in body.uses(root, register)[0]}
        return [
            use
            for use in sorted(uses)
            if body.instructions[use].opcode in INVOKES
            and (callee := self._resolver.code.callee(body, use)) >= 0
            and self._resolver.code.method(callee).name == name
        ]

    def _mime_types(self, selection: Value, arguments: Value, use: CursorUse) -> set[str]:
        """The kinds of data rows that the code asks for: in the selection, its arguments, or compared with rows."""
        known = self._catalog.mime_rows
        texts = [selection.text] if isinstance(selection, Text) else []
        texts += (
            [each.text for each in arguments.items if isinstance(each, Text)] if isinstance(arguments, Items) else []
        )
        asked = {mime for mime in known for text in texts if mime in text}
        if asked:
            return asked
        code = self._resolver.code
        near = use.methods | {callee for method in use.methods for callee in code.own_callees(method)}
        return {text for method in near for text in code.strings_of(method) if text in known}


def first_value(
    resolver: Resolver, frame: Frame, call: ReadingCall, position: int | None, context: Context
) -> tuple[Value, Context]:
    """The first value an argument may have; null where the method has no such parameter."""
    if position is None:
        return NULL, context
    first, *_ = argument(resolver, frame, call, position, context)
    return first.value, first.context
