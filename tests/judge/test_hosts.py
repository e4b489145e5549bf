"""The attribute `host` of a flow: names with stars, and the word for servers that have only an IP address."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.flow import Address
from permaudit.model.rule import FlowIs

NAMED, NUMBERED = "https://api.example.com/v1", "http://203.0.113.7/up"


def answer(host: tuple[str, ...], addresses: list[str], sink: str = "network") -> Tristate:
    written = seen(reads=[{"surface": "contacts"}], flows=[{"sink": sink, "address": addresses}])
    return evaluate(FlowIs(host=host), written).outcome


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ([NUMBERED], "yes"),
        ([NAMED, NUMBERED], "yes"),
        (["https://203.0.113.7:8080/up"], "yes"),
        (["https://[2001:db8::7]:8443/up"], "yes"),
        (["https://api.example.com:443/v1"], "no"),
        ([NAMED], "no"),
        (["https://203.0.113.7.example.com/"], "no"),
        (["https://203.0.113/"], "no"),
        (["https://bare-ip/"], "no"),
        ([], "unknown"),
        (["https://"], "unknown"),
    ],
)
def test_a_bare_address_is_one_that_is_an_ip_address_and_nothing_more(addresses: list[str], expected: Tristate) -> None:
    assert answer(("bare-ip",), addresses) == expected


def test_an_address_of_ip_version_6_is_a_bare_one() -> None:
    written = seen(reads=[{"surface": "contacts"}], flows=[{}])
    flow = replace(written.flows[0], addresses=(Address("https://[2001:db8::7]/up", "2001:db8::7"),))

    outcome = evaluate(FlowIs(host=("bare-ip",)), replace(written, flows=(flow,))).outcome

    assert outcome == "yes"


@pytest.mark.parametrize(
    ("host", "address", "expected"),
    [
        (("bare-ip", "*.example.com"), NAMED, "yes"),
        (("bare-ip", "*.example.com"), NUMBERED, "yes"),
        (("bare-ip", "*.example.org"), NAMED, "no"),
        (("*.EXAMPLE.com",), NAMED, "yes"),
        (("203.0.113.*",), NUMBERED, "yes"),
    ],
)
def test_any_of_several_hosts_will_do(host: tuple[str, ...], address: str, expected: Tristate) -> None:
    assert answer(host, [address]) == expected


def test_what_stays_on_the_phone_has_no_host() -> None:
    assert answer(("bare-ip",), [NUMBERED], sink="file") == "no"
