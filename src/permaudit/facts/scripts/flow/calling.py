"""What calls do with what they are given: functions of the module, methods that hand on, promises, requests."""

from __future__ import annotations

from functools import partial

from permaudit.facts.scripts.flow.graph import ANY, Function, Path, Way
from permaudit.facts.scripts.flow.methods import Methods, may_be
from permaudit.facts.scripts.flow.module import ACCESSES, Module, arguments_of, bare
from permaudit.facts.scripts.flow.requests import Requests
from permaudit.facts.scripts.flow.resuming import Machines
from permaudit.facts.scripts.flow.syntax import Node

_MOST_HANDED_ON = 4  # a function is handed on from function to function so often
_MOST_NAMESAKES = 3  # methods of one name, when it is not known whose is called


class Calls:
    """Joins the values of the calls of one module; `callers` says from where each of its functions is called."""

    def __init__(self, module: Module, requests: Requests, machines: Machines) -> None:
        self._module, self._graph, self._value = module, module.graph, module.value
        self._requests, self._machines = requests, machines
        self._methods = Methods(module, self.functions)
        self._linked: set[tuple[Node, Function]] = set()
        self._resolved: set[Node] = set()
        self._searched: set[Function] = set()
        self._of_parameter: dict[int, Function] | None = None
        self.callers: dict[Function, list[Node]] = {}

    def call(self, node: Node) -> None:
        """Join what a call is given and what it gives back."""
        callee = node.child("function")
        if callee is None:
            return
        callee = bare(callee)
        given = list(arguments_of(node))
        self._note(node, callee)
        asked = self._module.asked_for(node) if self._module.bundle and callee.kind == "identifier" else None
        if asked is not None:
            self._module.required[self._value(node)] = asked
        part = self._module.named_part(node)
        if part is not None:
            self._module.givers[self._value(node)] = self._module.giver(node) or ""
            self._module.parts[self._value(node)] = part
        name = self._module.dotted(callee)
        if name is not None:
            self._requests.function(node, name, given)
        if callee.kind in ACCESSES:
            self._method_call(node, callee, given)
        else:
            self._by_name(node, name, callee, given)
        self._watch(node, given)

    def new(self, node: Node) -> None:
        """Join what a constructor is given with what it makes."""
        maker = node.child("constructor")
        if maker is None:
            return
        maker, given = bare(maker), list(arguments_of(node))
        name = self._module.dotted(maker)
        if name in self._requests.makers:
            self._requests.made[self._value(node)] = (name, node)
        if name == "Promise" and given:
            self._promise(node, given[0])
        self._by_name(node, name, maker, given)
        self._graph.join(self._value(maker), self._value(node))
        self._note(node, maker)
        self._watch(node, given)

    def link(self, node: Node, function: Function, skipped: int = 0) -> None:
        """Join a call with a function of the module that it calls; the first arguments may be no arguments of it."""
        if (node, function) in self._linked:
            return
        self._linked.add((node, function))
        self.callers.setdefault(function, []).append(node)
        for index, each in enumerate(list(arguments_of(node))[skipped:]):
            if each.kind == "spread_element":
                for parameter in function.parameters[index:]:
                    self._graph.join(self._value(each), parameter, Way.LOAD, ANY)
                break
            if index < len(function.parameters):
                self._graph.join(self._value(each), function.parameters[index])
            self._graph.join(self._value(each), function.arguments, Way.STORE, str(index))
        self._graph.join(function.result, self._value(node))

    def watch_functions(self) -> None:
        """Find who calls a function once people are in what it gives back, or in an object that it was given."""
        for function in self._module.functions.values():
            for value in (function.result, *function.parameters):
                self._graph.watch(value, partial(self._find_callers, function))

    def functions(self, value: int, path: Path = ()) -> list[Function]:
        """The functions that a value, or a field of it, may be, also where it is a parameter that gets one."""
        if self._of_parameter is None:
            known = self._module.functions.values()
            self._of_parameter = {each: function for function in known for each in function.parameters}
        for _ in range(_MOST_HANDED_ON):
            found = self._graph.reached_back(value, path)
            asked = {self._of_parameter[each] for each in found if each in self._of_parameter} - self._searched
            if not asked:
                break
            for each in sorted(asked, key=lambda function: function.result):
                self._find_callers(each)
        return [
            self._graph.functions[each] for each, rest in found.items() if not rest and each in self._graph.functions
        ]

    def _find_callers(self, function: Function) -> None:
        if function in self._searched:
            return
        self._searched.add(function)
        for name in sorted(function.names):
            for node in self._module.calls.get(name, ()):
                if self._graph.steps <= 0:
                    return
                if function in self.functions_called(node):
                    self.link(node, function)

    def functions_called(self, node: Node) -> list[Function]:
        """The functions of the module that a call may mean."""
        callee = node.child("function") or node.child("constructor")
        if callee is None:
            return []
        callee = bare(callee)
        found = self.functions(self._value(callee))
        if found or callee.kind not in ACCESSES:
            return found
        return self._namesakes(callee)

    def open_owners(self) -> None:
        """Say which objects have something from elsewhere: of a class above, spread into them, or mixed in."""
        for node in self._module.syntax.nodes:
            parent = node.parent
            if node.kind == "class_heritage" and parent is not None:
                self._module.owners.discard(self._value(parent))
            elif parent is None or parent.kind != "object":
                continue
            elif node.kind == "spread_element" or self._module.text(node.child("key")) in self._module.catalog.mixed_in:
                self._module.owners.discard(self._value(parent))
                self._module.owners.discard(self._value(self._module.names.objects.get(parent, parent)))

    def _namesakes(self, callee: Node) -> list[Function]:
        """The methods of that name: those of the object that it is called on, or all if they are few."""
        holder, name = self._module.field_of(callee)
        members = self._module.members.get(name or "", ())
        if holder is None or not members or name in self._module.catalog.method_of:
            return []
        root = bare(holder)
        while root.kind in ACCESSES and root.children:
            root = bare(root.children[0])
        is_foreign = root.kind == "identifier" and self._module.variable(root) is None
        if is_foreign and self._module.text(root) not in self._module.catalog.global_objects:
            return []
        self._graph.steps -= len(members)
        found = self._graph.reached_back(self._value(holder))
        holders = {each for each, path in found.items() if not path}
        own = [value for owner, value in members if owner in holders]
        keys = {self._module.required[each] for each in holders if each in self._module.required}
        if keys and not own:
            of = [(value, self._module.part_at(value)) for _, value in members]
            own = [value for value, part in of if part is not None and part.key in keys]
        if keys or not self._module.owners.isdisjoint(holders):
            members = ()  # the object is known, and what it does not have is not called
        values = own or ([value for _, value in members] if len(members) <= _MOST_NAMESAKES else [])
        return [each for value in values for each in self.functions(self._value(value))]

    def _note(self, node: Node, callee: Node) -> None:
        name = self._module.field_of(callee)[1] if callee.kind in ACCESSES else self._module.text(callee)
        if name and len(name) < 100:  # noqa: PLR2004  (a call of a whole function is found by its text)
            self._module.calls.setdefault(name, []).append(node)
        function = self._module.functions.get(callee)
        if function is not None:
            self.link(node, function)

    def _watch(self, node: Node, given: list[Node]) -> None:
        """Find the functions that a call means once it is given people."""
        for each in given:
            self._graph.watch(self._value(each), lambda: self._resolve(node))

    def _resolve(self, node: Node) -> None:
        if node not in self._resolved:
            self._resolved.add(node)
            for function in self.functions_called(node):
                self.link(node, function)

    def _method_call(self, node: Node, callee: Node, given: list[Node]) -> None:
        holder, name = self._module.field_of(callee)
        if holder is None:
            return
        dotted = self._module.dotted(callee)
        method = self._module.catalog.method_of.get(name or "")
        if dotted is not None and self._by_catalog(node, dotted, given):
            return
        if name in ("call", "apply") and given:
            self._called_on(node, holder, name, given)
        elif method is not None and may_be(method, given):
            self._methods.call(node, method, self._value(holder), given)
        else:
            self._graph.join(self._value(holder), self._value(node), Way.WHOLE)
            self._graph.join(self._value(callee), self._value(node))
            self._joining(node, name, given)
            self._machines.hand_back(node)
            if given and (name not in self._module.members or method is not None):
                self._graph.watch(self._value(holder), lambda: self._hand_over(self._value(holder), given))
        self._requests.method(node, name or "", self._value(holder), given)

    def _hand_over(self, holder: int, given: list[Node]) -> None:
        """A method that nobody knows, of an object that a call gave: its first function gets what the object has."""
        for each in given:
            functions = self.functions(self._value(each))
            for function in functions:
                for parameter, name in zip(function.parameters, function.parameter_names, strict=True):
                    if name not in self._module.catalog.failures:
                        self._graph.join(holder, parameter, Way.WHOLE)
            if functions:
                return

    def _called_on(self, node: Node, holder: Node, name: str, given: list[Node]) -> None:
        """`function.call(this, a)` and `function.apply(this, arguments)`."""
        own = self._module.functions.get(bare(holder))
        if name == "call" and own is not None:
            self.link(node, own, skipped=1)
        self._graph.join(self._value(holder), self._value(node))
        for each in given[1:]:
            self._graph.watch(self._value(each), partial(self._apply, node, holder, name, given))

    def _apply(self, node: Node, holder: Node, name: str, given: list[Node]) -> None:
        for function in self.functions(self._value(holder)):
            if name == "call":
                self.link(node, function, skipped=1)
                continue
            for index, parameter in enumerate(function.parameters):
                self._graph.join(self._value(given[1]), parameter, Way.LOAD, str(index))
            self._graph.join(function.result, self._value(node))

    def _by_name(self, node: Node, name: str | None, callee: Node, given: list[Node]) -> None:
        if name is not None and self._by_catalog(node, name, given):
            return
        self._joining(node, self._module.text(callee), given)
        self._graph.join(self._value(callee), self._value(node))
        self._machines.hand_back(node)

    def _by_catalog(self, node: Node, name: str, given: list[Node]) -> bool:
        """Join a function that the catalogue names; False if it names none."""
        catalog, value = self._module.catalog, self._value(node)
        if name in self._requests.makers:
            self._requests.made[value] = (name, node)
        if name in catalog.copies:
            for each in given:
                self._graph.join(self._value(each), value)
            if name == "Object.assign" and given:
                for each in given[1:]:
                    self._graph.join(self._value(each), self._value(given[0]), Way.HOLD)
        elif name in catalog.joins:
            for each in given:
                self._graph.join(self._value(each), value, Way.JOIN)
        else:
            return False
        return True

    def _joining(self, node: Node, name: str | None, given: list[Node]) -> None:
        """A function of another module that gives back what it is given in another form, as its name says."""
        last = (name or "").rpartition(".")[2].lower()
        if any(word in last for word in self._module.catalog.joining_words):
            for each in given:
                self._graph.join(self._value(each), self._value(node), Way.JOIN)

    def _promise(self, node: Node, executor: Node) -> None:
        """What the function of a promise gives to its first parameter is what the promise holds."""
        function = self._module.functions.get(bare(executor))
        if function is not None and function.parameters:
            resolve = self._graph.new()
            self._graph.functions[resolve] = Function([self._value(node)], [""], self._graph.new(), self._graph.new())
            self._graph.join(resolve, function.parameters[0])
