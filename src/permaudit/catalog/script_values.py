"""What JavaScript does with a value: requests that take it along, and what hands it on inside the script."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

import msgspec

from permaudit.catalog.signs import PathPattern

DottedName = Annotated[str, msgspec.Meta(pattern=r"^[\w$]+(\.[\w$]+)*$")]
Name = Annotated[str, msgspec.Meta(pattern=r"^[\w$]+$")]
ArgumentPath = Annotated[str, msgspec.Meta(pattern=r"^\d(\.[\w$]+)?$")]
"""An argument of a call, and maybe a property of it: `1.body`."""

Gives = Literal["same", "item", "joined", "returned", "list-of-returned", "nothing"]


class ScriptRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A call that sends what some of its arguments hold.

    It is a function of one of the `names`, or the `method` of an object that one of `made_by` makes. The `address` is
    an argument too; of the same call, or of that to the method `address_of` of the same object, `new` being what made
    it.
    """

    source: str
    data: tuple[ArgumentPath, ...]
    names: tuple[DottedName, ...] = ()
    made_by: tuple[DottedName, ...] = ()
    method: Name | None = None
    address: ArgumentPath | None = None
    address_of: Name | None = None

    def __post_init__(self) -> None:
        if bool(self.names) is bool(self.made_by):
            raise ValueError("exactly one of names and made_by is needed")
        if bool(self.made_by) is not bool(self.method):
            raise ValueError("a method belongs to what makes its object")
        if self.address_of and not (self.address and self.method):
            raise ValueError("address_of needs an address and a method")


class ScriptMethod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Methods of any object: what the function they are given gets, and what they give back.

    `item` is the parameter that gets one of the values, `value` that which gets the object itself. With `fills`, the
    arguments belong to the object afterwards, or `into` a property of it. `keyed`: the first argument is the name that
    the value has in the object.
    """

    names: tuple[Name, ...]
    gives: Gives
    item: int | None = None
    value: int | None = None
    fills: bool = False
    into: Name | None = None
    keyed: bool = False


class ScriptMachine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a compiler makes of an `async` function, by the fields of the object that the function is called with.

    The case to go on with is its `label`, what comes back its `sent`; with its method `end` the function gives back a
    value. `is_listed`: the function gives `[4, value]` instead, and goes on with the next case.
    """

    source: str
    label: Name
    sent: Name
    end: Name | None = None
    is_listed: bool = False


class ScriptValues(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole file."""

    requests: tuple[ScriptRequest, ...]
    global_objects: frozenset[Name]
    wrappers: frozenset[Name]
    named_by: frozenset[DottedName]
    copies: frozenset[DottedName]
    joins: frozenset[DottedName]
    joining_words: tuple[Name, ...]
    properties_of_nobody: frozenset[Name]
    methods: tuple[ScriptMethod, ...]
    machines: tuple[ScriptMachine, ...]
    pages: tuple[PathPattern, ...]
    successes: tuple[Name, ...]
    failures: frozenset[Name]
    mixed_in: frozenset[Name]

    @cached_property
    def method_of(self) -> dict[str, ScriptMethod]:
        """The methods by name."""
        return {name: each for each in self.methods for name in each.names}

    @cached_property
    def request_of(self) -> dict[str, ScriptRequest]:
        """The requests that are functions, by name."""
        return {name: each for each in self.requests for name in each.names}

    @cached_property
    def requests_by_method(self) -> dict[str, tuple[ScriptRequest, ...]]:
        """The requests that are methods, by the method's name."""
        names = dict.fromkeys(each.method for each in self.requests if each.method)
        return {name: tuple(each for each in self.requests if each.method == name) for name in names}

    @cached_property
    def makers(self) -> frozenset[str]:
        """What makes an object that has a request as its method."""
        return frozenset(name for each in self.requests for name in each.made_by)
