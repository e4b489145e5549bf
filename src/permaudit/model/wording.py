"""Conditions written out again, in one line and as they stand in a rule file, for those who check a finding."""

from __future__ import annotations

from permaudit.model.rule import All, AnyOf, Condition, Count, Not, RuleIs

WRITTEN_AS = {"is_a": "kind", "class_name": "class"}
"""Attributes whose name in a rule file is a word that the program uses for something else."""


def describe(condition: Condition) -> str:
    """What a condition states, as `{surface: [contacts, sim], scope: all}`; empty if it states nothing."""
    match condition:
        case All() | AnyOf() | Not():
            return ""
        case RuleIs(id):
            return id
        case Count():
            bounds = {"at_least": condition.at_least, "below": condition.below}
            return _mapping({name: bound for name, bound in bounds.items() if bound is not None})
        case _:
            values = {name: getattr(condition, name) for name in condition.__struct_fields__}
            return _mapping({name: each for name, each in values.items() if each not in ((), None)})


def _mapping(values: dict[str, object]) -> str:
    inside = ", ".join(f"{WRITTEN_AS.get(name, name)}: {_value(each)}" for name, each in values.items())
    return f"{{{inside}}}" if inside else ""


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return str(value[0]) if len(value) == 1 else "[" + ", ".join(str(each) for each in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
