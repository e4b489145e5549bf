"""What a register may hold, as far as it can be known without running the app.

Structs, though nothing here is serialised: values are made, compared and hashed by the ten thousand.
"""

from __future__ import annotations

from msgspec import Struct

UNKNOWN_PIECE = "*"
"""Stands in texts and URIs for a piece that is built at run time."""


class Site(Struct, frozen=True, order=True):
    """An instruction: method number and index of the instruction in its body."""

    method: int
    index: int


class Text(Struct, frozen=True):
    """A string; where a piece came out of a cursor's row, `rows` names the call that gave the cursor."""

    text: str
    rows: frozenset[Site] = frozenset()


class Uri(Struct, frozen=True):
    """A URI as text; `rows` as for Text."""

    text: str
    rows: frozenset[Site] = frozenset()


class Number(Struct, frozen=True):
    """An integer constant; 0 also stands for null."""

    number: int


class ClassName(Struct, frozen=True):
    """A class constant, by descriptor."""

    descriptor: str


class FieldName(Struct, frozen=True):
    """A field named by reflection: class descriptor and field name."""

    descriptor: str
    name: str


class MethodName(Struct, frozen=True):
    """A method named by reflection.

    The class descriptor is empty where it is not known; so is each parameter's, and `parameters` is None where not
    even their number is. `found_at` is the call that looked it up.
    """

    descriptor: str
    name: str
    parameters: tuple[str, ...] | None = None
    found_at: Site | None = None


class Items(Struct, frozen=True):
    """An array with its elements in order; an element that is not known is Unknown."""

    items: tuple[Value, ...]


class Row(Struct, frozen=True):
    """A value taken out of a cursor's row; `source` is the call that gave the cursor."""

    source: Site


class Made(Struct, frozen=True):
    """An object allocated at a site, by class descriptor."""

    descriptor: str
    site: Site


class Result(Struct, frozen=True):
    """What a call gave that no operation explains: the method named, and where it was called."""

    method: str
    site: Site


class Handed(Struct, frozen=True):
    """A value the system hands to a callback: word `word` of `method`; `picked` once taken out of its intent."""

    method: int
    word: int
    picked: bool = False


class Unknown(Struct, frozen=True):
    """Nothing is known."""

    why: str = ""


Value = Text | Uri | Number | ClassName | FieldName | MethodName | Items | Row | Made | Result | Handed | Unknown

NULL = Number(0)


def as_text(value: Value) -> Text:
    """The text a value stands for when it is joined into a string."""
    match value:
        case Text():
            return value
        case Uri(text, rows):
            return Text(text, rows)
        case Number(number):
            return Text(str(number))
        case Row(source):
            return Text(UNKNOWN_PIECE, frozenset({source}))
        case _:
            return Text(UNKNOWN_PIECE)
