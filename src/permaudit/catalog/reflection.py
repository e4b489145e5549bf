"""How code names classes and methods by text and calls them: `rules/catalog/reflection.yaml`."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.catalog.methods import ExactMethodEntry


class NamingMethod(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method that gives a class, or a method of it, by the text at parameter `named_by`, or all there are (None).

    The class that a method is looked up in is the receiver, or stands at parameter `of`.
    """

    gives: Literal["class", "method", "constructor", "handle"]
    named_by: int | None = None
    of: int | None = None


class CallingMethod(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method that calls what was found by name.

    The arguments are the elements of the array at parameter `arguments`, the object called is the parameter `receiver`
    (None for constructors). A method handle has the object called as the first of the arguments instead, and a call of
    one may have the arguments in the place of the array (a polymorphic signature).
    """

    of: Literal["method", "constructor", "handle"]
    arguments: int
    receiver: int | None = None


class ReflectionCatalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    names: tuple[NamingMethod, ...] = ()
    calls: tuple[CallingMethod, ...] = ()
