"""The string table of a DEX file, looked up when needed and never decoded wholesale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from permaudit.dex.damage import DexDamageError

_NUL = b"\xc0\x80"  # U+0000 in MUTF-8
_GOES_ON = 0x80  # a byte of the length prefix that is not its last
_MOST_PREFIX = 4
_MOST_OVERLAP = 4  # strings may share their bytes, but all together are not longer than this many files


class StringTable:
    """Strings by id, as the MUTF-8 bytes in the file or as text.

    Raises:
        DexDamageError: a string lies outside the file, or the strings overlap without end.
    """

    __slots__ = ("_data", "_octets", "_offsets")

    def __init__(self, data: bytes, offsets: npt.NDArray[np.uint32]) -> None:
        if offsets.size and int(offsets.max()) >= len(data):
            raise DexDamageError("a string lies outside the file")
        self._data = data
        self._octets = np.frombuffer(data, np.uint8)
        self._offsets = offsets
        if offsets.size:
            self._check_overlap()

    def __len__(self) -> int:
        return len(self._offsets)

    def raw(self, string_id: int) -> bytes:
        """The MUTF-8 bytes of one string, without its length prefix."""
        data, start = self._data, int(self._offsets[string_id])
        last = len(data) - 1
        for _ in range(_MOST_PREFIX):
            if data[min(start, last)] < _GOES_ON:
                break
            start += 1
        stop = data.find(b"\0", start + 1)
        return data[start + 1 : stop if stop >= 0 else len(data)]

    def raw_long(self, size: int) -> Iterator[bytes]:
        """The bytes of all strings of which the next one is so far away, and of the last; in the order of the file."""
        starts = np.sort(self._offsets)
        far = np.flatnonzero(np.diff(starts.astype(np.int64), append=len(self._data)) >= size)
        for start in self._texts_begin(starts[far]).tolist():
            stop = self._data.find(b"\0", start)
            yield self._data[start : stop if stop >= 0 else len(self._data)]

    def text(self, string_id: int) -> str:
        """One string as text; lone surrogates and broken bytes stand as U+FFFD."""
        return decode_mutf8(self.raw(string_id))

    def find(self, raw: bytes) -> int:
        """The id of a string, or -1; by bisection, because a DEX file's strings are sorted.

        The order is that of UTF-16 code units: that of the MUTF-8 bytes, but for U+0000, which is first of all.
        """
        low, high = 0, len(self._offsets)
        wanted = raw.replace(_NUL, b"\0")
        while low < high:
            middle = (low + high) // 2
            if self.raw(middle).replace(_NUL, b"\0") < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._offsets) and self.raw(low) == raw else -1

    def find_many(self, raws: Sequence[bytes]) -> npt.NDArray[np.int64]:
        """The ids of several strings, -1 for those that are not there; all bisected together."""
        low = np.zeros(len(raws), np.int64)
        high = np.full(len(raws), len(self._offsets), np.int64)
        wanted = [raw.replace(_NUL, b"\0") for raw in raws]
        last = max(len(self._offsets) - 1, 0)
        while len(self._offsets) and bool(np.any(low < high)):
            middle = (low + high) // 2
            texts = self.raw_many(np.minimum(middle, last))
            before = np.array([text.replace(_NUL, b"\0") < want for text, want in zip(texts, wanted, strict=True)])
            ahead = low < high
            low = np.where(ahead & before, middle + 1, low)
            high = np.where(ahead & ~before, middle, high)
        if not len(self._offsets):
            return np.full(len(raws), -1, np.int64)
        texts = self.raw_many(np.minimum(low, last))
        same = np.array([text == raw for text, raw in zip(texts, raws, strict=True)], np.bool_)
        return np.where(same & (low <= last), low, -1)

    def find_beginning(self, start: bytes) -> range:
        """The ids of all strings that begin so; they stand together, because a DEX file's strings are sorted."""
        wanted = start.replace(_NUL, b"\0")
        return range(*(self._bisect(wanted, behind=behind) for behind in (False, True)))

    def _bisect(self, start: bytes, *, behind: bool) -> int:
        """The first id whose string is not before `start`, or that is behind all which begin so."""
        low, high = 0, len(self._offsets)
        while low < high:
            middle = (low + high) // 2
            text = self.raw(middle).replace(_NUL, b"\0")
            if text < start or (behind and text.startswith(start)):
                low = middle + 1
            else:
                high = middle
        return low

    def find_holding(self, part: bytes, most: int) -> list[int]:
        """The ids of strings that hold `part`, in order; of its first `most` occurrences in the file."""
        if not len(self._offsets) or not part:
            return []
        in_order = bool((self._offsets[1:] >= self._offsets[:-1]).all())  # as in most files: nothing is copied then
        order = None if in_order else np.argsort(self._offsets, kind="stable")
        offsets = self._offsets if order is None else self._offsets[order]
        find = self._data.find
        found: set[int] = set()
        known = begin = end = -1
        place = find(part, int(offsets[0]))
        while place >= 0 and most:
            most -= 1
            row = int(offsets.searchsorted(offsets.dtype.type(place), side="right")) - 1
            if row != known:
                known, begin = row, int(self._texts_begin(offsets[row : row + 1])[0])
                end = find(b"\0", begin)
            if begin <= place and (place < end or end < 0):
                found.add(row if order is None else int(order[row]))
            place = find(part, max(place + 1, end))
        return sorted(found)

    def raw_many(self, string_ids: npt.NDArray[np.int64] | Sequence[int]) -> list[bytes]:
        """The MUTF-8 bytes of several strings, in the order asked."""
        starts = self._texts_begin(self._offsets[np.asarray(string_ids, np.int64)])
        find, data, end = self._data.find, self._data, len(self._data)
        stops = [find(b"\0", start) for start in starts.tolist()]
        return [data[start : stop if stop >= 0 else end] for start, stop in zip(starts.tolist(), stops, strict=True)]

    def _texts_begin(self, offsets: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
        """Where the texts begin, behind the length prefixes."""
        starts = offsets.astype(np.int64)
        last = len(self._data) - 1
        for _ in range(_MOST_PREFIX):  # step over all bytes of the prefix but its last
            longer = self._octets[np.minimum(starts, last)] >= _GOES_ON
            if not longer.any():
                break
            starts += longer
        starts += 1
        return starts

    def _check_overlap(self) -> None:
        """Refuse strings that take their bytes from one another until memory is full; real ones end before the next."""
        starts = np.minimum(np.sort(self._texts_begin(self._offsets)), len(self._data) - 1)
        ended = np.minimum.reduceat(self._octets, starts) == 0  # a zero byte stands before the next text
        if bool(ended[:-1].all()):
            return
        closing = np.where(ended, np.append(starts[1:], len(self._data)), len(self._data))
        lengths = np.minimum.accumulate(closing[::-1])[::-1] - starts
        if int(lengths.sum()) > _MOST_OVERLAP * len(self._data):
            raise DexDamageError("the strings overlap")


def decode_mutf8(raw: bytes) -> str:
    """Decode Dalvik's modified UTF-8: C0 80 is NUL, and characters beyond U+FFFF are surrogate pairs.

    Source: "MUTF-8 (Modified UTF-8) Encoding" in the DEX format description. Never raises.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.replace(_NUL, b"\0").decode("utf-8", "surrogatepass" if _only_surrogates(raw) else "replace")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _only_surrogates(raw: bytes) -> bool:
    try:
        raw.replace(_NUL, b"\0").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
