"""Whether a query that may ask for several things can ask for one of them, given how its method was entered."""

from __future__ import annotations

from permaudit.dex.body import MethodBody
from permaudit.evidence.branches import Branches, Live
from permaudit.evidence.code import Code
from permaudit.evidence.deeds import Deed
from permaudit.evidence.entries import NO_TRACE, Entry, Trace
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.rawread import RawRead, shown_uri
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Text, Uri


class EnteredBody(MethodBody):
    """A method as far as it runs when it is entered in one way."""

    entry: Entry

    @classmethod
    def of(cls, body: MethodBody, entry: Entry, live: Live | None) -> EnteredBody:
        """The body without the instructions that cannot run."""
        narrow = cls.__new__(cls)
        narrow.__dict__.update((body if live is None else body.along(live.ways, live.instructions)).__dict__)
        narrow.entry = entry
        return narrow


class Alternatives:
    """Resolves the URI of a query anew, in methods of which only a part runs."""

    def __init__(self, code: Code, resolver: Resolver, branches: Branches) -> None:
        self._code, self._resolver, self._branches = code, resolver, branches
        self._trace: Trace = NO_TRACE

    def is_possible(self, read: Deed, entry: Entry) -> tuple[bool, Trace]:
        """Whether the query can have the read's URI, and what says that it cannot; what is no query always can."""
        if not isinstance(read, RawRead) or not read.is_alternative:
            return True, NO_TRACE
        position = read.api.uri
        if read.uri is None or position is None:
            return True, NO_TRACE
        self._trace = NO_TRACE
        body = self._enter(entry)
        if body is None:
            return True, NO_TRACE
        frame = Frame(read.method, body, (("reader", read.method, 0),))
        self._resolver.entering = self._entering
        try:
            values = self._resolver.argument(frame, read.index, position, Context())
        finally:
            self._resolver.entering = None
        if any(not isinstance(each.value, Uri) or self._is_meant(read, each.value) for each in values):
            return True, NO_TRACE
        return False, self._trace

    def _is_meant(self, read: RawRead, value: Uri | Text) -> bool:
        return shown_uri(value.text) == (read.uri, read.exact)

    def _entering(self, frame: Frame, call: int, target: int) -> MethodBody | None:
        """The body of a method that is called in an entered one."""
        if not isinstance(frame.body, EnteredBody):
            return self._code.body(target)
        return self._enter(Entry(target, frame.body.entry, call))

    def _enter(self, entry: Entry) -> EnteredBody | None:
        body = self._code.body(entry.method)
        if body is None:
            return None
        live = self._branches.live(entry)
        self._trace |= live.trace if live is not None else NO_TRACE
        return EnteredBody.of(body, entry, live)
