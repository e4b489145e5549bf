"""What the package carries and how it is signed and set: libraries, packers, files, flags of the manifest."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.place import Place

LibraryCertainty = Literal["source", "documented", "seen", "known"]


class LibrarySeen(msgspec.Struct, frozen=True):
    """A library whose classes the package defines: its name and kind, and the package prefix it was known by.

    `reads_people` says that its documents or source show it reading contacts, calls, messages or accounts; having it
    is not doing so. `renamed`: known again by its texts, because its classes were renamed.
    """

    name: str
    kind: str
    prefix: str | None
    reads_people: bool = False
    renamed: bool = False


class PackerSeen(msgspec.Struct, frozen=True):
    """A commercial packer or protector, and the first sign of it: a file, or a class that the manifest names.

    `id` is that of `rules/catalog/packers.yaml`, `name` what people call it. `hides_code`: the class that Android
    starts first is the packer's, so the app's own code is not in the DEX files.
    """

    id: str
    name: str
    at: Place
    sign: str
    hides_code: bool = False


class FileSeen(msgspec.Struct, frozen=True):
    """A file of the package that `rules/catalog/files.yaml` names by its id."""

    id: str
    at: Place


class Signing(msgspec.Struct, frozen=True):
    """How the package is signed, as far as a rule may ask.

    `public_keys` are names of certificates in `rules/catalog/public-keys.yaml` whose private key everybody has.
    `parts_differ`: the parts of the app carry different certificates. `unsigned`: no certificate is there at all.
    `only_v1`: no scheme later than 1, which does not cover the whole file. `readable`: no certificate was unreadable.
    """

    public_keys: tuple[str, ...] = ()
    parts_differ: bool = False
    unsigned: bool = False
    only_v1: bool = False
    readable: bool = True


class Refusals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Surfaces, and ids of calls, that Android refuses the app whatever its code is, for want of a permission."""

    surfaces: frozenset[str] = frozenset()
    apis: frozenset[str] = frozenset()


class ManifestFlags(msgspec.Struct, frozen=True):
    """Settings of the manifest that change what others can do with the app.

    `cleartext`: whether it may talk without encryption on a current phone (the flag, the network security
    configuration, or the default of its target SDK). `has_icon`: a home screen shows it. `backup`: its files may be
    copied off the phone by a backup. `shared_user`: it shares its permissions with other apps of its signer.
    """

    debuggable: bool = False
    test_only: bool = False
    cleartext: Tristate = "unknown"
    trusts_user_certificates: Tristate = "unknown"
    backup: bool = True
    has_icon: bool = True
    shared_user: bool = False
