"""A network security configuration is read as Android reads it, and what Android would refuse is not."""

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip
from support.axml import AttributeValue, Element, encode_axml

from permaudit.apk.archive import open_archive
from permaudit.apk.network_security import LARGEST_CONFIG_BYTES, read_network_security
from permaudit.apk.stretch import in_memory
from permaudit.model.manifest import NetworkSecurity

FILE = "res/xml/network.xml"
USER, SYSTEM = "user", "system"


def read(data: bytes, file: str = FILE) -> NetworkSecurity | None:
    archive = open_archive(in_memory(build_zip([RawEntry(FILE, data, DEFLATED)])))
    return read_network_security(archive, file)


def read_config(*children: Element) -> NetworkSecurity | None:
    return read(encode_axml(Element("network-security-config", {}, children)))


def config(tag: str, *children: Element, cleartext: AttributeValue | None = None) -> Element:
    return Element(tag, {} if cleartext is None else {"cleartextTrafficPermitted": cleartext}, children)


def anchors(*sources: str) -> Element:
    return Element("trust-anchors", {}, [Element("certificates", {"src": source}) for source in sources])


def test_an_empty_configuration_leaves_all_to_the_defaults() -> None:
    assert read_config() == NetworkSecurity()


@pytest.mark.parametrize("cleartext", [True, False])
def test_what_is_said_for_all_addresses_is_read(*, cleartext: bool) -> None:
    found = read_config(config("base-config", anchors(SYSTEM, USER), cleartext=cleartext))

    assert found == NetworkSecurity(cleartext=cleartext, trusts_user=True)


def test_naming_only_the_systems_certificates_is_not_to_trust_added_ones() -> None:
    assert read_config(config("base-config", anchors(SYSTEM))) == NetworkSecurity(trusts_user=False)


def test_no_certificates_in_the_list_is_no_statement() -> None:
    assert read_config(config("base-config", anchors())) == NetworkSecurity()


def test_one_domain_that_may_is_enough_also_inside_another() -> None:
    inner = config("domain-config", anchors(USER), cleartext=True)

    found = read_config(config("domain-config", cleartext=False), config("domain-config", inner, cleartext=False))

    assert found == NetworkSecurity(domains_cleartext=True, domains_trust_user=True)


def test_domains_that_may_not_or_say_nothing_allow_nothing() -> None:
    found = read_config(config("domain-config", anchors(SYSTEM), cleartext=False), config("domain-config"))

    assert found == NetworkSecurity()


def test_overrides_for_debugging_are_kept_apart() -> None:
    found = read_config(config("debug-overrides", anchors(USER)))

    assert found == NetworkSecurity(debug_trusts_user=True)


def test_elements_inside_unknown_ones_are_skipped_as_by_android() -> None:
    hidden = config("future", config("base-config", cleartext=True), config("domain-config", cleartext=True))

    assert read_config(hidden) == NetworkSecurity()


def test_a_permission_that_is_no_boolean_is_a_yes_for_android() -> None:
    assert read_config(config("base-config", cleartext="false")) == NetworkSecurity(cleartext=True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<network-security-config/>",
        encode_axml(Element("resources")),
        encode_axml(Element("network-security-config", {}, [Element("base-config"), Element("base-config")])),
        encode_axml(Element("network-security-config"))[:-10],
    ],
)
def test_what_android_would_refuse_is_not_read(data: bytes) -> None:
    assert read(data) is None


def test_a_file_that_is_absent_or_too_large_is_not_read() -> None:
    assert read(encode_axml(Element("network-security-config")), "res/xml/other.xml") is None
    assert read(encode_axml(Element("network-security-config")) + bytes(LARGEST_CONFIG_BYTES)) is None


def test_domains_nested_very_deeply_are_all_looked_at() -> None:
    element = config("domain-config", cleartext=True)
    for _ in range(100):
        element = config("domain-config", element, cleartext=False)

    assert read_config(element) == NetworkSecurity(domains_cleartext=True)
