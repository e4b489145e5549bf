"""Call paths in the evidence: each method from the entry to what is asked about, with the instruction that leads on."""

from __future__ import annotations

from permaudit.model.evidence import CallPath, Step
from permaudit.report.page import Page
from permaudit.report.places import say_offset
from permaudit.words.sentences import Words


def write_path(path: CallPath, words: Words, page: Page) -> None:
    """Write a call path step by step."""
    trigger = words.say(f"trigger-{path.trigger}")
    if path.entry.component:
        page.fact(words.say("evidence-path", trigger=trigger, component=path.entry.component), 6)
    else:
        page.fact(words.say("evidence-path-plain", trigger=trigger), 6)
    last = len(path.steps) - 1
    for number, step in enumerate(path.steps):
        page.fact(_say_step(step, words, is_last=number == last), 8)


def _say_step(step: Step, words: Words, *, is_last: bool) -> str:
    method = str(step.method)
    if is_last:
        where = step.offset
        return method if where is None else words.say("evidence-step-end", method=method, offset=say_offset(where))
    via = words.say(f"via-{step.via}")
    if step.offset is None:
        return words.say("evidence-step-unplaced", method=method, via=via)
    return words.say("evidence-step", method=method, offset=say_offset(step.offset), via=via)
