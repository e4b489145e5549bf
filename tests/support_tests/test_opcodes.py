"""The opcode table and the attribute table against androguard's."""

from androguard.core.dex import DALVIK_OPCODES_FORMAT
from androguard.core.resources.public import SYSTEM_RESOURCES
from support.axml import ATTRIBUTE_IDS
from support.opcodes import FORMAT_UNITS, OPCODES


def test_every_opcode_has_the_name_and_length_that_androguard_knows() -> None:
    theirs = {}
    for value, (form, names, *_) in DALVIK_OPCODES_FORMAT.items():
        if names[0] != "unused":
            theirs[names[0]] = (value, form.length // 2)

    assert {row.mnemonic: (row.value, FORMAT_UNITS[row.format]) for row in OPCODES.values()} == theirs


def test_attribute_ids_are_those_of_the_platform() -> None:
    theirs = SYSTEM_RESOURCES["attributes"]["forward"]

    known = {name: value for name, value in ATTRIBUTE_IDS.items() if name in theirs}

    assert known == {name: theirs[name] for name in known}
    assert len(known) > 0.8 * len(ATTRIBUTE_IDS)
