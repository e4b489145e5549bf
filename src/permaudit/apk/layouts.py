"""What layout files name: methods in `android:onClick`, and classes of views and fragments.

Layout paths may be obfuscated, so binary XML is known by its first bytes and asked only if it can hold an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.attributes import ON_CLICK
from permaudit.apk.binary_xml import BinaryXmlError, read_binary_xml
from permaudit.apk.contents import read_heads
from permaudit.apk.values import LONGEST_NAME
from permaudit.model.manifest import LayoutHandler

LARGEST_LAYOUT_BYTES = 1 << 20
"""Larger XML files are left aside: the largest layout seen is below 100 KB."""

MOST_LAYOUT_BYTES = 64 << 20
"""No more XML than this is inflated for one part."""

_MAGICS = (b"\x03\x00\x08\x00", b"\x01\x00\x08\x00", b"\x00\x00\x08\x00")
_ON_CLICK_ID = ON_CLICK.resource_id.to_bytes(4, "little")
_CLASS_NAME = re.compile(r"[^\W\d][\w$]*(?:\.[^\W\d][\w$]*)+")
# words without a dot are found too and passed over, because to look for none would begin anew at their every letter
_WORD = re.compile(r"[^\W\d][\w$]*(?:\.[^\W\d][\w$]*)*")
_WORD_UTF8 = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*(?:\.[A-Za-z_$\x80-\xff][\w$\x80-\xff]*)*")


class LayoutFacts(Struct, frozen=True):
    """What the XML files of one part name; `unread` counts files that are damaged or beyond this module's bounds."""

    handlers: tuple[LayoutHandler, ...]
    classes: frozenset[str]
    unread: int


def scan_layouts(archive: Archive, part: str, heads: Mapping[str, bytes] | None = None) -> LayoutFacts:
    """Look through all binary XML of one part except its manifest; `heads` are the first bytes of its files, if known.

    `classes` is every dotted name in them that could be a class: more than are used as views or fragments, which does
    no harm where the names are compared with classes the package defines.
    """
    handlers: list[LayoutHandler] = []
    classes: set[str] = set()
    unread = 0
    left = MOST_LAYOUT_BYTES
    with archive.stretch.opened() as reader:
        for name, head in (read_heads(archive) if heads is None else heads).items():
            if name == "AndroidManifest.xml" or not head.startswith(_MAGICS):
                continue
            try:
                data = archive.read_from(reader, name, min(left, LARGEST_LAYOUT_BYTES))
                left -= len(data)
                classes.update(_find_class_names(data))
                handlers.extend(LayoutHandler(part, name, each) for each in _find_handlers(data))
            except (EntryError, BinaryXmlError):
                unread += 1
    return LayoutFacts(tuple(sorted(handlers, key=_handler_order)), frozenset(classes), unread)


def _handler_order(handler: LayoutHandler) -> tuple[str, str]:
    return handler.file, handler.method_name


def _find_class_names(data: bytes) -> Iterator[str]:
    """Find dotted names in the string pool; its flags, behind two chunk headers, say how text is written.

    A string's length stands before it and may itself look like a letter, so every name is also given without its first
    one and two characters.
    """
    if data[25:26] == b"\1":
        names = [found.decode("utf-8", "replace") for found in _WORD_UTF8.findall(data) if b"." in found]
    else:
        text = data[: len(data) & ~1].decode("utf-16-le", "replace")
        names = [found for found in _WORD.findall(text) if "." in found]
    for name in names:
        yield from (name[skipped:] for skipped in range(3) if _CLASS_NAME.fullmatch(name[skipped:]))


def _find_handlers(data: bytes) -> Iterator[str]:
    """Find the method names in `android:onClick`; the file is parsed only if it holds the attribute's id."""
    if _ON_CLICK_ID not in data:
        return
    for element in read_binary_xml(data).walk():
        attribute = element.find(*ON_CLICK)
        if attribute and attribute.string and len(attribute.string) <= LONGEST_NAME:
            yield attribute.string
