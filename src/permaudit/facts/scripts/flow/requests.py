"""Where a script sends what it has: requests, and the servers that their addresses name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from permaudit.catalog.script_values import ArgumentPath, ScriptRequest
from permaudit.facts.scripts.flow.graph import Function, Way
from permaudit.facts.scripts.flow.module import Module, arguments_of, bare
from permaudit.facts.scripts.flow.syntax import Node

_HOST = re.compile(r"(?:https?|wss?)://((?:[a-zA-Z0-9-]{1,63}\.){1,10}[a-zA-Z0-9-]{1,63})(?=[:/?#]|$)")
_LONGEST_ADDRESS = 300
_DEEPEST = 12
_MOST_CALLS = 50  # that may give an object its address
_MOST_LOOKED_AT = 2000  # parts of addresses, in one module


class Requests:
    """The requests of one module, and those of them that people were seen to reach."""

    def __init__(self, module: Module) -> None:
        self._module, self._graph, self._value = module, module.graph, module.value
        self._catalog = module.catalog
        self._sinks: list[tuple[int, ScriptRequest, Node, Node | None]] = []
        self.makers = module.catalog.makers
        self.made: dict[int, tuple[str, Node]] = {}

    def function(self, node: Node, name: str, given: list[Node]) -> None:
        """Note a call, if the function of that name sends what it is given."""
        names = name.split(".")
        for first in range(max(1, len(names) - 1)):  # also as a field of something else: `e.uni.request`
            request = self._catalog.request_of.get(".".join(names[first:]))
            if request is not None and (not first or len(names[first]) > 1):
                self._sink(request, node, given, None)
                return

    def method(self, node: Node, name: str, holder: int, given: list[Node]) -> None:
        """Note a call of a method that sends, once people are in what it is given and its object is known."""
        for request in self._catalog.requests_by_method.get(name, ()):
            hook = partial(self._of_object, request, node, holder, given)
            for each in given:
                self._graph.watch(self._value(each), hook)

    def reached(self) -> list[tuple[ScriptRequest, Node, Node | None]]:
        """The requests that people reach: each with its call, and with the call that made its object."""
        return [(request, node, maker) for value, request, node, maker in self._sinks if self._graph.has(value)]

    def _of_object(self, request: ScriptRequest, node: Node, holder: int, given: list[Node]) -> None:
        for each in self._graph.reached_back(holder):
            name, maker = self.made.get(each, ("", None))
            if name in request.made_by and all(known is not node for _, _, known, _ in self._sinks):
                self._sink(request, node, given, maker)

    def _sink(self, request: ScriptRequest, node: Node, given: list[Node], maker: Node | None) -> None:
        sink = self._graph.new()
        for path in request.data:
            index, _, field = path.partition(".")
            if int(index) < len(given):
                value = self._value(given[int(index)])
                self._graph.join(value, sink, Way.LOAD if field else Way.COPY, field)
        self._sinks.append((sink, request, node, maker))


class Addresses:
    """Finds the servers of requests, where an address is a text or is put together of texts in a simple way."""

    def __init__(self, module: Module, callers: dict[Function, list[Node]]) -> None:
        self._module, self._callers = module, callers
        self._left = _MOST_LOOKED_AT

    def hosts(self, requests: Iterable[tuple[ScriptRequest, Node, Node | None]]) -> frozenset[str]:
        """The servers that the addresses of requests name."""
        found: set[str] = set()
        for request, node, maker in requests:
            for call, path in self._where(request, node, maker):
                matched = _HOST.match(self._argument(call, path))
                if matched is not None:
                    found.add(matched[1].lower())
        return frozenset(found)

    def _where(self, request: ScriptRequest, node: Node, maker: Node | None) -> list[tuple[Node, ArgumentPath]]:
        if request.address is None:
            return []
        if request.address_of is None:
            return [(node, request.address)]
        if request.address_of == "new":
            return [] if maker is None else [(maker, request.address)]
        others = self._module.calls.get(request.address_of, ())[:_MOST_CALLS]
        same = [each for each in others if self._same_object(each, node)]
        return [(each, request.address) for each in same]

    def _same_object(self, call: Node, other: Node) -> bool:
        holders = [self._module.field_of(bare(each.child("function") or each))[0] for each in (call, other)]
        if None in holders:
            return False
        values = [set(self._module.graph.reached_back(self._module.value(each))) for each in holders if each]
        return bool(values[0] & values[1])

    def _argument(self, call: Node, path: ArgumentPath) -> str:
        index, _, field = path.partition(".")
        given = list(arguments_of(call))
        if int(index) >= len(given):
            return ""
        return self._text(self._field(given[int(index)], field) if field else given[int(index)], _DEEPEST)[0]

    def _field(self, node: Node | None, name: str) -> Node | None:
        """The value of a field of an object that is written out, maybe as the only value of a variable."""
        node = self._settled(node)
        if node is None or node.kind != "object":
            return None
        for each in node.children:
            if each.kind == "pair" and self._module.key(each.child("key")) == name:
                return each.child("value")
            if each.kind == "shorthand_property_identifier" and self._module.text(each) == name:
                return each
        return None

    def _settled(self, node: Node | None) -> Node | None:
        """A node, or what the variable that it names was given, if that is one thing only."""
        for _ in range(_DEEPEST):
            if node is None:
                return None
            node = bare(node)
            if node.kind not in ("identifier", "shorthand_property_identifier"):
                return node
            variable = self._module.variable(node)
            if variable is None or variable.parameter_of is not None or len(variable.definitions) != 1:
                return node
            node = variable.definitions[0].node
        return None

    def _text(self, node: Node | None, depth: int) -> tuple[str, bool]:
        """How a text begins, and whether that is all of it."""
        node = self._settled(node)
        self._left -= 1
        if node is None or not depth or self._left < 0:
            return "", False
        match node.kind:
            case "string":
                return self._module.literal(node) or "", True
            case "template_string":
                return self._template(node, depth)
            case "binary_expression" if node.operator == "+":
                return self._joined([node.child("left"), node.child("right")], depth)
            case "call_expression":
                return self._concatenated(node, depth)
            case "member_expression" | "subscript_expression":
                return self._member(node, depth)
            case "identifier" | "shorthand_property_identifier":
                return self._parameter(node, depth)
        return "", False

    def _joined(self, nodes: Iterable[Node | None], depth: int) -> tuple[str, bool]:
        found = ""
        for each in nodes:
            text, is_whole = self._text(each, depth - 1)
            found += text
            if not is_whole or len(found) > _LONGEST_ADDRESS:
                return found, False
        return found, True

    def _template(self, node: Node, depth: int) -> tuple[str, bool]:
        found = ""
        for each in node.children:
            inner = each.children[-1] if each.kind == "template_substitution" and each.children else None
            text, is_whole = (self._module.text(each), True) if inner is None else self._text(inner, depth - 1)
            found += text
            if not is_whole or len(found) > _LONGEST_ADDRESS:
                return found, False
        return found, True

    def _concatenated(self, node: Node, depth: int) -> tuple[str, bool]:
        callee = node.child("function")
        if callee is None or callee.kind != "member_expression":
            return "", False
        holder, name = self._module.field_of(callee)
        return self._joined([holder, *arguments_of(node)], depth) if name == "concat" else ("", False)

    def _member(self, node: Node, depth: int) -> tuple[str, bool]:
        """The text of a field: of an object that is written out, or the only one of its name in the module."""
        holder, name = self._module.field_of(node)
        written = self._field(holder, name) if name else None
        if written is None:
            members = self._module.members.get(name or "", ())
            written = members[0][1] if len(members) == 1 else None
        return self._text(written, depth - 1)

    def _parameter(self, node: Node, depth: int) -> tuple[str, bool]:
        """The text that a parameter is given, if all who call the function give the same beginning."""
        variable = self._module.variable(node)
        of = variable.parameter_of if variable is not None else None
        function = self._module.functions.get(of) if of is not None else None
        if function is None or self._module.text(node) not in function.parameter_names:
            return "", False
        index = function.parameter_names.index(self._module.text(node))
        found = set()
        for call in self._callers.get(function, ()):
            given = list(arguments_of(call))
            found.add(self._text(given[index], depth - 1) if index < len(given) else ("", False))
        return found.pop() if len(found) == 1 else ("", False)
