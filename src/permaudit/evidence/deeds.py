"""Something that code does at one instruction, as far as call paths to it need to know."""

from __future__ import annotations

from dataclasses import dataclass

from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.values import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What the instruction `index` of a method does.

    `seeds` are the calls in which it was decided what is done, by a caller of the method; `carriers` those that made
    an object which carries the decision to it.
    """

    method: int
    index: int
    seeds: frozenset[Site] = frozenset()
    carriers: frozenset[Site] = frozenset()

    @property
    def site(self) -> Site:
        """The instruction."""
        return Site(self.method, self.index)


def decided(code: Code, frame: Frame, context: Context) -> tuple[frozenset[Site], frozenset[Site]]:
    """Where a value found in `context` was decided: (seeds, carriers), as a Deed names them.

    An object whose class is the method's own is no carrier: whoever made it decided what is done, but not when.
    """
    top, index = context.top(frame)
    seeds = {Site(*maker) for maker in context.makers}
    if index >= 0:
        seeds.add(Site(top.method, index))
    doer = int(code.symbols.method_types[frame.method])
    own = {doer, *code.hierarchy.superclasses(doer)}
    carriers: set[Site] = set()
    for number, birth in context.births:
        maker, call = context.top(birth)
        if call >= 0 or int(code.symbols.method_types[maker.method]) != number:
            (seeds if number in own else carriers).add(Site(maker.method, max(call, 0)))
    return frozenset(seeds), frozenset(carriers)
