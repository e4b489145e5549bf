"""Signing says who could have changed the app: keys that everybody has, parts of different hands, old schemes."""

import pytest

from permaudit.apk.package import PartSigners
from permaudit.catalog.signs import PublicKey
from permaudit.facts.signing import find_signing
from permaudit.model.app import Signer
from permaudit.model.package_facts import Signing

LENDER = Signer("a" * 64, "Common Name: Lender", (2, 3))
OTHER = Signer("b" * 64, "Common Name: Other", (2,))
OLD = Signer("c" * 64, "Common Name: Old", (1,))
KEYS = (
    PublicKey("by digest", "test", sha256="a" * 64),
    PublicKey("by subject", "test", subject="Common Name: Other"),
)


def part(*signers: Signer, readable: bool = True) -> PartSigners:
    return PartSigners(signers, readable)


def test_an_app_signed_by_one_key_of_its_own_has_nothing_to_tell() -> None:
    assert find_signing([part(LENDER), part(LENDER)], ()) == Signing()


@pytest.mark.parametrize(("signer", "name"), [(LENDER, "by digest"), (OTHER, "by subject")])
def test_a_key_that_everybody_has_is_named(signer: Signer, name: str) -> None:
    assert find_signing([part(signer)], KEYS).public_keys == (name,)


def test_a_key_that_everybody_has_is_named_if_any_part_is_signed_with_it() -> None:
    assert find_signing([part(OLD), part(OTHER)], KEYS).public_keys == ("by subject",)


@pytest.mark.parametrize("second", [part(OTHER), part(), part(LENDER, OTHER)])
def test_parts_that_carry_other_certificates_differ(second: PartSigners) -> None:
    assert find_signing([part(LENDER), second], ()).parts_differ


def test_one_key_under_other_schemes_is_no_difference() -> None:
    again = Signer(LENDER.sha256, LENDER.subject, (1,))

    assert not find_signing([part(LENDER), part(again)], ()).parts_differ


def test_no_certificate_at_all_is_unsigned() -> None:
    assert find_signing([part(), part()], KEYS) == Signing(unsigned=True)


def test_a_part_without_certificate_beside_a_signed_one_is_not_unsigned_but_differs() -> None:
    signing = find_signing([part(LENDER), part()], ())

    assert (signing.unsigned, signing.parts_differ) == (False, True)


@pytest.mark.parametrize(
    ("signers", "only_v1"),
    [((OLD,), True), ((OLD, LENDER), False), ((Signer("d" * 64, "x", (1, 2)),), False), ((), False)],
)
def test_only_the_first_scheme_is_said_where_there_is_no_later_one(
    *, signers: tuple[Signer, ...], only_v1: bool
) -> None:
    assert find_signing([part(*signers)], ()).only_v1 == only_v1


def test_an_unreadable_certificate_is_said_and_nothing_concluded_from_it() -> None:
    assert find_signing([part(readable=False)], ()) == Signing(readable=False)
    assert find_signing([part(LENDER), part(OLD, readable=False)], ()) == Signing(readable=False)
