"""How each expression of a module passes values on; what calls do stands in its own module."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.facts.scripts.flow.calling import Calls
from permaudit.facts.scripts.flow.definitions import Definitions
from permaudit.facts.scripts.flow.graph import ANY, Function, Way
from permaudit.facts.scripts.flow.module import ACCESSES, Module, is_function, returned_by
from permaudit.facts.scripts.flow.names import Definition, Variable, pattern_top
from permaudit.facts.scripts.flow.resuming import Machines
from permaudit.facts.scripts.flow.syntax import Node

_MOST_INDEXED = 8  # elements of a list that are told apart
_LOGICAL = frozenset({"&&", "||", "??"})


class Builder:
    """Joins the values of all nodes of a module."""

    def __init__(self, module: Module, calls: Calls, machines: Machines) -> None:
        self._module, self._graph, self._machines = module, module.graph, machines
        self._value = module.value
        self._definitions = definitions = Definitions(module)
        copies = self._copy_last
        self._handlers: dict[str, Callable[[Node], None]] = {
            "parenthesized_expression": copies,
            "sequence_expression": copies,
            "await_expression": copies,
            "yield_expression": copies,
            "spread_element": copies,
            "binary_expression": self._binary,
            "ternary_expression": self._ternary,
            "template_string": self._template,
            "member_expression": self._field,
            "subscript_expression": self._field,
            "object": self._object,
            "array": self._array,
            "object_pattern": definitions.take_object_apart,
            "array_pattern": definitions.take_array_apart,
            "assignment_pattern": definitions.default,
            "object_assignment_pattern": definitions.default,
            "variable_declarator": self._declarator,
            "assignment_expression": self._assignment,
            "augmented_assignment_expression": self._augmented,
            "for_in_statement": self._loop,
            "return_statement": self._returned,
            "class_declaration": definitions.name,
            "class": definitions.name,
            "field_definition": self._class_field,
            "this": self._this,
            "identifier": self._identifier,
            "shorthand_property_identifier": self._identifier,
            "call_expression": calls.call,
            "new_expression": calls.new,
        }

    def build(self) -> None:
        """Join everything: first functions and what gives variables their values, because uses may stand before."""
        nodes = self._module.syntax.nodes
        for node in nodes:
            if is_function(node):
                self._function(node)
        self._machines.join()
        reads = []
        for node in nodes:
            if node.kind in ("identifier", "shorthand_property_identifier", "call_expression", "new_expression"):
                reads.append(node)
            elif node.kind in self._handlers:
                self._handlers[node.kind](node)
        for node in reads:
            self._handlers[node.kind](node)

    def _function(self, node: Node) -> None:
        module, graph = self._module, self._graph
        listed = node.child("parameters")
        single = node.child("parameter")
        patterns = [single] if single is not None else listed.children if listed is not None else []
        patterns = [each for each in patterns if each.kind != "comment"]
        function = Function(
            parameters=[self._value(each) for each in patterns],
            parameter_names=[module.text(each) for each in patterns],
            arguments=graph.new(),
            result=graph.new(),
            is_generator="generator" in node.kind,
        )
        for index, pattern in enumerate(patterns):
            self._definitions.define(pattern, node, at=node.start)
            if pattern.kind == "rest_pattern":
                function.parameters[index] = graph.new()
                graph.join(function.arguments, self._value(pattern))
                self._definitions.inner(pattern)
        module.functions[node] = graph.functions[self._value(node)] = function
        body = returned_by(node)
        if body is not None:
            graph.join(self._value(body), function.result)
        name = node.child("name")
        if node.kind == "method_definition":
            self._definitions.member(
                module.this(name) if name is not None else self._value(node), module.key(name), node
            )
        elif name is not None:
            function.names.add(module.text(name))
            self._definitions.name(node)

    def _copy_last(self, node: Node) -> None:
        if node.children:
            self._graph.join(self._value(node.children[-1]), self._value(node))

    def _binary(self, node: Node) -> None:
        left, right = node.child("left"), node.child("right")
        if left is None or right is None:
            return
        if node.operator == "+":
            self._graph.join(self._value(left), self._value(node), Way.JOIN)
            self._graph.join(self._value(right), self._value(node), Way.JOIN)
        elif node.operator in _LOGICAL:
            self._graph.join(self._value(right), self._value(node))
            if node.operator != "&&":
                self._graph.join(self._value(left), self._value(node))

    def _ternary(self, node: Node) -> None:
        for name in ("consequence", "alternative"):
            branch = node.child(name)
            if branch is not None:
                self._graph.join(self._value(branch), self._value(node))

    def _template(self, node: Node) -> None:
        for each in node.children:
            if each.kind == "template_substitution" and each.children:
                self._graph.join(self._value(each.children[-1]), self._value(node), Way.JOIN)

    def _field(self, node: Node) -> None:
        if pattern_top(node) is not node or (
            node.field == "left" and node.parent is not None and node.parent.kind == "assignment_expression"
        ):
            return
        holder, name = self._module.field_of(node)
        if holder is not None:
            self._graph.join(self._value(holder), self._value(node), Way.LOAD, name or ANY)

    def _object(self, node: Node) -> None:
        module, value = self._module, self._value(node)
        for each in node.children:
            if each.kind == "pair":
                inner, name = each.child("value"), module.key(each.child("key"))
                if inner is not None:
                    self._graph.join(self._value(inner), value, Way.STORE, name or ANY)
                    owner = module.names.objects.get(node, node)
                    self._definitions.member(self._value(owner), name, inner)
            elif each.kind == "shorthand_property_identifier":
                self._graph.join(self._value(each), value, Way.STORE, module.text(each))
                self._definitions.member(value, module.text(each), each)
            elif each.kind == "spread_element":
                self._graph.join(self._value(each), value)
            elif each.kind == "method_definition":
                self._graph.join(self._value(each), value, Way.STORE, module.key(each.child("name")) or ANY)

    def _array(self, node: Node) -> None:
        items = [each for each in node.children if each.kind != "comment"]
        is_counted = len(items) <= _MOST_INDEXED and not any(each.kind == "spread_element" for each in items)
        for index, each in enumerate(items):
            if each.kind == "spread_element":
                item = self._graph.new()
                self._graph.join(self._value(each), item, Way.LOAD, ANY)
                self._graph.join(item, self._value(node), Way.STORE, ANY)
            else:
                self._graph.join(self._value(each), self._value(node), Way.STORE, str(index) if is_counted else ANY)

    def _declarator(self, node: Node) -> None:
        name, value = node.child("name"), node.child("value")
        if name is not None and value is not None:
            self._graph.join(self._value(value), self._value(name))
            self._definitions.define(name, node, node.end, node=value)

    def _assignment(self, node: Node) -> None:
        left, right = node.child("left"), node.child("right")
        if left is not None and right is not None:
            self._graph.join(self._value(right), self._value(left))
            self._graph.join(self._value(right), self._value(node))
            self._definitions.define(left, node, node.end, node=right)

    def _augmented(self, node: Node) -> None:
        left, right = node.child("left"), node.child("right")
        if left is not None and right is not None and node.operator.rstrip("=") in ("+", *_LOGICAL):
            held = self._graph.new()
            self._graph.join(self._value(right), held, Way.JOIN if node.operator == "+=" else Way.COPY)
            self._graph.join(held, self._value(node))
            variable = self._module.variable(left) if left.kind == "identifier" else None
            if variable is not None:
                block = self._module.names.blocks[node]
                variable.definitions.append(Definition(held, node.end, block, replaces=False))
            elif left.kind in ACCESSES:
                holder, name = self._module.field_of(left)
                if holder is not None:
                    self._graph.hold(held, self._value(holder), name or ANY)

    def _loop(self, node: Node) -> None:
        left, right = node.child("left"), node.child("right")
        if left is not None and right is not None and node.operator == "of":
            self._graph.join(self._value(right), self._value(left), Way.LOAD, ANY)
            self._definitions.define(left, left, left.end)

    def _returned(self, node: Node) -> None:
        function = self._module.functions.get(self._module.names.of(node).function or node)
        if function is not None and node.children:
            self._graph.join(self._value(node.children[-1]), function.result)

    def _class_field(self, node: Node) -> None:
        name, value = node.child("property"), node.child("value")
        if value is not None:
            self._graph.hold(self._value(value), self._module.this(node), self._module.key(name) or ANY)
            self._definitions.member(self._module.this(node), self._module.key(name), value)

    def _this(self, node: Node) -> None:
        self._graph.join(self._module.this(node), self._value(node))

    def _identifier(self, node: Node) -> None:
        """A name that is read sees what its variable may be there."""
        if pattern_top(node) is not node or self._is_defined_here(node):
            return
        variable = self._module.variable(node)
        if variable is None:
            self._module.parts[self._value(node)] = self._module.text(node)
            if self._module.text(node) == "arguments":
                function = self._module.functions.get(self._module.names.of(node).function or node)
                if function is not None:
                    self._graph.join(function.arguments, self._value(node))
            return
        block = self._module.names.blocks[node]
        seen = variable.seen_at(node.start, block)
        if seen is None:
            self._graph.join(self._any_of(variable), self._value(node))
            return
        for each in seen:
            self._graph.join(each.value, self._value(node))

    def _any_of(self, variable: Variable) -> int:
        """One value for all that a variable is given anywhere."""
        if variable.together is None:
            variable.together = self._graph.new()
            for each in variable.definitions:
                self._graph.join(each.value, variable.together)
        return variable.together

    @staticmethod
    def _is_defined_here(node: Node) -> bool:
        parent = node.parent
        return parent is not None and (
            (
                parent.kind in ("variable_declarator", "function_declaration", "class_declaration")
                and node.field == "name"
            )
            or (parent.kind in ("assignment_expression", "for_in_statement") and node.field == "left")
            or parent.kind == "formal_parameters"
            or (parent.kind == "arrow_function" and node.field == "parameter")
        )
