"""What the methods of the catalogue do with their object and with what they are given."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.catalog.script_values import ScriptMethod
from permaudit.facts.scripts.flow.graph import ANY, Function, Way
from permaudit.facts.scripts.flow.module import Module, bare
from permaudit.facts.scripts.flow.syntax import Node

_NO_FUNCTIONS = frozenset({"array", "object", "string", "number", "null", "undefined", "true", "false"})


class Methods:
    """Joins the values of calls of known methods; `functions` gives those that a value may be."""

    def __init__(self, module: Module, functions: Callable[[int], list[Function]]) -> None:
        self._module, self._graph, self._value = module, module.graph, module.value
        self._functions = functions

    def call(self, node: Node, method: ScriptMethod, holder: int, given: list[Node]) -> None:
        """Join what a call of a method hands on."""
        value = self._value(node)
        if method.gives == "same":
            self._graph.join(holder, value)
        elif method.gives == "item":
            self._graph.join(holder, value, Way.LOAD, self._key(given) if method.keyed else ANY)
        elif method.gives == "joined":
            self._graph.join(holder, value, Way.JOIN)
            for each in given:
                self._graph.join(self._value(each), value, Way.JOIN)
        if method.fills:
            self._fill(method, holder, given)
        elif given and (method.item is not None or method.value is not None or method.gives != "nothing"):
            self._with_function(node, method, holder, given[0])

    def _fill(self, method: ScriptMethod, holder: int, given: list[Node]) -> None:
        """Have an object hold what a method of it is given."""
        name = method.into or (self._key(given) if method.keyed and len(given) > 1 else ANY)
        for each in given:
            self._graph.hold(self._value(each), holder, name)

    def _key(self, given: list[Node]) -> str:
        return (self._module.key(given[0]) if given else None) or ANY

    def _with_function(self, node: Node, method: ScriptMethod, holder: int, given: Node) -> None:
        """Join the function that a method is given: at once where it stands there, else when people come."""
        done: set[Function] = set()

        def join() -> None:
            for function in self._functions(self._value(given)):
                if function not in done:
                    done.add(function)
                    self._hand_to(node, method, holder, function)

        if bare(given) in self._module.functions:
            join()
        else:
            self._graph.watch(holder, join)

    def _hand_to(self, node: Node, method: ScriptMethod, holder: int, function: Function) -> None:
        value, parameters = self._value(node), function.parameters
        if method.item is not None and method.item < len(parameters):
            self._graph.join(holder, parameters[method.item], Way.LOAD, ANY)
        if method.value is not None and method.value < len(parameters):
            self._graph.join(holder, parameters[method.value])
        if method.gives == "returned":
            self._graph.join(function.result, value)
            if method.item:
                self._graph.join(function.result, parameters[0])
        elif method.gives == "list-of-returned":
            self._graph.join(function.result, value, Way.STORE, ANY)


def may_be(method: ScriptMethod, given: list[Node]) -> bool:
    """Whether a call with these arguments may mean this method: one that takes a function is given nothing else."""
    takes_function = method.item is not None or method.value is not None
    return not (takes_function and given and bare(given[0]).kind in _NO_FUNCTIONS)
