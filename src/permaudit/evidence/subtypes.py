"""What is known of a value, a number or an object's type, and whether an object is of another type."""

from __future__ import annotations

from dataclasses import dataclass

from permaudit.dex.hierarchy import ACC_INTERFACE
from permaudit.evidence.code import Code

_MOST_SUBTYPES = 64


@dataclass(frozen=True, slots=True)
class Typed:
    """An object of a type, or with `exact` unset of a subtype; with `present` unset it may be null."""

    type_number: int
    exact: bool = False
    present: bool = False


Known = int | Typed
"""A number, or an object of a type."""


class Subtypes:
    """Answers instance-of, where the hierarchy in the app leaves no doubt."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._known: dict[tuple[Typed | int | None, int], int | None] = {}

    def is_instance(self, known: Known | None, type_number: int) -> int | None:
        """1 if what is known is of the type, 0 if it is not, None if it may be either."""
        if known is None or isinstance(known, int):
            return 0 if known == 0 else None
        key = known, type_number
        if key not in self._known:
            self._known[key] = self._find(known, type_number)
        return self._known[key]

    def _find(self, known: Typed, type_number: int) -> int | None:
        code = self._code
        own = known.type_number
        if own < 0 or type_number < 0 or not code.hierarchy.is_defined(own):
            return None
        if not known.exact and int(code.hierarchy.class_flags[own]) & ACC_INTERFACE:
            return None  # Android does not check that an object has the interface it is declared with
        family = [own] if known.exact else [own, *code.descendants(own)]
        if len(family) > _MOST_SUBTYPES or not all(self._is_complete(each) for each in family):
            return None
        wanted = code.type_name(type_number)
        found = {wanted in code.platform_ancestors(code.type_name(each)) for each in family}
        if found == {False}:
            return 0
        return 1 if found == {True} and known.present else None

    def _is_complete(self, type_number: int) -> bool:
        """Whether all supertypes are the app's or the platform's own."""
        code = self._code
        return not code.hierarchy.truncated and all(
            code.hierarchy.is_defined(each) or code.symbols.types[each] in code.framework
            for each in code.hierarchy.ancestors(type_number).tolist()
        )
