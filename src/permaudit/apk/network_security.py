"""The network security configuration of an app, read as AOSP `XmlConfigSource` reads it."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.binary_xml import FIRST_INTEGER_TYPE, LAST_INTEGER_TYPE, BinaryXmlError, Element, read_binary_xml
from permaudit.model.manifest import NetworkSecurity

LARGEST_CONFIG_BYTES = 1 << 20
"""Larger files are not read: one line for each server is below 100 KB."""


def read_network_security(archive: Archive, file: str) -> NetworkSecurity | None:
    """Read the configuration in `file`; None if there is none that Android would take."""
    try:
        root = read_binary_xml(archive.read(file, LARGEST_CONFIG_BYTES))
    except (EntryError, BinaryXmlError):
        return None
    bases = _children((root,), "base-config")
    if root.tag != "network-security-config" or len(bases) > 1:
        return None
    domains = _nested(root)
    return NetworkSecurity(
        cleartext=_cleartext(bases[0]) if bases else None,
        trusts_user=_trusts_user(bases),
        domains_cleartext=any(_cleartext(each) for each in domains),
        domains_trust_user=bool(_trusts_user(domains)),
        debug_trusts_user=bool(_trusts_user(_children((root,), "debug-overrides"))),
    )


def _nested(root: Element) -> list[Element]:
    """List the configurations of domains, which may hold others; what stands elsewhere is skipped, as by Android."""
    found: list[Element] = []
    level = _children((root,), "domain-config")
    while level:
        found += level
        level = _children(level, "domain-config")
    return found


def _cleartext(config: Element) -> bool | None:
    """Read whether addresses without encryption are allowed; Android takes what is no boolean for a yes."""
    found = config.find_named("cleartextTrafficPermitted")
    if found is None:
        return None
    return found.data != 0 if FIRST_INTEGER_TYPE <= found.kind <= LAST_INTEGER_TYPE else True


def _trusts_user(configs: Iterable[Element]) -> bool | None:
    """Look for the certificates that were added to the phone; None if no certificates are named at all."""
    certificates = _children(_children(configs, "trust-anchors"), "certificates")
    sources = [each.find_named("src") for each in certificates]
    return any(source is not None and source.string == "user" for source in sources) if sources else None


def _children(elements: Iterable[Element], tag: str) -> list[Element]:
    return [child for element in elements for child in element.children if child.tag == tag]
