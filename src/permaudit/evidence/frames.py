"""In which call a value is asked for: frames, and the choices made so far about who called.

A frame that was entered through a known call finds its parameters there. An open frame was not: asking for one of its
parameters goes through all callers, and the choice of caller is kept in the Context, so that the URI, the projection
and the selection of one query are taken from the same caller and the same object.
"""

from __future__ import annotations

from msgspec import Struct

from permaudit.dex.body import MethodBody
from permaudit.evidence.values import Value

Key = tuple[tuple[str, int, int], ...]


class Frame(Struct, frozen=True, eq=False):
    """A method being looked at: `key` tells open frames apart; `caller` is the call it was entered through."""

    method: int
    body: MethodBody
    key: Key
    caller: tuple[Frame, int] | None = None


class Context(Struct, frozen=True, cache_hash=True):
    """Choices made: for open frames their caller, for objects of a class where their fields were written.

    `makers` are the allocations of objects whose class decided which override ran.
    """

    callers: tuple[tuple[Key, Frame, int], ...] = ()
    births: tuple[tuple[int, Frame], ...] = ()
    makers: tuple[tuple[int, int], ...] = ()

    def caller_of(self, frame: Frame) -> tuple[Frame, int] | None:
        """The caller chosen for an open frame."""
        for key, caller, index in self.callers:
            if key == frame.key:
                return caller, index
        return None

    def with_caller(self, frame: Frame, caller: Frame, index: int) -> Context:
        """The context in which an open frame was called at one place."""
        return Context((*self.callers, (frame.key, caller, index)), self.births, self.makers)

    def birth_of(self, type_number: int) -> Frame | None:
        """The frame in which the fields of this class's object were written."""
        for number, frame in self.births:
            if number == type_number:
                return frame
        return None

    def with_birth(self, type_number: int, frame: Frame) -> Context:
        """The context in which an object's fields were written by one method."""
        return Context(self.callers, (*self.births, (type_number, frame)), self.makers)

    def with_maker(self, method: int, index: int) -> Context:
        """The context in which an object made at one place decides which override of a method runs."""
        made = (method, index)
        return self if made in self.makers else Context(self.callers, self.births, (*self.makers, made))

    def top(self, frame: Frame) -> tuple[Frame, int]:
        """The outermost caller chosen for an open frame and the index of its call: where the value began.

        The index is -1 where no caller was chosen.
        """
        index = -1
        for _ in self.callers:
            caller = self.caller_of(frame)
            if caller is None:
                break
            frame, index = caller
        return frame, index


class Resolved(Struct, frozen=True):
    """One value a register may hold, and the context in which it does."""

    value: Value
    context: Context
