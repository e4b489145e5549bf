"""Who is called with the answer to a permission request, where the contract was compiled into the code around it.

Shrinkers that see only one contract in an app put its code into the dispatcher of results. What is left is a method
that takes the granted permissions out of an intent and hands on yes or no, or a map of what was granted.
"""

from __future__ import annotations

from permaudit.catalog.operations import Contracts
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, STATIC_INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.contracts import sites_of_texts
from permaudit.evidence.targets import targets_of

_TAKES_ANSWER = "Landroid/content/Intent;->getIntArrayExtra(Ljava/lang/String;)[I"
_BOX = "Ljava/lang/Boolean;->valueOf(Z)Ljava/lang/Boolean;"
_MAP = "Ljava/util/Map;"
_CONSTANT, _RESULTS, _RETURNS = (0x12, 0x13), (0x0A, 0x0C), (0x0F, 0x11)
_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)
_CALLBACK_AND_ANSWER = 2
_MOST_CALLERS, _MOST_CALLBACKS = 8, 64
_STEPS = 200_000


def answered_methods(code: Code, contracts: Contracts) -> set[int]:
    """Methods that are called with the answer to a permission request, as far as calls show it."""
    found: set[int] = set()
    budget = Budget(_STEPS)
    for text in sites_of_texts(code, sorted(contracts.answers)):
        body = code.body(text.method)
        if body is None or not budget.spend(len(body.instructions)):
            continue
        for use in body.uses(text.index, body.instructions[text.index].registers[0])[0]:
            if _called(code, body, use) == _TAKES_ANSWER:
                found.update(_AnswerIn(code, budget, body, _only_behind(body, use)).handed_on(text.method))
    return found


class _AnswerIn:
    """A method in which the answer is taken, or is what a call gives; `behind` are instructions that only follow it."""

    def __init__(self, code: Code, budget: Budget, body: MethodBody, behind: set[int], given: int = ENTRY) -> None:
        self._code, self._budget, self._body = code, budget, body
        self._behind, self._given = behind, given

    def handed_on(self, method: int) -> set[int]:
        """Methods called with the answer, here or by those who call this method for it."""
        code, body = self._code, self._body
        found: set[int] = set()
        for index, each in enumerate(body.instructions):
            is_call = each.opcode in INVOKES - STATIC_INVOKES and len(each.registers) == _CALLBACK_AND_ANSWER
            if is_call and _called(code, body, index).endswith(")V") and self._is_answer(index, each.registers[1]):
                found.update(self._callbacks(index))
        returned = [index for index, each in enumerate(body.instructions) if each.opcode in _RETURNS]
        is_parser = all(self._is_answer(index, body.instructions[index].registers[0]) for index in returned)
        if self._given == ENTRY and returned and is_parser and code.call_count(method) <= _MOST_CALLERS:
            for caller, call in self._calls_of(method):
                outer = code.body(caller)
                if outer is not None and outer.result_of(call) >= 0:
                    found.update(_AnswerIn(code, self._budget, outer, set(), outer.result_of(call)).handed_on(caller))
        return found

    def _calls_of(self, method: int) -> list[tuple[int, int]]:
        """The calls that can run no other method than this one."""
        code = self._code
        names = {method, *(int(each) for each in code.names_meaning(method))}
        signature = int(code.symbols.method_signatures[method])
        for above in code.hierarchy.ancestors(int(code.symbols.method_types[method])).tolist():
            names.add(code.symbols.method_number(int(above), signature))
        sites = sorted({site for name in names if name >= 0 for site in code.invokes(name)})
        return [site for site in sites[:_MOST_CALLERS] if self._runs_only(site, method)]

    def _runs_only(self, site: tuple[int, int], method: int) -> bool:
        body = self._code.body(site[0])
        if body is None:
            return False
        virtual = body.instructions[site[1]].opcode in _VIRTUAL_INVOKES
        targets = targets_of(self._code, self._code.callee(body, site[1]), virtual=virtual)
        return [each for each in targets if self._code.body(each) is not None] == [method]

    def _callbacks(self, call: int) -> list[int]:
        """The app's own methods that a call may run; none if they are too many."""
        callee = self._code.callee(self._body, call)
        definition = int(self._code.program.definition_of[callee]) if callee >= 0 else -1
        if definition < 0 or self._code.method(callee).name == "<init>":
            return []
        targets = [definition]
        if self._body.instructions[call].opcode in _VIRTUAL_INVOKES:
            targets += self._code.overriders(callee, _MOST_CALLBACKS)
        return (
            [each for each in targets if self._code.body(each) is not None] if len(targets) <= _MOST_CALLBACKS else []
        )

    def _is_answer(self, index: int, register: int) -> bool:
        """Whether a register holds yes or no as decided by the answer, or a map made of it."""
        roots = self._roots(index, register)
        constants = {each for each in roots if self._is_constant(each)}
        others = roots - constants
        if self._given != ENTRY:
            return self._given in others and others == {self._given}
        if others:
            return all(self._is_map(each) for each in others) and bool(others & self._behind)
        numbers = {self._body.instructions[each].literal for each in constants}
        return numbers == {0, 1} and bool(constants & self._behind)

    def _roots(self, index: int, register: int) -> set[int]:
        """The instructions that gave a register its value, through moves and boxes; ENTRY for a parameter."""
        roots: set[int] = set()
        seen: set[tuple[int, int]] = set()
        waiting = [(index, register)]
        while waiting:
            at, wanted = waiting.pop()
            definitions, steps = self._body.definitions(at, wanted)
            for definition in definitions if self._budget.spend(steps) else (ENTRY,):
                if (definition, wanted) in seen:
                    continue
                seen.add((definition, wanted))
                each = self._body.instructions[definition] if definition != ENTRY else None
                if each is not None and each.opcode in MOVES:
                    waiting.append((definition, each.registers[1]))
                elif each is not None and each.opcode in _RESULTS and self._before(definition) == _BOX:
                    waiting.append((definition - 1, self._body.instructions[definition - 1].registers[0]))
                else:
                    roots.add(definition)
        return roots

    def _before(self, result: int) -> str:
        return _called(self._code, self._body, result - 1) if result else ""

    def _is_constant(self, definition: int) -> bool:
        return definition != ENTRY and self._body.instructions[definition].opcode in _CONSTANT

    def _is_map(self, definition: int) -> bool:
        """Whether an instruction gives a map."""
        if definition == ENTRY or self._body.instructions[definition].opcode not in _RESULTS:
            return False
        given = self._before(definition).partition(")")[2]
        return _MAP in self._code.platform_ancestors(given)


def _called(code: Code, body: MethodBody, index: int) -> str:
    """The method that an instruction calls, in full, or nothing."""
    callee = code.callee(body, index) if body.instructions[index].opcode in INVOKES else -1
    return str(code.method(callee)) if callee >= 0 else ""


def _only_behind(body: MethodBody, index: int) -> set[int]:
    """The instructions that run only after another one has run."""
    return _run_without(body, ENTRY) - _run_without(body, index)


def _run_without(body: MethodBody, without: int) -> set[int]:
    seen: set[int] = set()
    waiting = [0]
    while waiting:
        index = waiting.pop()
        if index not in seen and index != without:
            seen.add(index)
            waiting.extend(body.successors(index))
    return seen
