"""Binary XML as a tree of elements whose attributes are known by resource id, not by a name that can be blanked."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

from permaudit.apk.chunks import ChunkError, rewrite_plainly

if TYPE_CHECKING:
    from androguard.core.axml import AXMLParser

TYPE_REFERENCE = 0x01
TYPE_STRING = 0x03
TYPE_DYNAMIC_REFERENCE = 0x07
TYPE_BOOLEAN = 0x12
FIRST_INTEGER_TYPE, LAST_INTEGER_TYPE = 0x10, 0x1F
_NO_STRING = 0xFFFFFFFF
_FIELDS_OF_ATTRIBUTE = 5  # in androguard: namespace, name, string, type, data


class BinaryXmlError(Exception):
    """The bytes are not binary XML that a phone could read."""


class Attribute(Struct, frozen=True):
    """One attribute: its resource id if it has one, its name (which a packer may have blanked), and its typed value."""

    resource_id: int | None
    name: str
    kind: int
    data: int
    string: str | None

    @property
    def is_reference(self) -> bool:
        """Whether the value lies in the resource table, under the id `data`."""
        return self.kind in (TYPE_REFERENCE, TYPE_DYNAMIC_REFERENCE)


class Element(Struct, frozen=True):
    """One element with its attributes and children in order."""

    tag: str
    attributes: tuple[Attribute, ...]
    children: list[Element] = field(default_factory=list)

    def find(self, resource_id: int, name: str) -> Attribute | None:
        """Find an attribute by resource id, or by name among those without one; the first counts, as for Android."""
        for each in self.attributes:
            if each.resource_id == resource_id or (each.resource_id is None and each.name == name):
                return each
        return None

    def find_named(self, name: str) -> Attribute | None:
        """Find an attribute that Android itself looks up by name, such as `package`."""
        return next((each for each in self.attributes if each.name == name), None)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def read_binary_xml(data: bytes) -> Element:
    """Read the first root element.

    Raises:
        BinaryXmlError: there is none, or the bytes are damaged before its end.
    """
    # androguard costs 0.15 s to import: only those who open an app pay for it
    from androguard.core import axml  # noqa: PLC0415
    from loguru import logger  # noqa: PLC0415

    logger.disable("androguard")
    damage = (ChunkError, axml.ResParserError, struct.error, ValueError, LookupError, AssertionError)
    try:
        parser = axml.AXMLParser(rewrite_plainly(data))
        root = _TreeReader(parser, damage).read(axml.START_TAG, axml.END_TAG, axml.END_DOCUMENT)
    except damage as error:
        raise BinaryXmlError from error
    if root is None:
        raise BinaryXmlError
    return root


class _TreeReader:
    """Walks androguard's events; `damage` is what androguard raises on strings that a phone reads as empty."""

    def __init__(self, parser: AXMLParser, damage: tuple[type[Exception], ...]) -> None:
        self._parser = parser
        self._damage = damage

    def read(self, start_tag: int, end_tag: int, end_document: int) -> Element | None:
        parser = self._parser
        root: Element | None = None
        open_elements: list[Element] = []
        while parser.is_valid() and (event := next(parser)) != end_document:
            if event == start_tag:
                element = Element(self._string(parser.m_name), tuple(self._attributes()))
                if open_elements:
                    open_elements[-1].children.append(element)
                root = root or element
                open_elements.append(element)
            elif event == end_tag:
                open_elements.pop()
                if not open_elements:
                    break
        return root

    def _attributes(self) -> Iterator[Attribute]:
        """Read the attributes of the current element.

        The parser's own name look-up is left aside: for a blanked name it makes one up at random.
        """
        ids, fields = self._parser.m_resourceIDs, self._parser.m_attributes
        for at in range(0, len(fields), _FIELDS_OF_ATTRIBUTE):
            _, name, raw_string, kind, data = fields[at : at + _FIELDS_OF_ATTRIBUTE]
            resource_id = ids[name] if name < len(ids) else 0
            text = data if kind == TYPE_STRING else raw_string
            string = self._string(text) if text != _NO_STRING else None
            yield Attribute(resource_id or None, self._string(name), kind, data, string)

    def _string(self, index: int) -> str:
        """Look up a string; empty where the pool is damaged, as on a phone."""
        try:
            return str(self._parser.sb[index])
        except self._damage:
            return ""
