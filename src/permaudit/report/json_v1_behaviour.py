"""What the code does besides reading, as the published report has it: calls, questions for permissions, texts."""

from __future__ import annotations

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.report.json_v1_evidence import owner_v1, path_v1, place_v1
from permaudit.report.json_v1_values import OwnerV1, PathV1, PlaceV1


class ApiCallV1(msgspec.Struct, frozen=True):
    """A call of a method that the catalogue names by `api`; `method` is what is called."""

    id: str
    api: str
    method: str
    at: PlaceV1
    owner: OwnerV1
    permission: str | None
    permitted: bool
    reachable: Tristate
    paths: list[PathV1]


class PermissionAskV1(msgspec.Struct, frozen=True):
    """Code that has Android ask the person for permissions; `complete` is false if some name is not known."""

    id: str
    permissions: list[str]
    complete: bool
    method: str
    at: PlaceV1
    owner: OwnerV1
    reachable: Tristate
    paths: list[PathV1]


class TextSeenV1(msgspec.Struct, frozen=True):
    """A text of the catalogue that the code holds."""

    id: str
    text: str
    at: PlaceV1
    owner: OwnerV1


def call_v1(call: ApiCall) -> ApiCallV1:
    """Publish a call."""
    return ApiCallV1(
        id=call.id,
        api=call.api,
        method=call.method,
        at=place_v1(call.at),
        owner=owner_v1(call.owner),
        permission=call.permission,
        permitted=call.permitted,
        reachable=call.reachable,
        paths=[path_v1(each) for each in call.paths],
    )


def ask_v1(ask: PermissionAsk) -> PermissionAskV1:
    """Publish a question for permissions."""
    return PermissionAskV1(
        id=ask.id,
        permissions=list(ask.permissions),
        complete=ask.complete,
        method=ask.method,
        at=place_v1(ask.at),
        owner=owner_v1(ask.owner),
        reachable=ask.reachable,
        paths=[path_v1(each) for each in ask.paths],
    )


def text_v1(text: TextSeen) -> TextSeenV1:
    """Publish a text."""
    return TextSeenV1(text.id, text.text, place_v1(text.at), owner_v1(text.owner))
