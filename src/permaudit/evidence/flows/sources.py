"""Where the data of a read comes out, as the facts that following begins with."""

from __future__ import annotations

from permaudit.catalog.operations import CursorMethods
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.code import Code
from permaudit.evidence.cursors import CursorFollower
from permaudit.evidence.flows.facts import Form, RegisterFact
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.results import CursorStarts
from permaudit.evidence.values import Site

_CURSOR = "Landroid/database/Cursor;"


class Sources:
    """Finds the beginnings."""

    def __init__(self, resolver: Resolver, cursor: CursorMethods) -> None:
        self._code: Code = resolver.code
        self._starts = CursorStarts(resolver, CursorFollower(resolver, cursor))

    def of(self, read: RawRead) -> list[RegisterFact] | None:
        """The facts a read begins with: its cursor, its stream, or what it gives at once.

        None where that comes out in a place that is not known.
        """
        form: Form = "rows" if self._gives_rows(read) else "value"
        starts = self._starts.starts(read)
        if starts is None:
            return None
        stacks = self._stacks(read)
        return [
            RegisterFact(method, index, register, form, stack if method == read.method else ())
            for method, index, register in starts
            for stack in stacks
        ]

    def _gives_rows(self, read: RawRead) -> bool:
        api = read.api
        if api.result == "return":
            return api.descriptor.endswith(_CURSOR)
        return api.kind == "query"

    def _stacks(self, read: RawRead) -> list[tuple[Site, ...]]:
        """The calls in which this was read, where the reading method serves several; else any."""
        stacks: list[tuple[Site, ...]] = []
        for seed in sorted(read.seeds):
            body = self._code.body(seed.method)
            opcode = body.instructions[seed.index].opcode if body is not None else 0
            callee = self._code.callee(body, seed.index) if body is not None and opcode in INVOKES else -1
            if callee < 0 or int(self._code.program.definition_of[callee]) != read.method:
                return [()]
            stacks.append((seed,))
        return stacks or [()]
