"""What was found to hold the data so far, how it got there, and what is still to be looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec.structs import replace

from permaudit.evidence.flows.facts import Arrival, Carry, Fact, RegisterFact

_MOST_STACKS = 12
"""Ways of calls in which one register is told apart; of more of them only the innermost call is."""


@dataclass(slots=True)
class Trail:
    """Facts with the fields they hold, as bits, each with the way by which it was found first.

    What an instruction of a `banned` method does is left out, and what is held in methods that are left out. A fact
    that comes to hold more is looked at again, so that in the end every fact holds all it can.
    """

    holds: dict[Fact, int] = field(default_factory=dict)
    came: dict[Fact, tuple[Fact | None, Carry]] = field(default_factory=dict)
    arrivals: dict[Arrival, tuple[int, Fact, Carry]] = field(default_factory=dict)
    banned: frozenset[int] = frozenset()
    is_left_out: Callable[[int], bool] | None = None
    _stacks: dict[tuple[int, int, int], int] = field(default_factory=dict)
    _waiting: deque[Fact] = field(default_factory=deque)

    def add(self, fact: Fact, bits: int, before: Fact | None, carry: Carry) -> None:
        """Note that a fact holds these fields too."""
        if isinstance(fact, RegisterFact) and self.is_left_out is not None and self.is_left_out(fact.method):
            return
        if isinstance(fact, RegisterFact) and fact.stack and fact not in self.holds:
            fact = self._bound(fact)
        known = self.holds.get(fact, 0)
        if bits | known == known or carry.method in self.banned:
            return
        self.holds[fact] = bits | known
        if fact not in self.came:
            self.came[fact] = (before, carry)
        self._waiting.append(fact)

    def _bound(self, fact: RegisterFact) -> RegisterFact:
        """The fact in its innermost call alone, if it was seen in very many ways; it still goes back to that call."""
        place = (fact.method, fact.index, fact.register)
        self._stacks[place] = self._stacks.get(place, 0) + 1
        return replace(fact, stack=fact.stack[-1:]) if self._stacks[place] > _MOST_STACKS else fact

    def arrive(self, arrival: Arrival, bits: int, before: Fact, carry: Carry) -> None:
        """Note that these fields reach a sink; the first way found, which is the shortest, is kept."""
        if carry.method in self.banned:
            return
        if arrival in self.arrivals:
            known, first, way = self.arrivals[arrival]
            self.arrivals[arrival] = (known | bits, first, way)
        else:
            self.arrivals[arrival] = (bits, before, carry)

    def take(self) -> tuple[Fact, int] | None:
        """The next fact to look at, with what it holds."""
        if not self._waiting:
            return None
        fact = self._waiting.popleft()
        return fact, self.holds[fact]

    def way_to(self, fact: Fact | None) -> list[Carry]:
        """How the data came to a fact, from the read on."""
        way: list[Carry] = []
        while fact is not None:
            fact, carry = self.came[fact]
            way.append(carry)
        return way[::-1]
