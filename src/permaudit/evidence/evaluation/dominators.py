"""Which instruction every way to some others leads through."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.dex.body import MethodBody


def nearest_dominator(body: MethodBody, wanted: Iterable[int]) -> int | None:
    """The last instruction that every way from the start of a method to any of `wanted` leads through.

    None if one of them cannot be reached.
    """
    order = _in_reverse_postorder(body)
    rank = {index: place for place, index in enumerate(order)}
    above = _immediate(body, order, rank)
    found: int | None = None
    for each in wanted:
        if each not in rank:
            return None
        found = each if found is None else _common(found, each, above, rank)
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


def _immediate(body: MethodBody, order: list[int], rank: dict[int, int]) -> dict[int, int]:
    """The nearest dominator of each instruction (Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm)."""
    above = {0: 0}
    changed = True
    while changed:
        changed = False
        for index in order[1:]:
            found = -1
            for before in body.predecessors(index):
                if before in above and before in rank:
                    found = before if found < 0 else _common(found, before, above, rank)
            if found >= 0 and above.get(index) != found:
                above[index] = found
                changed = True
    return above


def _common(left: int, right: int, above: dict[int, int], rank: dict[int, int]) -> int:
    while left != right:
        while rank[left] > rank[right]:
            left = above[left]
        while rank[right] > rank[left]:
            right = above[right]
    return left
