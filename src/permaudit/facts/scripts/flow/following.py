"""Whether what a call in a script gives goes into a request, and to which servers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from permaudit.catalog.script_values import ScriptValues
from permaudit.facts.scripts.flow.building import Builder
from permaudit.facts.scripts.flow.calling import Calls
from permaudit.facts.scripts.flow.graph import Function, Path
from permaudit.facts.scripts.flow.module import ACCESSES, Module, Part, arguments_of, bare
from permaudit.facts.scripts.flow.requests import Addresses, Requests
from permaudit.facts.scripts.flow.resuming import Machines
from permaudit.facts.scripts.flow.syntax import Node, parse

_MOST_PARSED = 3  # regions of one module, where it is too large for one
_LONGEST_MADE_NAME = 2
_MOST_CALLS = 100  # that are followed in one region
_MOST_PLACES = 50  # of a text in one module


@dataclass(frozen=True, slots=True)
class Asked:
    """The calls to follow: where one of `texts` stands, or of a method of an object with one of the names.

    Where a text stands, an object that has another name, and not one that a compiler gave it, is another object.

    The object may also be what one of the functions `got_by` gives. With `only_callback`, a function that a call is
    given counts only where it is given no other: which of several gets the people is not known.
    """

    texts: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    got_by: frozenset[str] = frozenset()
    only_callback: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What was seen: whether people go into a request, the servers that those name, and where the first call stands."""

    sends: bool
    hosts: frozenset[str]
    at: int


def follow(text: bytes, asked: Asked, catalog: ScriptValues, bundle: Sequence[Part] = ()) -> Followed | None:
    """Follow what calls in a module of a script give, or in a `bundle` of several; None where no such call is seen."""
    places, found, covered = _places(text, asked), None, -1
    for _ in range(_MOST_PARSED):
        start = next((each for each in places if each > covered), None)
        if start is None:
            break
        covered = start
        syntax = parse(text, start)
        if syntax is None or len(syntax.nodes) == 1:
            continue
        covered = max(start, *(each.end for each in syntax.nodes[1:]))
        answer = _Following(Module(syntax, catalog, bundle), asked).answer()
        found = answer if found is None else found if answer is None else _both(found, answer)
    return found


def _both(first: Followed, second: Followed) -> Followed:
    return Followed(first.sends or second.sends, first.hosts | second.hosts, first.at if first.sends else second.at)


def _places(text: bytes, asked: Asked) -> list[int]:
    wanted = [*asked.texts, *asked.methods]
    return sorted({place for each in wanted for place in _spans(text, each.encode())})


def _spans(text: bytes, wanted: bytes) -> Iterator[int]:
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + len(wanted))


class _Following:
    """Follows the calls of one parsed module."""

    def __init__(self, module: Module, asked: Asked) -> None:
        self._module, self._asked = module, asked
        self._requests = Requests(module)
        machines = Machines(module)
        self._calls = Calls(module, self._requests, machines)
        Builder(module, self._calls, machines).build()
        self._calls.open_owners()
        self._calls.watch_functions()
        text = module.syntax.text
        self._spans = [(at, at + len(each.encode())) for each in asked.texts for at in _spans(text, each.encode())]
        self._taken = {module.value(each) for each in module.syntax.nodes if self._is_taken_out(each)}

    def answer(self) -> Followed | None:
        """Follow them all; None if there are none."""
        first, asked = None, 0
        for node in self._module.syntax.nodes:
            if node.kind == "call_expression" and asked < _MOST_CALLS and self._is_asked(node):
                first, asked = node if first is None else first, asked + 1
                self._start(node)
        if first is None:
            return None
        self._module.graph.run()
        reached = self._requests.reached()
        hosts = Addresses(self._module, self._calls.callers).hosts(reached)
        return Followed(bool(reached), hosts, first.start)

    def _is_asked(self, node: Node) -> bool:
        callee = node.child("function")
        if callee is None:
            return False
        callee = bare(callee)
        named = callee.child("property") or callee.child("index") or callee
        holder, name = self._module.field_of(callee) if callee.kind in ACCESSES else (None, None)
        if self._stands_at(named):
            is_own = bool(self._calls.functions_called(node))
            return not is_own and (holder is None or self._may_be_asked_of(holder))
        if callee.kind == "identifier" and self._taken:
            found = self._module.graph.reached_back(self._module.value(callee))
            return any(each in self._taken and not path for each, path in found.items())
        return holder is not None and name in self._asked.methods and self._is_asked_of(holder)

    def _is_taken_out(self, node: Node) -> bool:
        """Whether a node is a method that is asked for and is kept, to be called by another name."""
        is_called = node.field == "function" and node.parent is not None and node.parent.kind == "call_expression"
        if node.kind not in ACCESSES or is_called:
            return False
        holder, name = self._module.field_of(node)
        named = node.child("property") or node.child("index")
        is_named = name in self._asked.methods and named is not None and self._stands_at(named)
        return is_named and holder is not None and self._may_be_asked_of(holder)

    def _stands_at(self, node: Node) -> bool:
        """Whether a node lies within one of the texts."""
        return any(start <= node.start and node.end <= end for start, end in self._spans)

    def _may_be_asked_of(self, node: Node) -> bool:
        """Whether an object has one of the names, or only such as a compiler gives; any object if none is asked for."""
        if not self._asked.objects:
            return True
        names = self._names(self._module.graph.reached_back(self._module.value(node))) - self._module.catalog.wrappers
        return bool(names & self._asked.objects) or all(len(each) <= _LONGEST_MADE_NAME for each in names)

    def _is_asked_of(self, node: Node) -> bool:
        found = self._module.graph.reached_back(self._module.value(node))
        if any(self._module.givers.get(each) in self._asked.got_by for each, path in found.items() if not path):
            return True
        return bool(self._names(found) & self._asked.objects)

    def _names(self, found: dict[int, Path]) -> set[str]:
        """The names under which an object was got: of a field, of a part of the app, or of what no script declares."""
        names = {path[0] for path in found.values() if len(path) == 1}
        return names | {
            self._module.parts[each] for each, path in found.items() if not path and each in self._module.parts
        }

    def _start(self, node: Node) -> None:
        """People come as what the call gives back, and to the function that it is given for them."""
        graph = self._module.graph
        graph.put(self._module.value(node))
        handed: list[list[Function]] = []
        for each in arguments_of(node):
            value = self._module.value(each)
            functions = self._calls.functions(value)
            if functions and not self._is_for_failures(each, functions):
                handed.append(functions)
            for name in self._module.catalog.successes:
                for function in self._calls.functions(value, (name,)):
                    self._hand(function)
        if len(handed) == 1 or not self._asked.only_callback:
            for function in handed[0] if handed else ():
                self._hand(function)

    def _is_for_failures(self, node: Node, functions: list[Function]) -> bool:
        failures = self._module.catalog.failures
        name = self._module.field_of(node)[1] if node.kind in ACCESSES else self._module.text(node)
        return name in failures or any(
            len(each.parameter_names) == 1 and each.parameter_names[0] in failures for each in functions
        )

    def _hand(self, function: Function) -> None:
        for value, name in zip(function.parameters, function.parameter_names, strict=True):
            if name not in self._module.catalog.failures:
                self._module.graph.put(value)
