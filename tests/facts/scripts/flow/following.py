"""Follows a few lines of JavaScript by the shipped catalogue, as tests write them."""

from __future__ import annotations

from functools import cache

from permaudit.catalog.script_values import ScriptValues
from permaudit.documents import load_document, rules_directory
from permaudit.facts.scripts.flow.following import Asked, Followed, follow

BOOK = Asked(objects=frozenset({"Native"}), methods=frozenset({"people"}), only_callback=True)
"""A method of the app's own, as `Native.people()`."""

PLUGIN = Asked(("navigator.contacts.find", "plus.contacts.getAddressBook", ".getContacts("))
"""Calls of plug-ins, by their texts."""


@cache
def shipped_values() -> ScriptValues:
    return load_document(rules_directory() / "catalog" / "script-values.yaml", ScriptValues)


def followed(script: str, asked: Asked | None = None) -> Followed | None:
    text = script.encode()
    return follow(text, asked or (BOOK if b"Native" in text else PLUGIN), shipped_values())


def sends(script: str, asked: Asked | None = None) -> bool:
    """Whether the people that the calls in a script give go into a request; the calls must be there."""
    found = followed(script, asked)
    assert found is not None, "no call was seen"
    return found.sends
