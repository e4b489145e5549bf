"""What the package carries and how it is set and signed, as the published report has it."""

from __future__ import annotations

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.observations import Observations
from permaudit.report.json_v1_evidence import place_v1
from permaudit.report.json_v1_values import PlaceV1


class LibraryV1(msgspec.Struct, frozen=True):
    """A library whose classes are in the package; having it is not using it."""

    name: str
    kind: str
    prefix: str | None
    reads_people: bool
    renamed: bool


class PackerV1(msgspec.Struct, frozen=True):
    """A packer or protector, the first sign of it, and whether it keeps the app's own code out of sight."""

    id: str
    name: str
    at: PlaceV1
    sign: str
    hides_code: bool


class FileV1(msgspec.Struct, frozen=True):
    """A file of the package that the catalogue names."""

    id: str
    at: PlaceV1


class ManifestV1(msgspec.Struct, frozen=True):
    """Settings of the manifest; `cleartext`: whether it may talk without encryption on a current phone."""

    debuggable: bool
    test_only: bool
    cleartext: Tristate
    trusts_user_certificates: Tristate
    backup: bool
    has_icon: bool
    shared_user: bool


class SigningV1(msgspec.Struct, frozen=True):
    """How the package is signed; `public_keys` names certificates whose private key everybody has."""

    public_keys: list[str]
    parts_differ: bool
    unsigned: bool
    only_v1: bool
    readable: bool


class PackageV1(msgspec.Struct, frozen=True):
    """All of it."""

    manifest: ManifestV1
    signing: SigningV1
    libraries: list[LibraryV1]
    packers: list[PackerV1]
    files: list[FileV1]


def package_v1(seen: Observations) -> PackageV1:
    """Publish what was seen of the package itself."""
    flags, signing = seen.flags, seen.signing
    return PackageV1(
        manifest=ManifestV1(
            debuggable=flags.debuggable,
            test_only=flags.test_only,
            cleartext=flags.cleartext,
            trusts_user_certificates=flags.trusts_user_certificates,
            backup=flags.backup,
            has_icon=flags.has_icon,
            shared_user=flags.shared_user,
        ),
        signing=SigningV1(
            public_keys=list(signing.public_keys),
            parts_differ=signing.parts_differ,
            unsigned=signing.unsigned,
            only_v1=signing.only_v1,
            readable=signing.readable,
        ),
        libraries=[
            LibraryV1(each.name, each.kind, each.prefix, each.reads_people, each.renamed) for each in seen.libraries
        ],
        packers=[PackerV1(each.id, each.name, place_v1(each.at), each.sign, each.hides_code) for each in seen.packers],
        files=[FileV1(each.id, place_v1(each.at)) for each in seen.files],
    )
