"""One module of a script with its names and its values, as the parts of the analysis share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from permaudit.catalog.script_values import ScriptValues
from permaudit.facts.scripts.flow.graph import Function, Graph
from permaudit.facts.scripts.flow.names import FUNCTIONS, Names, Variable
from permaudit.facts.scripts.flow.syntax import Node, Syntax

ACCESSES = frozenset({"member_expression", "subscript_expression"})
"""The kinds of nodes that are a field of an object."""

_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A module of a bundle in a text of several: its place, its key, and the keys that it asks for by their number."""

    start: int
    end: int
    key: str
    asked: tuple[str, ...] = ()


class Module:
    """One module: `values` numbers what its nodes mean, `members` the values of its fields by their name.

    A member comes with the value of the object that has it; `owners` are the objects that have nothing from elsewhere.
    `calls` are the calls by the name they are made by; `parts` are the names of values that are parts of the app under
    a name, or of the page, `givers` the functions that gave them. Of a `bundle` of several, `required` are the keys of
    the modules that values are.
    """

    def __init__(self, syntax: Syntax, catalog: ScriptValues, bundle: Sequence[Part] = ()) -> None:
        self.syntax, self.catalog, self.bundle = syntax, catalog, bundle
        self.required: dict[int, str] = {}
        self.names = Names(syntax)
        self.graph = Graph(catalog.properties_of_nobody)
        self.functions: dict[Node, Function] = {}
        self.members: dict[str, list[tuple[int, Node]]] = {}
        self.owners: set[int] = set()
        self.calls: dict[str, list[Node]] = {}
        self.parts: dict[int, str] = {}
        self.givers: dict[int, str] = {}
        self._values: dict[Node, int] = {}

    def value(self, node: Node) -> int:
        """The value of a node."""
        known = self._values.get(node)
        if known is None:
            known = self._values[node] = self.graph.new()
        return known

    def text(self, node: Node | None) -> str:
        """The text of a node; empty for none."""
        return "" if node is None else self.syntax.text_of(node)

    def variable(self, node: Node) -> Variable | None:
        """The variable that an identifier means; None if the module does not declare it."""
        return self.names.of(node).find(self.text(node))

    def this(self, node: Node) -> int:
        """What `this` is where a node stands."""
        return self.value(self.names.of(node).this_of)

    def key(self, node: Node | None) -> str | None:
        """The field that the key of a pair, of a method or in brackets names; None if it is not known."""
        if node is None:
            return None
        if node.kind in ("string", "template_string"):
            return self.literal(node)
        if node.kind == "number" or node.kind.endswith("property_identifier"):
            return self.text(node)
        return None

    def literal(self, node: Node) -> str | None:
        """The text of a string without substitutions."""
        if any(each.kind == "template_substitution" for each in node.children):
            return None
        return self.syntax.text_of(node, 1000)[1:-1]

    def field_of(self, node: Node) -> tuple[Node | None, str | None]:
        """The object and the field of `object.field` or `object["field"]`."""
        named = node.child("property") if node.kind == "member_expression" else node.child("index")
        return node.child("object"), self.key(named)

    def dotted(self, node: Node) -> str | None:
        """A name such as `uni.request`, as if it were that of no variable; None for all that is no plain name.

        What the module declares itself has none, unless it is a part of the app under its own name.
        """
        names: list[str] = []
        node = bare(node)
        while node.kind in ACCESSES and len(names) < _LONGEST_NAME:
            holder, name = self.field_of(node)
            if holder is None or name is None:
                return None
            names.append(name)
            node = bare(holder)
        names.reverse()
        names = [each for each in names if each not in self.catalog.wrappers]
        root = self._root(node)
        if root is not None:
            names.insert(0, root)
        elif len(names) < 2:  # noqa: PLR2004  (a lone field of something else is no name)
            return None
        while len(names) > 1 and names[0] in self.catalog.global_objects:
            del names[0]
        return ".".join(names)

    def _root(self, node: Node) -> str | None:
        if node.kind == "call_expression":
            return self.named_part(node)
        if node.kind != "identifier":
            return None
        variable = self.variable(node)
        if variable is None:
            return self.text(node)
        if variable.alias is None and len(variable.definitions) == 1:
            made = variable.definitions[0].node
            if made is not None and bare(made).kind == "call_expression":
                return self.named_part(bare(made))
        return variable.alias

    def named_part(self, call: Node) -> str | None:
        """The name of the part of the app that a call such as `registerPlugin("Contacts")` gives."""
        if self.giver(call) is None:
            return None
        first = next(arguments_of(call), None)
        named = self.literal(first) if first is not None and first.kind == "string" else None
        return named.rpartition("/")[2] if named else None

    def part_at(self, node: Node) -> Part | None:
        """The module of the bundle that a node stands in."""
        return next((each for each in self.bundle if each.start <= node.start < each.end), None)

    def asked_for(self, call: Node) -> str | None:
        """The key of the module that a call such as `n("1f2e")` or `r(d[0])` asks for."""
        given, own = list(arguments_of(call)), self.part_at(call)
        if own is None or len(given) != 1:
            return None
        if given[0].kind in ("string", "number"):
            return self.key(given[0])
        index = self.field_of(given[0])[1] if given[0].kind == "subscript_expression" else None
        number = int(index) if index is not None and index.isdigit() and len(index) < _LONGEST_NAME else len(own.asked)
        return own.asked[number] if number < len(own.asked) else None

    def giver(self, call: Node) -> str | None:
        """The function of the catalogue that gives parts of the app by name, if a call is one of it."""
        function = call.child("function")
        text = "" if function is None else self.text(bare(function))
        fitting = [each for each in self.catalog.named_by if text == each or text.endswith("." + each)]
        return max(fitting, key=len, default=None)


def bare(node: Node) -> Node:
    """What is in brackets, and the last of what stands between commas: `(0, x)` is x."""
    while node.kind in ("parenthesized_expression", "sequence_expression") and node.children:
        node = node.children[-1]
    return node


def arguments_of(call: Node) -> Iterator[Node]:
    """The arguments of a call."""
    holder = call.child("arguments")
    if holder is not None and holder.kind == "arguments":
        yield from (each for each in holder.children if each.kind != "comment")


def returned_by(function: Node) -> Node | None:
    """The expression that an arrow function without braces gives back."""
    body = function.child("body")
    return body if function.kind == "arrow_function" and body is not None and body.kind != "statement_block" else None


def is_function(node: Node) -> bool:
    """Whether a node is a function."""
    return node.kind in FUNCTIONS
