"""The certificates a package carries: v1 from META-INF, v2, v3 and v3.1 from the APK Signing Block, unverified.

Only the block and the v1 files are read, never the whole package. Formats: AOSP `apksig`, ApkSigningBlockUtils and
V1SchemeVerifier; nested values are length-prefixed with 32 bits, little endian.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator
from itertools import islice

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.stretch import Reader
from permaudit.model.app import Signer

_SCHEMES = {0x7109871A: 2, 0xF05368C0: 3, 0x1B93AD61: 31}
_MAGIC = b"APK Sig Block 42"
_LARGEST_BLOCK_BYTES = 32 << 20  # the block also carries padding and store metadata
_LARGEST_V1_BYTES = 1 << 20
_FOOTER = struct.Struct("<Q16s")
_PAIR = struct.Struct("<QI")  # length of what follows, kind
_MOST_PAIRS = 1_000
_MOST_CERTIFICATES = 100
_V1_FILE = re.compile(r"META-INF/[^/]+\.(RSA|DSA|EC)", re.IGNORECASE)


def read_signers(archive: Archive, reader: Reader) -> tuple[tuple[Signer, ...], bool]:
    """Collect the certificates with their schemes, sorted by SHA-256, and say whether any is unreadable."""
    schemes: dict[bytes, set[int]] = {}
    for scheme, certificate in (*_read_block(archive, reader), *_read_v1(archive, reader)):
        if certificate in schemes or len(schemes) < _MOST_CERTIFICATES:
            schemes.setdefault(certificate, set()).add(scheme)
    signers = []
    for certificate, found in schemes.items():
        subject = _read_subject(certificate)
        if subject is not None:
            signers.append(Signer(hashlib.sha256(certificate).hexdigest(), subject, tuple(sorted(found))))
    return tuple(sorted(signers, key=lambda each: each.sha256)), len(signers) < len(schemes)


def _read_block(archive: Archive, reader: Reader) -> Iterator[tuple[int, bytes]]:
    """Yield scheme and leaf certificate of every signer in the block before the central directory."""
    footer = reader.read_at(archive.directory_offset - _FOOTER.size, _FOOTER.size)
    if not footer.endswith(_MAGIC) or len(footer) < _FOOTER.size:
        return
    size, _ = _FOOTER.unpack(footer)  # counts the footer, but not the same size at the start
    if not _FOOTER.size <= size <= min(_LARGEST_BLOCK_BYTES, archive.directory_offset - 8):
        return
    pairs = reader.read_at(archive.directory_offset - size, size - _FOOTER.size)
    at = 0
    for _ in range(_MOST_PAIRS):
        if at + _PAIR.size > len(pairs):
            return
        length, kind = _PAIR.unpack_from(pairs, at)
        end = at + 8 + length
        if not at + _PAIR.size <= end <= len(pairs):
            return
        if kind in _SCHEMES:
            yield from ((_SCHEMES[kind], leaf) for leaf in _find_leaves(pairs[at + _PAIR.size : end]))
        at = end


def _find_leaves(block: bytes) -> Iterator[bytes]:
    """Yield each signer's own certificate: a signer starts with signed data, that with digests, then certificates."""
    for signer in _split(next(_split(block), b"")):
        signed_data = next(_split(signer), b"")
        certificates = next(islice(_split(signed_data), 1, None), b"")
        leaf = next(_split(certificates), b"")
        if leaf:
            yield leaf


def _split(data: bytes) -> Iterator[bytes]:
    """Yield the length-prefixed values one after another, until one does not fit."""
    at = 0
    for _ in range(_MOST_CERTIFICATES):
        if at + 4 > len(data):
            return
        (length,) = struct.unpack_from("<I", data, at)
        at += 4
        if length > len(data) - at:
            return
        yield data[at : at + length]
        at += length


def _read_v1(archive: Archive, reader: Reader) -> Iterator[tuple[int, bytes]]:
    """Yield the certificate that belongs to each signer of each v1 signature file."""
    from asn1crypto import cms  # type: ignore[import-untyped]  # noqa: PLC0415  0.03 s to import

    names = [name for name in archive.entries if _V1_FILE.fullmatch(name)]
    for name in names[:_MOST_CERTIFICATES]:
        try:
            content = cms.ContentInfo.load(archive.read_from(reader, name, _LARGEST_V1_BYTES))["content"]
            owners = [
                (info["sid"].chosen["issuer"], info["sid"].chosen["serial_number"]) for info in content["signer_infos"]
            ]
            for choice in content["certificates"]:
                certificate = choice.chosen
                if any(
                    certificate.issuer == issuer and certificate.serial_number == number.native
                    for issuer, number in owners
                ):
                    yield 1, certificate.dump()
        except (EntryError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            yield 1, b""  # no certificate, so unreadable


def _read_subject(certificate: bytes) -> str | None:
    """Write the subject the way people read it; None if the bytes are no certificate."""
    from asn1crypto import x509  # noqa: PLC0415

    try:
        return str(x509.Certificate.load(certificate).subject.human_friendly)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
