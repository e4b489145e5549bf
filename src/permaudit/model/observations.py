"""Everything seen in one app and everything not seen: the one value that rules judge."""

from __future__ import annotations

import msgspec

from permaudit.model.app import App, InputFile
from permaudit.model.evidence import Bridge, CodeCoverage, Picker, Read
from permaudit.model.flow import Flow
from permaudit.model.limitation import Hidden, Limitation
from permaudit.model.permission import Permission, SpecialAccess


class Observations(msgspec.Struct, frozen=True):
    """Facts, evidence and limitations of one app; can be stored and judged again under other rules.

    `watches` are observers that are told of changes; they hand over no row, so they are not reads.
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
    limitations: tuple[Limitation, ...] = ()
    coverage: CodeCoverage = CodeCoverage()

    def hides(self, *kinds: Hidden) -> tuple[Limitation, ...]:
        """The material limitations that hide any of `kinds`."""
        return tuple(each for each in self.limitations if set(each.hides) & set(kinds))
