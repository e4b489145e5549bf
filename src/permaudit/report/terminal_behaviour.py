"""The evidence behind findings that are about no read: calls, questions for permissions, texts, packers and files."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from permaudit.model.app import Tristate
from permaudit.model.behaviour import ApiCall, PermissionAsk
from permaudit.model.evidence import CallPath
from permaudit.model.observations import Observations
from permaudit.model.place import Owner, Place
from permaudit.report.fields import say_owner
from permaudit.report.page import Page
from permaudit.report.places import say_place
from permaudit.report.terminal_paths import write_path
from permaudit.words.sentences import Words


def write_behaviour(seen: Observations, named: Collection[str], words: Words, page: Page, *, with_paths: bool) -> None:
    """Write what findings name by its id or its text; what none of them rests on is left to the JSON report."""
    for call in seen.calls:
        if call.id in named:
            page.fact(words.say("evidence-call", id=call.id, api=call.api), 2)
            _write_lines(_say_call(call, words), page)
            _write_paths(call.paths, words, page, with_paths=with_paths)
    for ask in seen.asks:
        if ask.id in named:
            names = words.enumerate(ask.permissions, "names") or "?"
            page.fact(words.say("evidence-ask", id=ask.id, permissions=names), 2)
            _write_lines(_say_ask(ask, words), page)
            _write_paths(ask.paths, words, page, with_paths=with_paths)
    for text in seen.texts:
        if text.text in named:
            page.fact(words.say("evidence-text", text=text.text), 2)
            page.fact(say_place(text.at, words), 6)
    for packer in seen.packers:
        if packer.name in named:
            page.fact(words.say("evidence-packer", name=packer.name, sign=packer.sign), 2)
            page.fact(say_place(packer.at, words), 6)


def _write_lines(lines: Iterator[str], page: Page) -> None:
    for line in lines:
        page.fact(line, 6)


def _write_paths(paths: tuple[CallPath, ...], words: Words, page: Page, *, with_paths: bool) -> None:
    if with_paths:
        for path in paths:
            write_path(path, words, page)


def _say_call(call: ApiCall, words: Words) -> Iterator[str]:
    yield from _say_where(call.at, call.method, call.owner, words)
    if call.permission:
        sentence = "evidence-permission" if call.permitted else "evidence-permission-missing"
        yield words.say(sentence, permission=call.permission)
    yield from _say_start(call.reachable, call.paths, words)


def _say_ask(ask: PermissionAsk, words: Words) -> Iterator[str]:
    yield from _say_where(ask.at, ask.method, ask.owner, words)
    if not ask.complete:
        yield words.say("evidence-ask-incomplete")
    yield from _say_start(ask.reachable, ask.paths, words)


def _say_where(at: Place, method: str, owner: Owner, words: Words) -> Iterator[str]:
    yield say_place(at, words)
    yield words.say("evidence-api", api=method)
    yield words.say("evidence-owner", owner=say_owner(owner, words))


def _say_start(reachable: Tristate, paths: tuple[CallPath, ...], words: Words) -> Iterator[str]:
    yield words.say(f"evidence-reachable-{reachable}")
    if paths:
        triggers = dict.fromkeys(words.say(f"trigger-{path.trigger}") for path in paths)
        yield words.say("evidence-triggers", triggers=words.enumerate(list(triggers)))
