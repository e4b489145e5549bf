"""How DEX code is met inside other data: by its header, plain, reversed or as text, or by an archive's entry for it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterable

from permaudit.facts.code_forms import DEX_HEAD_BYTES, is_dex_header, with_magic

_OVERLAP_BYTES = 400  # longer than what is needed to know code
_MOST_DOUBTS = 1000  # what only begins as a header does is met once in a while; a file full of it is made for it
_HEADER_SIZE_AT = 36
_BASE64_HEAD = 152  # letters that hold a header
# The size of the header and the byte order: the magic before them is often wiped out, and put back at run time.
_WITHIN = re.compile(rb"[\x70\x78]\x00\x00\x00\x78\x56\x34\x12")
_WITHIN_REVERSED = re.compile(rb"\x12\x34\x56\x78\x00\x00\x00[\x70\x78]")
_BYTE_ORDER, _BYTE_ORDER_REVERSED = b"\x78\x56\x34\x12", b"\x12\x34\x56\x78"
_BASE64 = re.compile(rb"ZGV4CjAz[A-Za-z0-9+/_\-\r\n]{144,220}")
_HEX = re.compile(rb"6465780[aA]303[0-9a-fA-F\r\n]{213,300}")
_BREAKS = re.compile(rb"[\r\n]+")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_ZIP_ENTRY = re.compile(
    rb"PK\x03\x04[\x0a-\x3f]\x00.[\x00-\x08][\x00\x08]\x00.{16}[\x0b-\x40]\x00..[^\x00]{0,40}classes[0-9]{0,3}\.dex",
    re.DOTALL,
)


def hold_code(pieces: Iterable[bytes], size: int) -> bool:
    """Whether code begins somewhere in the joined pieces, which are so many bytes together."""
    return _meet(pieces, size, lambda window, left: _meets_plain(window, left) or _meets_disguised(window, left))


def hold_common_code(pieces: Iterable[bytes], size: int) -> bool:
    """The same for plain code and for Base64 alone: where looking for every form would take long."""
    return _meet(pieces, size, lambda window, left: _meets_header(window, left) or _meets_base64(window, left))


def _meet(pieces: Iterable[bytes], size: int, meets: Callable[[bytes, int], bool]) -> bool:
    """Whether something is met in windows over the pieces; told how many bytes are left from a window's start on."""
    tail, left = b"", size
    for piece in pieces:
        window = tail + piece
        if meets(window, left + len(tail)):
            return True
        left -= len(piece)
        tail = window[-_OVERLAP_BYTES:]
    return False


def _meets_plain(window: bytes, left: int) -> bool:
    return _meets_header(window, left) or (window.find(b".dex") >= 0 and _ZIP_ENTRY.search(window) is not None)


def _meets_disguised(window: bytes, left: int) -> bool:
    return (
        (window.find(_BYTE_ORDER_REVERSED) >= 0 and _meets_reversed(window))
        or _meets_base64(window, left)
        or (window.find(b"6465780") >= 0 and _meets_hex(window, left))
    )


def _meets_header(window: bytes, left: int) -> bool:
    if window.find(_BYTE_ORDER) < 0:
        return False
    starts = (each.start() - _HEADER_SIZE_AT for each in _WITHIN.finditer(window, _HEADER_SIZE_AT))
    return _any_is_header((window[start : start + DEX_HEAD_BYTES], left - start) for start in starts)


def _meets_reversed(window: bytes) -> bool:
    ends = (each.end() + _HEADER_SIZE_AT for each in _WITHIN_REVERSED.finditer(window))
    return _any_is_header((window[max(0, end - DEX_HEAD_BYTES) : end][::-1], 1 << 32) for end in ends)


def _meets_base64(window: bytes, left: int) -> bool:
    if window.find(b"ZGV4CjAz") < 0:
        return False
    texts = (_BREAKS.sub(b"", each[0].translate(_URL_SAFE)) for each in _BASE64.finditer(window))
    return _any_is_header((b64decode(text[:_BASE64_HEAD]), left) for text in texts if len(text) >= _BASE64_HEAD)


def _meets_hex(window: bytes, left: int) -> bool:
    texts = (_BREAKS.sub(b"", each[0])[: 2 * DEX_HEAD_BYTES] for each in _HEX.finditer(window))
    return _any_is_header((bytes.fromhex(text.decode()), left) for text in texts if len(text) == 2 * DEX_HEAD_BYTES)


def _any_is_header(heads: Iterable[tuple[bytes, int]]) -> bool:
    """Whether one of them is the header of a DEX file that fits; a thousand doubts are one too many."""
    for doubts, (head, most_bytes) in enumerate(heads):
        if doubts >= _MOST_DOUBTS or is_dex_header(with_magic(head), most_bytes):
            return True
    return False
