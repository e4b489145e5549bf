"""Which activity result callbacks hear about a permission: those registered together with a permission contract."""

from __future__ import annotations

import numpy as np

from permaudit.catalog.operations import Contracts
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE, Reference
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch

_MAKES_INTENT = b")Landroid/content/Intent;"
_RESULT_DESCRIPTOR = b"(Ljava/lang/Object;)V"


def permission_callbacks(code: Code, dispatch: Dispatch, contracts: Contracts) -> set[int]:
    """Methods that are called with the answer to a permission request, also where androidx was renamed.

    A contract is known by its class, or by the texts in it that no obfuscator changes; a callback by standing beside
    a contract in one call.
    """
    asking = _contract_types(code, contracts)
    _, rows = dispatch.allocations.gather(np.array(sorted(asking), np.int64))
    found: set[int] = set()
    for method in sorted({int(dispatch.allocations.methods[row]) for row in rows.tolist()}):
        body = code.body(method)
        if body is not None:
            for owner in _registered_with(code, body, asking):
                found.update(_result_methods(code, owner))
    return found


def _contract_types(code: Code, contracts: Contracts) -> set[int]:
    types = {code.symbols.type_number(name.encode()) for name in contracts.permission}
    for file, tables in enumerate(code.program.files):
        column = code.program.code[file].columns[Reference.STRING]
        for mark in sorted(contracts.marks):
            string = tables.strings.find(mark.encode())
            rows = column.rows(string) if string >= 0 else slice(0, 0)
            _, methods = code.program.methods_of_items(file, column.items[rows])
            types.update(
                int(code.symbols.method_types[each])
                for each in methods
                if code.symbols.descriptor(int(code.symbols.method_signatures[each])).endswith(_MAKES_INTENT)
            )
    return types - {-1}


def _registered_with(code: Code, body: MethodBody, asking: set[int]) -> set[int]:
    """Types of objects made in a method and handed over in one call together with a permission contract."""
    found: set[int] = set()
    for index, each in enumerate(body.instructions):
        if each.opcode != NEW_INSTANCE or code.type_at(body, each.reference) not in asking:
            continue
        for use in body.uses(index, each.registers[0])[0]:
            call = body.instructions[use]
            if call.opcode in INVOKES and len(call.registers) > 2:  # noqa: PLR2004  owner, contract, callback
                found.update(made for register in call.registers for made in _made_here(code, body, use, register))
    return found - asking


def _made_here(code: Code, body: MethodBody, index: int, register: int) -> set[int]:
    """Types of the objects that a register may hold, as far as the method itself makes them."""
    types: set[int] = set()
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
                types.add(code.type_at(body, each.reference))
    return types


def _result_methods(code: Code, owner: int) -> list[int]:
    """The methods of a class that take one object and give nothing."""
    low, high = bounds_of(code.symbols.method_types, owner)
    return [
        number
        for number in range(int(low), int(high))
        if int(code.program.row_of[number]) >= 0
        and code.symbols.descriptor(int(code.symbols.method_signatures[number])) == _RESULT_DESCRIPTOR
        and code.method(number).name != "<init>"
    ]
