"""Which definitions a call may run, and whose objects choose among them."""

from __future__ import annotations

from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context

MOST_IMPLEMENTERS = 8


def targets_of(code: Code, callee: int, *, virtual: bool) -> list[int]:
    """The definitions a call may run; none if they are too many to mean anything."""
    if callee < 0:
        return []
    definition = int(code.program.definition_of[callee])
    targets = [definition] if definition >= 0 else []
    if virtual:
        targets.extend(code.overriders(callee, MOST_IMPLEMENTERS))
    return targets if len(targets) <= MOST_IMPLEMENTERS else []


def chosen_by(code: Code, callee: int, target: int, context: Context) -> list[Context]:
    """An override runs because somebody made an object of its class: one context for each who did."""
    if target == int(code.program.definition_of[callee]):
        return [context]
    makers = code.makers_of(int(code.symbols.method_types[target]))
    return [context.with_maker(*maker) for maker in makers] if 0 < len(makers) <= MOST_IMPLEMENTERS else [context]
