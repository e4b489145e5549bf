"""Attribute values as Android coerces them: text, numbers and booleans, with references followed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from permaudit.apk.attributes import NAME, TARGET_ACTIVITY, Name
from permaudit.apk.binary_xml import (
    FIRST_INTEGER_TYPE,
    LAST_INTEGER_TYPE,
    TYPE_BOOLEAN,
    TYPE_STRING,
    BinaryXmlError,
    Element,
)
from permaudit.apk.resources import Resources, Value

LONGEST_NAME, LONGEST_TEXT = 1024, 32_768
"""Limits of AOSP `pm/pkg/component/Element.java`; they also keep one long string from being repeated without end."""

_NAMES = (NAME, TARGET_ACTIVITY)
_TRUE_WORDS = frozenset({"1", "true", "TRUE"})  # AOSP XmlUtils.convertValueToBoolean
_FALSE_WORDS = frozenset({"0", "false", "FALSE"})

_MOST_DIGITS = 9


class Values(Struct, frozen=True):
    """Reads attributes; the resource table is asked for only when a value is a reference."""

    resources: Callable[[], Resources | None]

    def text(self, element: Element, attribute: Name, locale: str | None = None) -> str | None:
        """Read text; None if the attribute is absent or its reference leads nowhere.

        Raises:
            BinaryXmlError: it is longer than Android 14 allows.
        """
        value = self._value(element, attribute, locale)
        if value is None:
            return None
        if value.text is not None:
            if len(value.text) > (LONGEST_NAME if attribute in _NAMES else LONGEST_TEXT):
                raise BinaryXmlError
            return value.text
        if value.kind == TYPE_BOOLEAN:
            return "true" if value.data else "false"
        return str(_signed(value.data)) if FIRST_INTEGER_TYPE <= value.kind <= LAST_INTEGER_TYPE else None

    def number(self, element: Element, attribute: Name) -> int | None:
        """Read an integer, also one written as text."""
        value = self._value(element, attribute, None)
        if value is None:
            return None
        if value.text is not None:
            digits = value.text.strip()
            return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
        return _signed(value.data) if FIRST_INTEGER_TYPE <= value.kind <= LAST_INTEGER_TYPE else None

    def flag(self, element: Element, attribute: Name) -> bool | None:
        """Read a boolean; None if the attribute is absent or unreadable."""
        value = self._value(element, attribute, None)
        if value is None:
            return None
        if value.text is not None:
            return True if value.text in _TRUE_WORDS else False if value.text in _FALSE_WORDS else None
        return value.data != 0 if FIRST_INTEGER_TYPE <= value.kind <= LAST_INTEGER_TYPE else None

    def _value(self, element: Element, attribute: Name, locale: str | None) -> Value | None:
        found = element.find(*attribute)
        if found is None:
            return None
        if found.is_reference:
            resources = self.resources() if found.data else None
            return resources.resolve(found.data, locale) if resources else None
        return Value(found.kind, found.data, found.string if found.kind == TYPE_STRING else None)


def _signed(data: int) -> int:
    return data - (1 << 32) if data >= 1 << 31 else data
