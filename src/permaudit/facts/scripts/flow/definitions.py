"""Where the variables and fields of a module get their values: declarations, assignments, patterns, parameters."""

from __future__ import annotations

from permaudit.facts.scripts.flow.graph import ANY, Way
from permaudit.facts.scripts.flow.module import ACCESSES, Module, bare
from permaudit.facts.scripts.flow.names import Definition, Variable, pattern_top
from permaudit.facts.scripts.flow.syntax import Node


class Definitions:
    """Gives variables and fields what is put into them."""

    def __init__(self, module: Module) -> None:
        self._module, self._graph, self._value = module, module.graph, module.value

    def name(self, node: Node) -> None:
        """A function or class that is declared by its name, if it has one: a variable with that value."""
        name = node.child("name")
        if name is None:
            return
        scope = self._module.names.of(node) if node.kind.endswith("declaration") else self._module.names.inside(node)
        variable = scope.find(self._module.text(name))
        if variable is not None:
            block = self._module.names.blocks[node]
            variable.definitions.append(Definition(self._value(node), -1, block, replaces=False, node=node))

    def member(self, holder: int, name: str | None, value: Node) -> None:
        """Note that an object has a field, so that calls of it by name are found."""
        if name is None:
            return
        self._module.members.setdefault(name, []).append((holder, value))
        self._module.owners.add(holder)
        function = self._module.functions.get(bare(value))
        if function is not None:
            function.names.add(name)

    def define(self, pattern: Node, holder: Node, at: int, *, replaces: bool = True, node: Node | None = None) -> None:
        """Give a value to the variable or the field that a pattern is; inner patterns are joined by themselves."""
        if pattern.kind in ("identifier", "shorthand_property_identifier_pattern"):
            variable = self._module.variable(pattern)
            if variable is None:  # of the whole page, or of another script
                scope = self._module.names.of(self._module.syntax.nodes[0])
                variable = scope.names.setdefault(self._module.text(pattern), Variable())
            block = self._module.names.blocks[holder]
            variable.definitions.append(Definition(self._value(pattern), at, block, replaces, node))
            function = self._module.functions.get(bare(node)) if node is not None else None
            if function is not None:
                function.names.add(self._module.text(pattern))
        elif pattern.kind in ACCESSES:
            holder_node, name = self._module.field_of(pattern)
            if holder_node is not None:
                self._graph.hold(self._value(pattern), self._value(holder_node), name or ANY)
                if node is not None:
                    self.member(self._value(holder_node), name, node)

    def inner(self, pattern: Node) -> None:
        """Define what a part of a pattern names; its value is joined before."""
        top = pattern_top(pattern)
        holder = top.parent if top.parent is not None else top
        target = pattern
        while target.kind in ("assignment_pattern", "object_assignment_pattern", "rest_pattern") and target.children:
            inner = target.children[0]
            self._graph.join(self._value(target), self._value(inner))
            target = inner
        if holder.kind in ("formal_parameters", "arrow_function"):
            function = holder if holder.kind == "arrow_function" else holder.parent
            assert function is not None
            self.define(target, function, function.start)
        else:
            self.define(target, holder, holder.end if holder.kind != "for_in_statement" else top.end)

    def take_object_apart(self, node: Node) -> None:
        """Give the parts of an object to what a pattern has in their places."""
        for each in node.children:
            part, name = each, self._module.text(each)
            if each.kind == "pair_pattern":
                inner = each.child("value")
                if inner is None:
                    continue
                part, name = inner, self._module.key(each.child("key")) or ANY
            elif each.kind == "object_assignment_pattern":
                name = self._module.text(each.child("left"))
            if each.kind == "rest_pattern":
                self._graph.join(self._value(node), self._value(part))
            elif part.kind != "comment":
                self._graph.join(self._value(node), self._value(part), Way.LOAD, name)
            self.inner(part)

    def take_array_apart(self, node: Node) -> None:
        """The same for the elements of a list."""
        for index, each in enumerate(item for item in node.children if item.kind != "comment"):
            if each.kind == "rest_pattern":
                self._graph.join(self._value(node), self._value(each))
            else:
                self._graph.join(self._value(node), self._value(each), Way.LOAD, str(index))
            self.inner(each)

    def default(self, node: Node) -> None:
        """A part or a parameter that has another value where it is given none."""
        right, left = node.child("right"), node.child("left")
        if right is not None and left is not None:
            self._graph.join(self._value(right), self._value(left))
            holder = node.parent
            if holder is not None and holder.kind == "formal_parameters" and holder.parent is not None:
                self._graph.join(self._value(node), self._value(left))
                self.define(left, holder.parent, holder.parent.start)
