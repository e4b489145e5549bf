"""Numbers and strings read back as they were written."""

import numpy as np
from dex.programs import load
from hypothesis import given, settings
from hypothesis import strategies as st
from support.dexfile import Damage, assemble
from support.encoding import encode_mutf8, encode_sleb128, encode_uleb128

from permaudit.dex.strings import decode_mutf8
from permaudit.dex.uleb import decode_between, read_sleb, read_uleb

TEXTS = st.text(st.one_of(st.sampled_from("\0ab\x7f\x80é\u07ff\u0800\uffff\U00010000"), st.characters()), max_size=5)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 0xFFFFFFFF), min_size=1, max_size=50))
def test_unsigned_numbers_read_back_one_by_one_and_all_at_once(values: list[int]) -> None:
    data = b"".join(map(encode_uleb128, values))

    one_by_one, places, place = [], [], 0
    while place < len(data):
        places.append(place)
        value, place = read_uleb(data, place)
        one_by_one.append(value)
    ends = np.array([*places[1:], len(data)], np.int64) - 1
    at_once = decode_between(np.frombuffer(data, np.uint8), np.array(places, np.int64), ends)

    assert one_by_one == values
    assert at_once.tolist() == values


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(-(1 << 31), (1 << 31) - 1), st.binary(max_size=3))
def test_signed_numbers_read_back(value: int, behind: bytes) -> None:
    data = encode_sleb128(value)

    assert read_sleb(data + behind, 0) == (value, len(data))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS)
def test_text_reads_back_from_modified_utf8(text: str) -> None:
    expected = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    assert decode_mutf8(encode_mutf8(text)) == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=12))
def test_any_bytes_become_some_text(raw: bytes) -> None:
    assert decode_mutf8(raw).encode("utf-8")[:0] == b""


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(TEXTS, max_size=20), st.lists(TEXTS, min_size=1, max_size=5))
def test_a_string_is_found_where_a_linear_search_finds_it(texts: list[str], others: list[str]) -> None:
    strings = load(assemble([], damage=Damage(extra_strings=tuple(texts)))).files[0].strings
    table = [strings.raw(number) for number in range(len(strings))]

    for text in (*texts, *others):
        raw = encode_mutf8(text)
        assert strings.find(raw) == (table.index(raw) if raw in table else -1)
