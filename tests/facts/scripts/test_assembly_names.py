"""What an assembly uses of others is read from its tables, in which names may share letters."""

import pytest
from facts.scripts.assemblyfile import HEAD, assembly_file
from hypothesis import given
from hypothesis import strategies as st

from permaudit.facts.scripts.assembly_names import read_names

STRINGS = b"\0get_Contacts\0Lib.People\0Other\0GetAllAsync\0Mail\0"
CONTACTS, SPACE, OTHER, GET_ALL, MAIL = (
    STRINGS.index(each) for each in (b"Contacts", b"Lib.People", b"Other", b"GetAllAsync", b"Mail")
)
TYPES = [(MAIL, SPACE), (CONTACTS, SPACE), (CONTACTS, OTHER)]


def uses(assembly: bytes, text: str) -> bool:
    return any(names.uses(text) for names in read_names(assembly))


@pytest.mark.parametrize("wide", [False, True])
def test_a_name_that_begins_within_a_longer_one_is_read(wide: bool) -> None:  # noqa: FBT001
    assembly = assembly_file(STRINGS, TYPES, [(2, GET_ALL)], wide=wide)

    assert uses(assembly, "Lib.People.Contacts")
    assert uses(assembly, "Lib.People.Contacts::GetAllAsync")


@pytest.mark.parametrize(
    "text", ["Lib.People.get_Contacts", "Lib.Contacts", "Contacts", "Lib.People.Mail::GetAllAsync", "Other.Mail"]
)
def test_names_that_only_stand_in_the_same_file_are_no_use(text: str) -> None:
    assert not uses(assembly_file(STRINGS, TYPES, [(2, GET_ALL)]), text)


def test_a_member_of_another_type_with_the_same_name_is_no_use() -> None:
    assembly = assembly_file(STRINGS, TYPES, [(3, GET_ALL)])

    assert uses(assembly, "Other.Contacts::GetAllAsync")
    assert not uses(assembly, "Lib.People.Contacts::GetAllAsync")


def test_an_assembly_behind_another_that_it_carries_is_read_too() -> None:
    carried = assembly_file(STRINGS, [(MAIL, OTHER)])

    assert uses(carried + assembly_file(STRINGS, TYPES), "Lib.People.Contacts")


@pytest.mark.parametrize("data", [b"", HEAD, HEAD + b"BSJB", assembly_file(STRINGS, TYPES)[:120]])
def test_what_holds_no_metadata_has_no_names(data: bytes) -> None:
    assert read_names(data) == []


@given(st.data())
def test_a_damaged_assembly_stops_nothing(data: st.DataObject) -> None:
    assembly = bytearray(assembly_file(STRINGS, TYPES, [(2, GET_ALL)]))
    for _ in range(4):
        assembly[data.draw(st.integers(len(HEAD), len(assembly) - 1))] = data.draw(st.integers(0, 255))

    for names in read_names(bytes(assembly)):
        names.uses("Lib.People.Contacts::GetAllAsync")
