"""Where the object in a register may have been made, so that two objects of one class can be told apart."""

from __future__ import annotations

from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.evidence.budget import Budget
from permaudit.evidence.flows.facts import Objects
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.targets import targets_of
from permaudit.evidence.values import Site

_MOST_CALLERS = 12
_MOST_DEPTH = 12
_CONSTANTS = frozenset(range(0x12, 0x1D))
_ALLOCATIONS = (0x22, 0x23)
_FILLED_ARRAYS = (0x24, 0x25)
_MOVE_RESULT_OBJECT = 0x0C
_GETS = frozenset([0x54, 0x62])
_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)
_NONE: frozenset[Site] = frozenset()


class Origins:
    """Answers for any register, each question once."""

    def __init__(self, resolver: Resolver, budget: Budget) -> None:
        self._resolver, self._code, self._budget = resolver, resolver.code, budget
        self._known: dict[tuple[int, int, int], Objects] = {}
        self._running: set[tuple[int, int, int]] = set()

    def of(self, method: int, index: int, register: int, depth: int = 0) -> Objects:
        """The allocations of what `register` may hold before instruction `index`; None if it may be any object."""
        key = (method, index, register)
        if key in self._known:
            return self._known[key]
        if key in self._running:
            return _NONE  # the way round a loop adds nothing
        body = self._code.body(method)
        if body is None or depth > _MOST_DEPTH or not self._budget.spend(4):
            return None
        self._running.add(key)
        found: Objects = _NONE
        for definition in body.definitions(index, register)[0]:
            found = _join(found, self._made_by(method, body, definition, register, depth + 1))
        self._running.discard(key)
        if not self._running or found is None:
            self._known[key] = found
        return found

    def within(self, method: int, index: int, register: int, stack: tuple[Site, ...]) -> Objects:
        """The same in one call: a parameter is what the caller on top of `stack` gave."""
        body = self._code.body(method)
        if body is None:
            return None
        if stack and body.definitions(index, register)[0] == [ENTRY]:
            word, site = body.parameter_of(register), stack[-1]
            caller = self._code.body(site.method)
            registers = caller.instructions[site.index].registers if caller is not None else ()
            if 0 <= word < len(registers):
                return self.within(site.method, site.index, registers[word], stack[:-1])
        return self.of(method, index, register)

    def types(self, objects: Objects) -> list[int]:
        """The classes of allocated objects, in order of number; arrays left out."""
        found = set()
        for site in objects or ():
            body = self._code.body(site.method)
            if body is not None and body.instructions[site.index].opcode == _ALLOCATIONS[0]:
                found.add(self._code.type_at(body, body.instructions[site.index].reference))
        return sorted(each for each in found if each >= 0)

    def allocation(self, method: int, constructor_call: int) -> Site | None:
        """The new-instance whose object a constructor call initialises."""
        body = self._code.body(method)
        if body is None:
            return None
        for each in body.definitions(constructor_call, body.instructions[constructor_call].registers[0])[0]:
            if each >= 0 and body.instructions[each].opcode == _ALLOCATIONS[0]:
                return Site(method, each)
        return None

    def _made_by(self, method: int, body: MethodBody, index: int, register: int, depth: int) -> Objects:
        if index == ENTRY:
            return self._parameter(method, body, register, depth)
        each = body.instructions[index]
        if each.opcode in _ALLOCATIONS:
            return frozenset({Site(method, index)})
        if each.opcode in MOVES:
            return self.of(method, index, each.registers[1], depth)
        if each.opcode in _CONSTANTS:
            return _NONE
        if each.opcode == _MOVE_RESULT_OBJECT and index > 0:
            return self._result(method, body, index - 1, depth)
        if each.opcode in _GETS:
            return self._field(body, index, depth)
        return None

    def _parameter(self, method: int, body: MethodBody, register: int, depth: int) -> Objects:
        word = body.parameter_of(register)
        sites = self._resolver.callers(method)
        if word < 0 or sites is None or len(sites) > _MOST_CALLERS:
            return None
        if not sites:
            return self._makers(method) if word == 0 and not self._code.is_static(method) else None
        found: Objects = _NONE
        for caller, call in sites:
            outer = self._code.body(caller)
            registers = outer.instructions[call].registers if outer is not None else ()
            found = _join(found, self.of(caller, call, registers[word], depth) if word < len(registers) else None)
        return found

    def _makers(self, method: int) -> Objects:
        """The objects on which the system calls a callback: all that the app makes of its class."""
        owner = int(self._code.symbols.method_types[method])
        sites = [self.allocation(*maker) for maker in self._code.makers_of(owner)]
        found = frozenset(site for site in sites if site is not None)
        return found or None

    def _result(self, method: int, body: MethodBody, call: int, depth: int) -> Objects:
        each = body.instructions[call]
        if each.opcode in _FILLED_ARRAYS:
            return frozenset({Site(method, call)})
        callee = self._code.callee(body, call)
        targets = targets_of(self._code, callee, virtual=each.opcode in _VIRTUAL_INVOKES)
        if callee >= 0 and not targets and self.is_fluent(callee) and each.registers:
            return self.of(method, call, each.registers[0], depth)
        found: Objects = _NONE if targets else None
        for target in targets:
            inner = self._code.body(target)
            if inner is None:
                return None
            for index in inner.object_returns():
                found = _join(found, self.of(target, index, inner.instructions[index].registers[0], depth))
        return found

    def is_fluent(self, callee: int) -> bool:
        """Whether a method returns the type of its own class, as builders do to return themselves."""
        method = self._code.method(callee)
        result = method.descriptor.rpartition(")")[2]
        return result == method.class_name or result in self._code.platform_ancestors(method.class_name) - {
            "Ljava/lang/Object;"
        }

    def _field(self, body: MethodBody, index: int, depth: int) -> Objects:
        named = self._code.field_at(body, body.instructions[index].reference)
        if named is None:
            return None
        static = body.instructions[index].opcode == 0x62  # noqa: PLR2004  sget-object
        writers = self._resolver.field_writers(named, static=static)
        found: Objects = _NONE if writers else None
        for method, write in writers:
            writer = self._code.body(method)
            if writer is None:
                return None
            found = _join(found, self.of(method, write, writer.instructions[write].registers[0], depth))
        return found


def _join(first: Objects, second: Objects) -> Objects:
    return None if first is None or second is None else first | second


def may_be_same(first: Objects, second: Objects) -> bool:
    """Whether two registers may hold the same object."""
    return first is None or second is None or not first.isdisjoint(second)
