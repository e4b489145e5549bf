"""The string table of a DEX file, looked up when needed and never decoded wholesale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from permaudit.dex.damage import DexDamageError


class StringTable:
    """Strings by id, as the MUTF-8 bytes in the file or as text."""

    __slots__ = ("_data", "_octets", "_offsets")

    def __init__(self, data: bytes, offsets: npt.NDArray[np.uint32]) -> None:
        if offsets.size and int(offsets.max()) >= len(data):
            raise DexDamageError("a string lies outside the file")
        self._data = data
        self._octets = np.frombuffer(data, np.uint8)
        self._offsets = offsets

    def __len__(self) -> int:
        return len(self._offsets)

    def raw(self, string_id: int) -> bytes:
        """The MUTF-8 bytes of one string, without its length prefix."""
        return self.raw_many(np.array([string_id]))[0]

    def text(self, string_id: int) -> str:
        """One string as text; lone surrogates and broken bytes stand as U+FFFD."""
        return decode_mutf8(self.raw(string_id))

    def find(self, raw: bytes) -> int:
        """The id of a string, or -1; by bisection, because a DEX file's strings are sorted.

        The order is that of UTF-16 code units, which for ASCII texts is that of the bytes.
        """
        low, high = 0, len(self._offsets)
        while low < high:
            middle = (low + high) // 2
            if self.raw(middle) < raw:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._offsets) and self.raw(low) == raw else -1

    def raw_many(self, string_ids: npt.NDArray[np.int64] | Sequence[int]) -> list[bytes]:
        """The MUTF-8 bytes of several strings, in the order asked."""
        starts = self._offsets[np.asarray(string_ids, np.int64)].astype(np.int64)
        last = len(self._data) - 1
        for _ in range(4):  # the length prefix: step over all bytes but its last, which is below 0x80
            starts = np.where(self._octets[np.minimum(starts, last)] >= 0x80, starts + 1, starts)  # noqa: PLR2004
        starts += 1
        find, data, end = self._data.find, self._data, len(self._data)
        stops = [find(b"\0", start) for start in starts.tolist()]
        return [data[start : stop if stop >= 0 else end] for start, stop in zip(starts.tolist(), stops, strict=True)]


def decode_mutf8(raw: bytes) -> str:
    """Decode Dalvik's modified UTF-8: C0 80 is NUL, and characters beyond U+FFFF are surrogate pairs.

    Source: "MUTF-8 (Modified UTF-8) Encoding" in the DEX format description. Never raises.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass" if _only_surrogates(raw) else "replace")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _only_surrogates(raw: bytes) -> bool:
    try:
        raw.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
