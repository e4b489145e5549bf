"""The tables of rules/README.md that are made from the rules: `python tests/rules/tables.py` writes them anew."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src")]

from permaudit.judge.answers_file import FILE_NAME, load_answers  # noqa: E402
from permaudit.judge.loader import load_rules  # noqa: E402
from permaudit.model.answers import CouldWhen, DoesWhen  # noqa: E402
from permaudit.model.rule import SEVERITIES, All, AnyOf, Condition, Count, Not, RuleIs  # noqa: E402
from permaudit.model.wording import describe  # noqa: E402

README = ROOT / "rules" / "README.md"


def answers_table() -> str:
    """What makes each answer, in the order in which they are tried."""
    answers = load_answers(ROOT / "rules" / FILE_NAME)
    rows = ["| | answer | given if |", "|---|---|---|"]
    for name, entries in (("could", answers.could), ("does", answers.does)):
        rows += [f"| *{name}* | `{each.answer}` | {_given_if(each)} |" for each in entries]
    return "\n".join(rows) + "\n"


def levels_table() -> str:
    """The rules of each severity, the worst first."""
    rules = load_rules(ROOT / "rules")
    rows = ["| level | given by a yes of |", "|---|---|"]
    for severity in reversed(SEVERITIES[1:]):
        names = [f"`{rule.id}`" for rule in rules if rule.severity == severity]
        rows.append(f"| `{severity}` | {', '.join(names)} |")
    return "\n".join(rows) + "\n"


def rewritten(text: str) -> str:
    """README with both tables as they are now."""
    for name, table in (("answers", answers_table()), ("levels", levels_table())):
        text = re.sub(
            rf"(<!-- {name}:begin -->\n).*?(<!-- {name}:end -->)",
            lambda found, table=table: f"{found[1]}{table}{found[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


def _given_if(entry: CouldWhen | DoesWhen) -> str:
    return "none of the above is" if entry.when is None else _written(entry.when)


def _written(condition: Condition) -> str:
    match condition:
        case All(parts):
            return " and ".join(_written(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_written(part) for part in parts)
        case Not(part):
            return f"not {_written(part)}"
        case Count() | RuleIs():
            return f"`{describe(condition)}`"
        case _:
            return f"`{condition.__struct_config__.tag}: {describe(condition).replace('android.permission.', '')}`"


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
