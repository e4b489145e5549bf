"""Rules that say what another one says already."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from permaudit.judge.problems import Problems
from permaudit.model.rule import All, AnyOf, Condition, Count, Not, Rule
from permaudit.model.wording import describe


def check_likeness(rules: Iterable[tuple[Rule, Path]], others: Iterable[Rule] = ()) -> list[Problems]:
    """Note rules with the condition or the title of one before them, or of `others`, whose ids they do not replace."""
    found = []
    listed = list(rules)
    replaced = {rule.id for rule, _ in listed}
    kept = [rule for rule in others if rule.id not in replaced]
    conditions = {normal_form(rule.when): rule.id for rule in kept}
    titles = {rule.title.casefold(): rule.id for rule in kept}
    for rule, path in listed:
        problems = Problems(path)
        form, title = normal_form(rule.when), rule.title.casefold()
        if form in conditions:
            problems.add("condition-twice", "when", other=conditions[form])
        if title in titles:
            problems.add("title-twice", "title", other=titles[title])
        conditions.setdefault(form, rule.id)
        titles.setdefault(title, rule.id)
        found.append(problems)
    return found


def normal_form(condition: Condition) -> str:
    """The same text for conditions that differ only in the order of what they list."""
    match condition:
        case All(parts) | AnyOf(parts):
            word = "all" if isinstance(condition, All) else "any"
            forms = sorted({normal_form(part) for part in parts})
            return forms[0] if len(forms) == 1 else f"{word}({', '.join(forms)})"
        case Not(Not(inner)):
            return normal_form(inner)
        case Not(part):
            return f"not({normal_form(part)})"
        case Count(of):
            return f"count{describe(condition)}({', '.join(sorted(normal_form(part) for part in of))})"
        case _:
            values = [(name, getattr(condition, name)) for name in condition.__struct_fields__]
            stated = [(name, sorted(each) if isinstance(each, tuple) else each) for name, each in values]
            shown = ", ".join(f"{name}: {each}" for name, each in stated if each not in ([], None))
            return f"{condition.__struct_config__.tag}{{{shown}}}"
