"""Which activity result callbacks hear about a permission: those registered together with a permission contract."""

from __future__ import annotations

import numpy as np

from permaudit.catalog.operations import Contracts
from permaudit.dex.opcodes import INVOKES, Reference
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Made

_MAKES_INTENT = b")Landroid/content/Intent;"
_RESULT_DESCRIPTOR = b"(Ljava/lang/Object;)V"


def permission_callbacks(code: Code, dispatch: Dispatch, resolver: Resolver, contracts: Contracts) -> set[int]:
    """Methods that are called with the answer to a permission request, also where androidx was renamed.

    A contract is known by its class, or by the texts in it that no obfuscator changes; a callback by standing beside
    a contract in one call.
    """
    asking = _contract_types(code, contracts)
    _, rows = dispatch.allocations.gather(np.array(sorted(asking), np.int64))
    found: set[int] = set()
    for method in sorted({int(dispatch.allocations.methods[row]) for row in rows.tolist()}):
        frame = resolver.open_frame(method)
        if frame is not None:
            for owner in _registered_with(code, resolver, frame, asking):
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


def _registered_with(code: Code, resolver: Resolver, frame: Frame, asking: set[int]) -> set[int]:
    """Types of objects handed over in one call together with a permission contract."""
    found: set[int] = set()
    for index, each in enumerate(frame.body.instructions):
        if each.opcode not in INVOKES or len(each.registers) < 2:  # noqa: PLR2004  needs a contract and a callback
            continue
        types = set()
        for register in each.registers:
            for got in resolver.values(frame, index, register, Context()):
                if isinstance(got.value, Made) and got.value.site.method == frame.method:
                    types.add(code.symbols.type_number(got.value.descriptor.encode()))
        if types & asking:
            found |= types - asking
    return found


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
