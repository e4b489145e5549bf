"""A DEX file is known by its first bytes under any simple change of them, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import Class, assemble

from permaudit.facts.code_forms import DEX_HEAD_BYTES, LONGEST_KEY, OTHER, UNREAD, form_of, is_dex_header

DEX = assemble([Class("Lcom/x/A;")])


def form_and_original(data: bytes) -> tuple[str, bool, bytes]:
    form = form_of(data[:DEX_HEAD_BYTES], len(data))
    return form.holds, form.disguised, b"".join(form.undo([data[:50], data[50:]]))


def test_a_plain_dex_file_is_code_and_no_disguise() -> None:
    assert form_and_original(DEX) == ("code", False, DEX)


@given(st.binary(min_size=2, max_size=LONGEST_KEY).filter(lambda key: len(set(key)) > 1))
def test_a_key_used_over_and_over_is_found_and_undone(key: bytes) -> None:
    locked = bytes(byte ^ key[at % len(key)] for at, byte in enumerate(DEX))

    assert form_and_original(locked) == ("code", True, DEX)


@given(st.integers(1, 255))
def test_a_byte_added_to_each_is_undone(added: int) -> None:
    assert form_and_original(bytes((byte + added) & 0xFF for byte in DEX)) == ("code", True, DEX)


@pytest.mark.parametrize("bits", range(1, 8))
def test_bits_turned_around_are_undone(bits: int) -> None:
    turned = bytes((byte << bits | byte >> (8 - bits)) & 0xFF for byte in DEX)

    assert form_and_original(turned) == ("code", True, DEX)


@given(st.binary(min_size=DEX_HEAD_BYTES, max_size=DEX_HEAD_BYTES), st.integers(112, 1 << 30))
def test_random_bytes_are_nothing_that_is_known(head: bytes, size: int) -> None:
    assert form_of(head, size) is OTHER


@pytest.mark.parametrize("byte", [0, 0x20, 0x64, 0xFF])
def test_one_byte_over_and_over_is_nothing_that_is_known(byte: int) -> None:
    assert form_of(bytes([byte]) * DEX_HEAD_BYTES, 5000) is OTHER


def test_a_file_whose_beginning_is_not_to_be_had_is_unread_and_a_short_one_is_not() -> None:
    assert form_of(b"", 500) is UNREAD
    assert form_of(b"dex", 3) is OTHER


def test_a_header_has_to_fit_the_file() -> None:
    assert is_dex_header(DEX[:DEX_HEAD_BYTES], len(DEX))
    assert not is_dex_header(DEX[:DEX_HEAD_BYTES], len(DEX) - 1)
    assert not is_dex_header(DEX[: DEX_HEAD_BYTES - 1], len(DEX))


@pytest.mark.parametrize("at", [0, 5, 36, 40, 58])
def test_a_header_with_another_byte_in_a_field_is_none(at: int) -> None:
    head = bytearray(DEX[:DEX_HEAD_BYTES])
    head[at] ^= 0x81

    assert not is_dex_header(bytes(head), len(DEX))
