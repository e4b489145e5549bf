"""Certificates are named by fingerprint and subject, merged over the schemes that carry them, and never trusted."""

import datetime as dt
import hashlib
import struct

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from support.apkfile import build_apk, build_manifest

from permaudit.apk.archive import open_archive
from permaudit.apk.signers import read_signers
from permaudit.apk.stretch import in_memory
from permaudit.model.app import Signer

V2, V3, V31 = 0x7109871A, 0xF05368C0, 0x1B93AD61


def make_certificate(name: str) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), 7, start, start.replace(year=2050))
    return builder.sign(key, hashes.SHA256()), key


LENDER, LENDER_KEY = make_certificate("Quick Lender")
OTHER, _ = make_certificate("Other")


def encode(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def prefixed(*values: bytes) -> bytes:
    return b"".join(struct.pack("<I", len(value)) + value for value in values)


def signing_block(*pairs: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack("<QI", len(value) + 4, kind) + value for kind, value in pairs)
    size = struct.pack("<Q", len(body) + 24)
    return size + body + size + b"APK Sig Block 42"


def scheme_value(*certificates: bytes) -> bytes:
    """One signer: its signed data (digests, certificates, attributes), signatures and public key."""
    signed_data = prefixed(b"digests", prefixed(*certificates), b"")
    return prefixed(prefixed(prefixed(signed_data, b"signatures", b"key")))


def with_block(apk: bytes, block: bytes) -> bytes:
    """Put the block before the central directory and move the directory's offset."""
    (offset,) = struct.unpack_from("<I", apk, len(apk) - 6)
    return apk[:offset] + block + apk[offset:-6] + struct.pack("<IH", offset + len(block), 0)


def signers_of(apk: bytes) -> tuple[Signer, ...]:
    archive = open_archive(in_memory(apk))
    with archive.stretch.opened() as reader:
        return read_signers(archive, reader)[0]


def some_unreadable(apk: bytes) -> bool:
    archive = open_archive(in_memory(apk))
    with archive.stretch.opened() as reader:
        return read_signers(archive, reader)[1]


def signer(certificate: x509.Certificate, name: str, *schemes: int) -> Signer:
    return Signer(hashlib.sha256(encode(certificate)).hexdigest(), f"Common Name: {name}", schemes, "unknown")


def v1_file() -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"Signature-Version: 1.0")
    builder = builder.add_signer(LENDER, LENDER_KEY, hashes.SHA256()).add_certificate(OTHER)
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])


UNSIGNED = build_apk(manifest=build_manifest())


def test_an_unsigned_package_has_no_signers() -> None:
    assert signers_of(UNSIGNED) == ()


def test_one_certificate_in_three_schemes_is_one_signer_and_not_verified() -> None:
    value = scheme_value(encode(LENDER))

    found = signers_of(
        with_block(UNSIGNED, signing_block((0x42726577, b"padding"), (V2, value), (V3, value), (V31, value)))
    )

    assert found == (signer(LENDER, "Quick Lender", 2, 3, 31),)


def test_only_the_leaf_of_a_chain_is_the_signer() -> None:
    found = signers_of(with_block(UNSIGNED, signing_block((V2, scheme_value(encode(LENDER), encode(OTHER))))))

    assert found == (signer(LENDER, "Quick Lender", 2),)


def test_a_v1_signature_names_the_certificate_of_its_signer_only() -> None:
    apk = build_apk(manifest=build_manifest(), files={"META-INF/CERT.RSA": v1_file()})

    assert signers_of(with_block(apk, signing_block((V2, scheme_value(encode(LENDER)))))) == (
        signer(LENDER, "Quick Lender", 1, 2),
    )


def test_two_signers_are_sorted_by_fingerprint() -> None:
    found = signers_of(
        with_block(UNSIGNED, signing_block((V2, scheme_value(encode(LENDER))), (V3, scheme_value(encode(OTHER)))))
    )

    assert [each.sha256 for each in found] == sorted(
        hashlib.sha256(encode(each)).hexdigest() for each in (LENDER, OTHER)
    )


def test_damaged_certificates_stop_nothing_and_are_noticed() -> None:
    apk = build_apk(
        manifest=build_manifest(), files={"META-INF/CERT.RSA": b"\x30\x84\xff\xff\xff\xff", "META-INF/A.EC": b""}
    )

    assert signers_of(apk) == ()
    assert some_unreadable(apk)
    assert some_unreadable(with_block(UNSIGNED, signing_block((V2, scheme_value(b"\x30\x03abc")))))
    assert not some_unreadable(with_block(UNSIGNED, signing_block((V2, scheme_value(encode(LENDER))))))


def test_a_damaged_byte_in_the_block_never_raises() -> None:
    block = signing_block((V2, scheme_value(encode(LENDER))))

    for at in range(len(block)):
        damaged = block[:at] + b"\xff" + block[at + 1 :]

        assert len(signers_of(with_block(UNSIGNED, damaged))) <= 1
