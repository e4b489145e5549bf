"""What compilers make of `async` functions: a function with a switch, left and entered again between its cases."""

from __future__ import annotations

from itertools import pairwise

from permaudit.catalog.script_values import ScriptMachine
from permaudit.facts.scripts.flow.module import Module, arguments_of, bare
from permaudit.facts.scripts.flow.syntax import Node

_DEEPEST = 40  # between a statement and the case that it stands in
_MOST_BEFORE = 3
_AWAITED, _RETURNED = "4", "2"  # how TypeScript's helper numbers what a function gives it


class Machines:
    """The machines of one module: what one gives away in one case comes back to it in the case that it names."""

    def __init__(self, module: Module) -> None:
        self._module, self._graph = module, module.graph
        self._machines: dict[Node, tuple[Node, ScriptMachine]] = {}
        self._waiting: dict[tuple[Node, str], int] = {}
        self._previous: dict[Node, Node] = {}
        self.given_machines: set[Node] = set()

    def join(self) -> None:
        """Join what is given away with what comes back, and mark the functions that give back what a machine does."""
        nodes = self._module.syntax.nodes
        for node in nodes:
            if node.kind == "switch_statement":
                self._find(node)
        if not self._machines and not any(each.is_generator for each in self._module.functions.values()):
            return
        for node in nodes:
            if node.kind == "return_statement" and node.children:
                self._given_away(node, bare(node.children[-1]))
            elif node.kind == "member_expression":
                self._come_back(node)
        for node in reversed(nodes):
            if node.kind == "call_expression" and any(map(self.is_handed_on, arguments_of(node))):
                self.given_machines.add(node)
            elif node.kind == "return_statement" and node.children:
                self._mark(node, bare(node.children[-1]))

    def is_handed_on(self, given: Node) -> bool:
        """Whether an argument is a machine, or what a helper made of one."""
        function = self._module.functions.get(bare(given))
        return function.is_generator if function is not None else bare(given) in self.given_machines

    def _find(self, switch: Node) -> None:
        """A switch on a field of the first parameter of its function, such as `switch (t.prev = t.next)`."""
        function = self._module.names.of(switch).function
        asked = switch.child("value")
        known = self._module.functions.get(function) if function is not None else None
        if function is None or asked is None or known is None or not known.parameter_names:
            return
        asked = bare(asked)
        if asked.kind == "assignment_expression":
            asked = asked.child("right") or asked
        if asked.kind != "member_expression":
            return
        holder, name = self._module.field_of(asked)
        if holder is None or self._module.text(holder) != known.parameter_names[0]:
            return
        for each in self._module.catalog.machines:
            if each.label == name:
                self._machines[function] = (switch, each)
                known.is_generator = True

    def _given_away(self, node: Node, value: Node) -> None:
        function, label = self._case(node)
        if function is None or label is None:
            return
        machine, result = self._machines[function][1], self._module.functions[function].result
        if machine.is_listed:
            if value.kind == "array" and value.children:
                kind, given = self._module.text(value.children[0]), value.children[-1]
                if kind == _AWAITED and label.isdigit():
                    self._graph.join(self._module.value(given), self._place(function, str(int(label) + 1)))
                elif kind == _RETURNED:
                    self._graph.join(self._module.value(given), result)
            return
        if value.kind == "call_expression" and self._is_end(value, function, machine):
            for each in arguments_of(value):
                self._graph.join(self._module.value(each), result)
            return
        target = self._next(node, function, machine)
        if target is not None:
            self._graph.join(self._module.value(value), self._place(function, target))

    def _come_back(self, node: Node) -> None:
        function, label = self._case(node)
        if function is None or label is None:
            return
        holder, name = self._module.field_of(node)
        if holder is None or name != self._machines[function][1].sent or not self._is_parameter(holder, function):
            return
        came = self._place(function, label)
        call = node.parent
        is_called = call is not None and call.kind == "call_expression" and node.field == "function"
        self._graph.join(came, self._module.value(call if is_called and call is not None else node))

    def _case(self, node: Node) -> tuple[Node | None, str | None]:
        """The machine and the case that a part of it stands in."""
        function = self._module.names.of(node).function
        if function is None or function not in self._machines:
            return None, None
        body, current = self._machines[function][0].child("body"), node
        for _ in range(_DEEPEST):
            if current.kind == "switch_case" and current.parent is body:
                value = current.child("value")
                return function, self._module.text(value) if value is not None else None
            if current.parent is None:
                break
            current = current.parent
        return None, None

    def _next(self, node: Node, function: Node, machine: ScriptMachine) -> str | None:
        """The case that is named last before a return: in the same expression, or in a statement before it."""
        places = list(node.children)
        if node.parent is not None:
            places += self._before(node)
        for place in places:
            for each in reversed(_parts(place)):
                left, right = each.child("left"), each.child("right")
                if each.kind == "assignment_expression" and left is not None and right is not None:
                    holder, name = self._module.field_of(left)
                    if name == machine.label and holder is not None and self._is_parameter(holder, function):
                        return self._module.text(right)
        return None

    def _before(self, node: Node) -> list[Node]:
        """The statements just before one, the nearest first."""
        if not self._previous:
            nodes = self._module.syntax.nodes
            self._previous.update(pair[::-1] for each in nodes for pair in pairwise(each.children))
        found: list[Node] = []
        while node in self._previous and len(found) < _MOST_BEFORE:
            node = self._previous[node]
            found.append(node)
        return found

    def _is_end(self, call: Node, function: Node, machine: ScriptMachine) -> bool:
        callee = call.child("function")
        if callee is None or callee.kind != "member_expression":
            return False
        holder, name = self._module.field_of(callee)
        return holder is not None and name == machine.end and self._is_parameter(holder, function)

    def _is_parameter(self, node: Node, function: Node) -> bool:
        return self._module.text(node) == self._module.functions[function].parameter_names[0]

    def _place(self, function: Node, label: str) -> int:
        key = (function, label)
        if key not in self._waiting:
            self._waiting[key] = self._graph.new()
        return self._waiting[key]

    def _mark(self, node: Node, value: Node) -> None:
        """A function that returns what a helper makes of a machine gives back what the machine does."""
        function = self._module.functions.get(self._module.names.of(node).function or node)
        if function is not None and value in self.given_machines:
            function.is_generator = True

    def hand_back(self, node: Node) -> None:
        """Join a call of a helper with the machine that it is given: it gives that function, or what that gives."""
        if node not in self.given_machines:
            return
        for each in filter(self.is_handed_on, arguments_of(node)):
            function = self._module.functions.get(bare(each))
            if function is not None:
                self._graph.join(function.result, self._module.value(node))
            self._graph.join(self._module.value(each), self._module.value(node))


def _parts(node: Node) -> list[Node]:
    """A statement's expression, and what stands between its commas."""
    while node.kind in ("expression_statement", "parenthesized_expression") and node.children:
        node = node.children[-1]
    found: list[Node] = []
    current = node
    while current.kind == "sequence_expression" and current.children:
        found[:0] = current.children[1:]
        current = current.children[0]
    return [current, *found]
