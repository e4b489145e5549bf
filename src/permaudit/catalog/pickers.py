"""How an app asks for the contact picker, and how it fetches what was picked."""

from __future__ import annotations

import msgspec

from permaudit.catalog.references import (
    AnyMimeType,
    Descriptor,
    MethodReference,
)


class PickerAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An intent action that lets the person pick.

    `contacts_only` is true where the action itself means contacts, so that no MIME type or URI need show it;
    `many` where several people can be ticked at once without a further extra.
    """

    action: str
    contacts_only: bool = False
    many: bool = False


class PickerCatalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the contact picker is asked for, and how its answer is fetched."""

    actions: tuple[PickerAction, ...]
    mime_types: tuple[AnyMimeType, ...]
    multiple_extras: tuple[str, ...]
    contract_classes: tuple[Descriptor, ...]
    result_getters: tuple[MethodReference, ...]
