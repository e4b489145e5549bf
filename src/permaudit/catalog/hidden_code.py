"""Signs of code that is not read: mentions in native libraries, DEX code among other files, blobs without a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

import msgspec

from permaudit.catalog.references import Descriptor, MethodReference
from permaudit.catalog.signs import PathPattern
from permaudit.catalog.surfaces import Surface
from permaudit.model.evidence import Surface as SurfaceName


class NativeText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that counts as a mention of people's data where a native library holds it."""

    text: Annotated[str, msgspec.Meta(min_length=8, max_length=80)]
    source: str


class LibraryCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file with DEX code that a known library brings with it; `prefix` begins the library's class descriptors."""

    name: str
    file: PathPattern
    prefix: Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+/$")]
    certainty: Literal["source", "documented", "seen", "known"]
    source: str


class DenseFormat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of file that is compressed, known by the bytes (in hex) that stand `at` bytes from its start."""

    name: str
    hex: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{2}){2,8}$")]
    at: Annotated[int, msgspec.Meta(ge=0, le=8)] = 0

    def fits(self, head: bytes) -> bool:
        """Whether a file with these first bytes has this form."""
        return head.startswith(bytes.fromhex(self.hex), self.at)


class HarmfulName(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"what_for": "for"}):
    """The name of a method by which code gets at more than the classes that it names."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z][A-Za-z]+$")]
    what_for: str


class HiddenCodeCatalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `hidden-code.yaml`."""

    native_surfaces: tuple[SurfaceName, ...]
    people_permissions: tuple[str, ...]
    native_texts: tuple[NativeText, ...]
    harmless_classes: tuple[Descriptor, ...]
    harmful_names: tuple[HarmfulName, ...]
    native_loads: tuple[MethodReference, ...]
    library_code: tuple[LibraryCode, ...]
    dense_formats: tuple[DenseFormat, ...]


def native_mentions(
    file: HiddenCodeCatalog, surfaces: Sequence[Surface], uri_fields: Mapping[str, str]
) -> tuple[str, ...]:
    """All texts that count as a mention, sorted: content URIs, class names with slashes and with dots, others."""
    authorities = {authority for each in surfaces if each.id in file.native_surfaces for authority in each.authorities}
    uris = {f"content://{authority}" for authority in authorities}
    classes = set(_class_names(authorities, uri_fields))
    dotted = {each.replace("/", ".") for each in classes}
    return tuple(sorted(uris | classes | dotted | {each.text for each in file.native_texts}))


def _class_names(authorities: set[str], uri_fields: Mapping[str, Descriptor]) -> Iterator[str]:
    for field, uri in uri_fields.items():
        authority = uri.removeprefix("content://").partition("/")[0].partition("?")[0]
        if authority in authorities:
            yield field.partition(";")[0].removeprefix("L")
