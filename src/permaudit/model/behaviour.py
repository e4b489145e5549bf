"""What else the code does that rules ask for: calls the catalogue names, permission questions, and texts it holds."""

from __future__ import annotations

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.evidence import CallPath
from permaudit.model.place import Owner, Place


class ApiCall(msgspec.Struct, frozen=True):
    """One call of a method that `rules/catalog/calls.yaml` names; `api` is its id there, `method` what is called.

    `permission` is the one Android wants for it, None if it wants none; `permitted` says whether the app asks for it.
    """

    id: str
    api: str
    method: str
    at: Place
    owner: Owner
    permission: str | None = None
    permitted: bool = True
    reachable: Tristate = "unknown"
    paths: tuple[CallPath, ...] = ()


class PermissionAsk(msgspec.Struct, frozen=True):
    """Code that has Android ask the person for permissions; `complete` is false if some name is not resolved."""

    id: str
    permissions: tuple[str, ...]
    complete: bool
    method: str
    at: Place
    owner: Owner
    reachable: Tristate = "unknown"
    paths: tuple[CallPath, ...] = ()


class TextSeen(msgspec.Struct, frozen=True):
    """A text of the code that `rules/catalog/strings.yaml` names by its id; `at` is the first place that holds it."""

    id: str
    text: str
    at: Place
    owner: Owner
