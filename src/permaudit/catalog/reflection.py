"""How code names classes and methods by text and calls them: `rules/catalog/reflection.yaml`."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.catalog.methods import ExactMethodEntry
from permaudit.catalog.references import MethodReference


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
    """The whole file.

    `doors` are methods by which code comes to a provider without the resolver's own methods, `loading` those that bring
    in code and are reached by name; a library that holds one of the texts in `own_loading` calls them for the package's
    own code. `starters` are programs that run code, once given to one of the methods in `running`; `class_paths` are
    texts by which they are told where it is. A text that an interpreter runs comes to people only with one of the
    `reaching_words`.
    """

    names: tuple[NamingMethod, ...] = ()
    calls: tuple[CallingMethod, ...] = ()
    doors: tuple[str, ...] = ()
    loading: tuple[str, ...] = ()
    own_loading: tuple[str, ...] = ()
    starters: tuple[str, ...] = ()
    class_paths: tuple[str, ...] = ()
    running: tuple[MethodReference, ...] = ()
    reaching_words: tuple[str, ...] = ()
