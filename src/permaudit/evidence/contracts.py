"""Which activity result callbacks hear about a permission: those registered together with a permission contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from permaudit.catalog.operations import Contracts
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE, Reference
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.branches import Branches
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.entries import Entry
from permaudit.evidence.values import Site
from permaudit.model.evidence import Trigger

_MAKES_INTENT = b")Landroid/content/Intent;"
_RESULT_DESCRIPTOR = b"(Ljava/lang/Object;)V"
_PERMISSION: Trigger = "permission-granted"
_OTHER_RESULT: Trigger = "tap"


@dataclass(slots=True)
class ResultCallbacks:
    """Methods that are called with a result: by the object they are called on, what that result means.

    Objects are named by where they are made. Compilers may make one class of several callbacks.
    """

    triggers: dict[int, dict[Site, Trigger]] = field(default_factory=dict)

    def add(self, method: int, made: Site, trigger: Trigger) -> None:
        """Note what one object of a callback's class hears; a permission outweighs other results."""
        known = self.triggers.setdefault(method, {})
        if known.get(made) != _PERMISSION:
            known[made] = trigger


class ContractReader:
    """Finds the callbacks registered with permission contracts, also where androidx was renamed.

    A contract is known by its class, or by the texts in it that no obfuscator changes; a callback by standing beside
    a contract in one call. Of a class that stands for several contracts, the objects that ask are told apart.
    """

    def __init__(self, code: Code, dispatch: Dispatch, contracts: Contracts, branches: Branches) -> None:
        self._code, self._dispatch, self._branches = code, dispatch, branches
        self._named = {code.symbols.type_number(name.encode()) for name in contracts.permission} - {-1}
        self._marked = self._find_marked(contracts)

    def callbacks(self) -> ResultCallbacks:
        """What callbacks hear of which at least one object hears about a permission."""
        found = ResultCallbacks()
        contracts = self._named | set(self._marked)
        table = self._dispatch.allocations
        _, rows = table.gather(np.array(sorted(contracts), np.int64))
        for maker in sorted({int(table.methods[row]) for row in rows.tolist()}):
            body = self._code.body(maker)
            for index, each in enumerate(body.instructions if body is not None else ()):
                number = self._code.type_at(body, each.reference) if body and each.opcode == NEW_INSTANCE else -1
                if body is None or number not in contracts:
                    continue
                trigger = _PERMISSION if self._asks(number, maker, index) else _OTHER_RESULT
                for owner, made in self._registered_with(body, index, contracts):
                    for method in self._result_methods(owner):
                        found.add(method, Site(maker, made), trigger)
        heard = {method: sites for method, sites in found.triggers.items() if _PERMISSION in sites.values()}
        return ResultCallbacks(heard)

    def _asks(self, contract: int, maker: int, made: int) -> bool:
        """Whether the object of a contract's class that is made at one place asks for a permission."""
        if contract in self._named:
            return True
        for site in self._marked[contract]:
            live = self._branches.live(Entry(site.method, Entry(maker), made))
            if live is None or site.index in live.instructions:
                return True
        return False

    def _find_marked(self, contracts: Contracts) -> dict[int, list[Site]]:
        """Where methods that make an intent name a mark, by the type they belong to."""
        code = self._code
        types: dict[int, list[Site]] = {}
        for site in sites_of_texts(code, sorted(contracts.marks)):
            if code.symbols.descriptor(int(code.symbols.method_signatures[site.method])).endswith(_MAKES_INTENT):
                types.setdefault(int(code.symbols.method_types[site.method]), []).append(site)
        return types

    def _registered_with(self, body: MethodBody, contract: int, contracts: set[int]) -> set[tuple[int, int]]:
        """Objects made in a method and handed over in one call together with a contract: (type, where it is made)."""
        found: set[tuple[int, int]] = set()
        for use in body.uses(contract, body.instructions[contract].registers[0])[0]:
            call = body.instructions[use]
            if call.opcode in INVOKES and len(call.registers) > 2:  # noqa: PLR2004  owner, contract, callback
                found.update(made for register in call.registers for made in self._made_here(body, use, register))
        return {made for made in found if made[0] not in contracts}

    def _made_here(self, body: MethodBody, index: int, register: int) -> set[tuple[int, int]]:
        """The objects that a register may hold, as far as the method itself makes them."""
        made: set[tuple[int, int]] = set()
        seen: set[tuple[int, int]] = set()
        waiting = [(index, register)]
        while waiting:
            at, wanted = waiting.pop()
            for definition in body.definitions(at, wanted)[0]:
                if definition == ENTRY or (definition, wanted) in seen:
                    continue
                seen.add((definition, wanted))
                each = body.instructions[definition]
                if each.opcode in MOVES:
                    waiting.append((definition, each.registers[1]))
                elif each.opcode == NEW_INSTANCE:
                    made.add((self._code.type_at(body, each.reference), definition))
        return made

    def _result_methods(self, owner: int) -> list[int]:
        """The methods of a class that take one object and give nothing."""
        code = self._code
        low, high = bounds_of(code.symbols.method_types, owner)
        return [
            number
            for number in range(int(low), int(high))
            if int(code.program.row_of[number]) >= 0
            and code.symbols.descriptor(int(code.symbols.method_signatures[number])) == _RESULT_DESCRIPTOR
            and code.method(number).name != "<init>"
        ]


def sites_of_texts(code: Code, texts: list[str]) -> Iterator[Site]:
    """The instructions that load one of some texts."""
    for file, tables in enumerate(code.program.files):
        column = code.program.code[file].columns[Reference.STRING]
        for text in texts:
            string = tables.strings.find(text.encode())
            rows = column.rows(string) if string >= 0 else slice(0, 0)
            for position, item in zip(column.positions[rows].tolist(), column.items[rows].tolist(), strict=True):
                for method, index in code.at_position(file, int(item), int(position)):
                    yield Site(method, index)
