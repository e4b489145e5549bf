"""Which instruction every way to some others leads through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from permaudit.dex.body import MethodBody

_MOST_STEPS = 400_000
_MOST_KEPT = 64


class _TooLongError(Exception):
    """A method whose ways cross more than those of any real one."""


@dataclass(slots=True)
class _Tree:
    """The nearest dominator of each instruction that can run, and its rank in reverse postorder."""

    above: dict[int, int]
    rank: dict[int, int]
    steps: int = field(default=0)

    def common(self, left: int, right: int) -> int:
        """The last instruction that every way to both leads through."""
        while left != right:
            self.steps += 1
            if self.steps > _MOST_STEPS:
                raise _TooLongError
            if self.rank[left] > self.rank[right]:
                left = self.above[left]
            else:
                right = self.above[right]
        return left


class Dominators:
    """Answers `nearest`; what was found of the last few methods is kept."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[MethodBody, _Tree | None]] = {}

    def nearest(self, body: MethodBody, wanted: Iterable[int], pay: Callable[[int], bool]) -> int | None:
        """The last instruction that every way from the start of a method to any of `wanted` leads through.

        None if one of them cannot be reached, or if it costs more than can be paid.
        """
        known = self._known.get(id(body))
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[id(body)] = (body, _build(body))
            if not pay(len(body.instructions) + (known[1].steps if known[1] is not None else _MOST_STEPS)):
                return None
        tree = known[1]
        if tree is None:
            return None
        found: int | None = None
        tree.steps = 0
        try:
            for each in wanted:
                if each not in tree.rank:
                    return None
                found = each if found is None else tree.common(found, each)
        except _TooLongError:
            return None
        return found


def _in_reverse_postorder(body: MethodBody) -> list[int]:
    if not body.instructions:
        return []
    seen = {0}
    done: list[int] = []
    stack = [(0, iter(body.successors(0)))]
    while stack:
        index, following = stack[-1]
        fresh = next((each for each in following if each not in seen), None)
        if fresh is None:
            done.append(index)
            stack.pop()
        else:
            seen.add(fresh)
            stack.append((fresh, iter(body.successors(fresh))))
    return done[::-1]


def _build(body: MethodBody) -> _Tree | None:
    """The dominators of a method (Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm)."""
    order = _in_reverse_postorder(body)
    tree = _Tree({0: 0}, {index: place for place, index in enumerate(order)})
    changed = True
    try:
        while changed:
            changed = False
            for index in order[1:]:
                found = -1
                for before in body.predecessors(index):
                    tree.steps += 1
                    if before in tree.above:
                        found = before if found < 0 else tree.common(found, before)
                if found >= 0 and tree.above.get(index) != found:
                    tree.above[index] = found
                    changed = True
    except _TooLongError:
        return None
    return tree
