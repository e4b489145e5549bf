"""Everything seen in one app and everything not seen: the one value that rules judge."""

from __future__ import annotations

import msgspec

from permaudit.model.app import App, InputFile
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import Bridge, CodeCoverage, Picker, Read
from permaudit.model.flow import Flow
from permaudit.model.limitation import Hidden, Limitation
from permaudit.model.manifest import Component
from permaudit.model.package_facts import FileSeen, LibrarySeen, ManifestFlags, PackerSeen, Refusals, Signing
from permaudit.model.permission import Permission, SpecialAccess


class LookedFor(msgspec.Struct, frozen=True):
    """Ids of the catalogue that were looked for: a rule that asks for any other cannot be answered from here."""

    apis: frozenset[str] = frozenset()
    strings: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    packers: frozenset[str] = frozenset()
    frameworks: frozenset[str] = frozenset()


class Observations(msgspec.Struct, frozen=True):
    """Facts, evidence and limitations of one app; can be stored and judged again under other rules.

    `watches` are observers that are told of changes; they hand over no row, so they are not reads. `asks` are
    questions for permissions. `looked_for` is None where everything was that any rule may ask for.
    `refused` is what even code that was not seen is refused.
    """

    source: InputFile
    app: App
    permissions: tuple[Permission, ...] = ()
    special_access: tuple[SpecialAccess, ...] = ()
    reads: tuple[Read, ...] = ()
    watches: tuple[Read, ...] = ()
    pickers: tuple[Picker, ...] = ()
    flows: tuple[Flow, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    calls: tuple[ApiCall, ...] = ()
    asks: tuple[PermissionAsk, ...] = ()
    texts: tuple[TextSeen, ...] = ()
    libraries: tuple[LibrarySeen, ...] = ()
    packers: tuple[PackerSeen, ...] = ()
    files: tuple[FileSeen, ...] = ()
    components: tuple[Component, ...] = ()
    flags: ManifestFlags = ManifestFlags()
    signing: Signing = Signing()
    looked_for: LookedFor | None = None
    refused: Refusals = Refusals()
    limitations: tuple[Limitation, ...] = ()
    coverage: CodeCoverage = CodeCoverage()

    def hides(self, *kinds: Hidden) -> tuple[Limitation, ...]:
        """The material limitations that hide any of `kinds`."""
        return tuple(each for each in self.limitations if set(each.hides) & set(kinds))
