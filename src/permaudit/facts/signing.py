"""How the package is signed, as far as that tells who could have changed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from permaudit.apk.package import PartSigners
from permaudit.catalog.signs import PublicKey
from permaudit.model.package_facts import Signing

_FIRST_SCHEME = 1


def find_signing(parts: Sequence[PartSigners], public_keys: Iterable[PublicKey]) -> Signing:
    """Compare the certificates of all parts with each other and with keys that everybody has.

    Parts with a certificate that could not be read are left out of what is said of schemes and of differences.
    """
    readable = [part.signers for part in parts if part.readable]
    signers = [signer for part in parts for signer in part.signers]
    hashes, subjects = {each.sha256 for each in signers}, {each.subject for each in signers}
    return Signing(
        public_keys=tuple(key.name for key in public_keys if key.sha256 in hashes or key.subject in subjects),
        parts_differ=len({frozenset(each.sha256 for each in part) for part in readable}) > 1,
        unsigned=not signers and len(readable) == len(parts),
        only_v1=any(
            bool(part) and all(scheme == _FIRST_SCHEME for each in part for scheme in each.schemes) for part in readable
        ),
        readable=len(readable) == len(parts),
    )
