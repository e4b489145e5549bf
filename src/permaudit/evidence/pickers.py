"""Android's contact pickers: where the app asks for one, and which results are only what the person ticked."""

from __future__ import annotations

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.owners import outermost
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Text, Uri, Value

_INTENT = "Landroid/content/Intent;"
_SETTERS = frozenset(
    {"setType", "setData", "setDataAndType", "setAction", "setTypeAndNormalize", "setDataAndNormalize"}
)
_MOST_MAKERS = 8
_EXTRAS = frozenset({"putExtra", "putStringArrayListExtra"})


class PickerSite:
    """One intent that asks a contact picker."""

    __slots__ = ("action", "index", "many", "method", "tables")

    def __init__(
        self, method: int, index: int, action: str, *, many: bool, tables: frozenset[tuple[str, str]] = frozenset()
    ) -> None:
        """`tables` are (catalogue table, MIME type or nothing) of what may be picked; empty if that is not told."""
        self.method, self.index, self.action, self.many, self.tables = method, index, action, many, tables


class PickerFinder:
    """Finds intents with a picker action and a contacts type, and androidx contracts that make them."""

    def __init__(self, code: Code, catalog: Catalog, resolver: Resolver) -> None:
        self._code, self._catalog, self._resolver = code, catalog, resolver
        self.sites: list[PickerSite] = sorted(self._find(), key=lambda site: (site.method, site.index))
        self._families = [(self._families_of(site.method), site) for site in self.sites]

    def gives_contacts(self, method: int) -> bool:
        """Whether a result handed to `method` comes from a contact picker: one asked for in the same class family."""
        return bool(self._asked_for(method))

    def tables_of(self, method: int) -> list[tuple[str, set[str]]]:
        """What rows a result handed to `method` may have: catalogue tables with the MIME types that were asked for."""
        tables = {each for site in self._asked_for(method) for each in site.tables or {("contacts", "")}}
        return [(table, {mime} - {""}) for table, mime in sorted(tables)]

    def _asked_for(self, method: int) -> list[PickerSite]:
        own = self._families_of(method)
        return [site for families, site in self._families if not families.isdisjoint(own)]

    def _families_of(self, method: int) -> set[str]:
        """The outermost class a method stands in, and those that make objects of its class.

        A lambda that a compiler moved out carries the outer class in its name until an obfuscator renames it; who
        makes it stays.
        """
        owner = int(self._code.symbols.method_types[method])
        families = {outermost(self._code.type_name(owner))}
        constructors = range(*bounds_of(self._code.symbols.method_types, owner))
        for number in constructors:
            if self._code.method(number).name in ("<init>", "<clinit>"):
                makers = self._code.calls.callers[self._code.calls.rows(number)][:_MOST_MAKERS].tolist()
                families.update(
                    outermost(self._code.type_name(int(self._code.symbols.method_types[each]))) for each in makers
                )
        return families

    def _find(self) -> list[PickerSite]:
        found = []
        unused = self._unused_contracts()
        for number in self._intent_constructors():
            for method, index in self._code.invokes(number):
                is_unused = int(self._code.symbols.method_types[method]) in unused
                site = None if is_unused else self._picker_at(method, index)
                if site is not None:
                    found.append(site)
        for contract in self._catalog.pickers.contract_classes:
            number = self._code.symbols.type_number(contract.encode())
            constructor = self._code.symbols.find_signature(b"<init>()V")
            made = self._code.symbols.method_number(number, constructor) if number >= 0 and constructor >= 0 else -1
            for method, index in self._code.invokes(made) if made >= 0 else []:
                found.append(PickerSite(method, index, contract, many=False))
        return found

    def _unused_contracts(self) -> set[int]:
        """Contracts that lie in the app with their library, though it makes no object of them: they ask for nothing."""
        named = [self._code.symbols.type_number(name.encode()) for name in self._catalog.pickers.contract_classes]
        numbers = np.array([number for number in named if number >= 0], np.int64)
        if self._code.is_live is None or not numbers.size:
            return set()
        return set(numbers[~self._code.is_live(numbers)].tolist())

    def _intent_constructors(self) -> list[int]:
        number = self._code.symbols.type_number(_INTENT.encode())
        if number < 0:
            return []
        low, high = bounds_of(self._code.symbols.method_types, number)
        return [each for each in range(int(low), int(high)) if self._code.method(each).name == "<init>"]

    def _picker_at(self, method: int, index: int) -> PickerSite | None:
        frame = self._resolver.open_frame(method)
        if frame is None or not self._resolver.budget.spend(8):
            return None
        actions: set[str] = set()
        kinds: list[Value] = []
        many = False
        self._collect(frame, index, 1, actions, kinds)
        register = frame.body.instructions[index].registers[0]
        for use in frame.body.uses(index, register)[0]:
            each = frame.body.instructions[use]
            callee = self._code.callee(frame.body, use) if each.opcode in INVOKES else -1
            if callee < 0 or each.registers[0] != register:
                continue
            name = self._code.method(callee).name
            if name in _SETTERS:
                self._collect(frame, use, 1, actions, kinds)
            many |= name in _EXTRAS and self._names_many(frame, use)
        action = next((each for each in self._catalog.pickers.actions if each.action in actions), None)
        if action is None:
            return None
        tables = frozenset(table for kind in kinds for table in self._tables(kind))
        if action.contacts_only and not tables:
            rows = self._code.strings_of(method) & self._catalog.mime_rows.keys()
            tables = frozenset({("data", "")} | {("data", row) for row in rows})
        if action.contacts_only or tables:
            return PickerSite(method, index, action.action, many=many or action.many, tables=tables)
        return None

    def _collect(self, frame: Frame, call: int, first: int, actions: set[str], kinds: list[Value]) -> None:
        """Gather what an Intent constructor or setter is given: actions are texts, kinds are URIs or MIME types."""
        for register in frame.body.instructions[call].registers[first:]:
            for got in self._resolver.values(frame, call, register, Context()):
                if isinstance(got.value, Text):
                    actions.add(got.value.text)
                kinds.append(got.value)

    def _tables(self, kind: Value) -> list[tuple[str, str]]:
        """The catalogue table that a URI or MIME type asks for, with the kind of data row; none if not contacts."""
        match kind:
            case Uri(text):
                match_ = self._catalog.match_uri(text)
                return [(match_.table, "")] if match_ and match_.surface in ("contacts", "legacy-contacts") else []
            case Text(text) if text in self._catalog.pickers.mime_types:
                row = text.replace("vnd.android.cursor.dir/", "vnd.android.cursor.item/")
                return [("data", row)] if row in self._catalog.mime_rows else [("contacts", "")]
            case _:
                return []

    def _names_many(self, frame: Frame, call: int) -> bool:
        registers = frame.body.instructions[call].registers
        if len(registers) < 2:  # noqa: PLR2004
            return False
        values = self._resolver.values(frame, call, registers[1], Context())
        return any(
            isinstance(got.value, Text) and got.value.text in self._catalog.pickers.multiple_extras for got in values
        )
