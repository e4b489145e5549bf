"""Callbacks of merged classes, told apart by the objects they are called on: what each kind of object hears."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from permaudit.evidence.branches import Branches
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.entries import Entry, Subject
from permaudit.evidence.expressions import Arithmetic, Either, Expression, FieldOf, Word
from permaudit.evidence.pathgraph import Fork, Given, index_of
from permaudit.evidence.values import Site
from permaudit.model.evidence import Trigger

_MOST_OBJECTS = 64


class ForkFinder:
    """Tells the objects of a callback's class apart by the fields on which the callback branches."""

    def __init__(self, code: Code, dispatch: Dispatch, branches: Branches) -> None:
        self._code, self._dispatch = code, dispatch
        self._branches, self._arguments = branches, branches.arguments

    def find(self, method: int, triggers: Mapping[Site, Trigger]) -> list[Fork]:
        """The kinds of objects that a callback is called on; none if not every object can be told."""
        subjects = sorted(
            {
                self._arguments.declared(each)
                for test in self._branches.tests(method)
                for side in (test.left, test.right)
                for each in _own(side)
            }
        )
        sites = self._objects(method)
        if not subjects or not 0 < len(sites) <= _MOST_OBJECTS:
            return []
        kinds: dict[tuple[object, ...], Fork] = {}
        for site in sites:
            given = self._given(method, subjects, site)
            fork = Fork(given, triggers.get(site))
            if not given or kinds.setdefault(tuple(given.items()), fork) != fork:
                return []
        return list(kinds.values())

    def _objects(self, method: int) -> list[Site]:
        """Where objects are made that run a method."""
        _, types = self._dispatch.inheritors(np.array([method]))
        table = self._dispatch.allocations
        _, rows = table.gather(types)
        found = [
            Site(maker, index_of(self._code, maker, position, file))
            for maker, position, file in zip(
                table.methods[rows].tolist(), table.positions[rows].tolist(), table.files[rows].tolist(), strict=True
            )
        ]
        return sorted(found) if all(site.index >= 0 for site in found) else []

    def _given(self, method: int, subjects: list[Subject], made: Site) -> Given:
        """What the fields of an object hold, or nothing if one of them is not known."""
        entry = Entry(method, Entry(made.method), made.index)
        given: Given = {}
        for subject in subjects:
            known, _ = self._arguments.subject(entry, subject)
            if known is None:
                return {}
            given[subject] = known
        return given


def _own(expression: Expression) -> list[Subject]:
    """The fields of `this` that an expression asks for."""
    match expression:
        case FieldOf(Word(0), named):
            return [(0, named)]
        case Arithmetic(_, operand, _):
            return _own(operand)
        case Either(choices):
            return [each for choice in choices for each in _own(choice)]
        case _:
            return []
