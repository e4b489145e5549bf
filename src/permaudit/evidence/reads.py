"""Reads of people's data: each reading call with its resolved URI, scope and fields; one call may be several reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from permaudit.catalog.operations import Operations
from permaudit.catalog.catalog import Catalog
from permaudit.catalog.values import Api, UriMatch
from permaudit.evidence.code import Code
from permaudit.evidence.cursors import CursorFollower, CursorUse
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.results import CursorStarts
from permaudit.evidence.rowfields import fields_of_columns
from permaudit.evidence.selections import narrower, scope_of_selection
from permaudit.evidence.sites import ApiSite
from permaudit.evidence.values import UNKNOWN_PIECE, Handed, Items, Number, Row, Site, Text, Unknown, Uri, Value
from permaudit.model.evidence import Reveals, Scope, Surface, UriCalls

_QUERY_SELECTION = "android:query-arg-sql-selection"
_REVEALS: dict[Scope, Reveals] = {
    "all": "everyone",
    "filtered": "some",
    "lookup": "one",
    "picked": "one",
    "unknown": "unknown",
}


@dataclass(frozen=True, slots=True)
class RawRead:
    """A read before its paths are known; `seeds` are the methods where what is read was decided."""

    method: int
    index: int
    api: Api
    surface: Surface
    uri: str | None
    exact: bool
    scope: Scope
    fields: frozenset[str]
    all_fields: bool
    reveals: Reveals
    permissions: tuple[str, ...]
    seeds: frozenset[int]
    rows: frozenset[Site] = frozenset()
    watches: bool = False


@dataclass(slots=True)
class Found:
    """All reads of an app, and how every call that takes a URI came out."""

    reads: list[RawRead] = field(default_factory=list)
    surfaces: int = 0
    other: int = 0
    unresolved: int = 0

    @property
    def uri_calls(self) -> UriCalls:
        """The counts as the report shows them."""
        return UriCalls(self.surfaces, self.other, self.unresolved)


class ReadFinder:
    """Turns API calls into reads."""

    def __init__(
        self, code: Code, catalog: Catalog, operations: Operations, resolver: Resolver, pickers: PickerFinder
    ) -> None:
        self._code, self._catalog, self._operations = code, catalog, operations
        self._resolver, self._pickers = resolver, pickers
        self._follower = CursorFollower(resolver, operations.cursor)
        self._starts = CursorStarts(resolver, self._follower)
        self._uses: dict[tuple[int, int], CursorUse] = {}

    def find(self, sites: list[ApiSite]) -> Found:
        """All reads at these sites, merged where only the caller differs, in order of place."""
        found = Found()
        waiting: list[tuple[ApiSite, Frame, Context, Row]] = []
        for site in sites:
            if site.api.kind == "direct":
                found.reads.append(self._direct(site))
            elif site.api.kind != "client":
                self._uri_site(site, found, waiting)
        for site, frame, context, row in waiting:
            self._row_uri(site, frame, context, row, found)
        found.reads = _merge(self._widen_loops(found.reads))
        return found

    def _direct(self, site: ApiSite) -> RawRead:
        api = site.api
        assert api.surface is not None
        scope: Scope = api.scope or "all"
        fields, reveals = frozenset(api.fields), _REVEALS[scope]
        return RawRead(
            site.method, site.index, api, api.surface, None, True, scope, fields, False, reveals, tuple(api.permissions),
            frozenset(),
        )  # fmt: skip

    def _uri_site(self, site: ApiSite, found: Found, waiting: list[tuple[ApiSite, Frame, Context, Row]]) -> None:
        frame = self._resolver.open_frame(site.method)
        if frame is None:
            return
        outcomes: set[str] = set()
        for resolved in self._uri_values(site, frame):
            value, context = resolved
            match value:
                case Uri(text, rows) if not text.startswith(UNKNOWN_PIECE):
                    match_ = self._catalog.match_uri(text)
                    outcomes.add("other" if match_ is None else "surface")
                    if match_ is not None:
                        found.reads.extend(self._read(site, frame, context, match_, text, rows))
                case Uri(_, rows) if rows:
                    waiting.extend((site, frame, context, Row(source)) for source in sorted(rows))
                case Row():
                    waiting.append((site, frame, context, value))
                case Handed(picked=True) if self._pickers.gives_contacts(value.method):
                    outcomes.add("surface")
                    found.reads.append(self._picked(site, frame, context))
                case _:
                    outcomes.add("unresolved")
        found.surfaces += "surface" in outcomes
        found.other += outcomes == {"other"}
        found.unresolved += "unresolved" in outcomes and "surface" not in outcomes

    def _uri_values(self, site: ApiSite, frame: Frame) -> list[tuple[Value, Context]]:
        api = site.api
        if api.uri is not None:
            values = self._resolver.argument(frame, site.index, api.uri, Context())
            return [(each.value, each.context) for each in values]
        if api.authority is not None:
            values = self._resolver.argument(frame, site.index, api.authority, Context())
            return [
                (Uri(f"content://{each.value.text}"), each.context)
                if isinstance(each.value, Text)
                else (Unknown("authority"), each.context)
                for each in values
            ]
        return [(Unknown("uri"), Context())]

    def _read(
        self, site: ApiSite, frame: Frame, context: Context, match_: UriMatch, text: str, rows: frozenset[Site]
    ) -> list[RawRead]:
        api = site.api
        uri, exact = shown_uri(text)
        seeds = _seeds(frame, context)
        permissions = (match_.permission,) if match_.permission else ()
        base = RawRead(
            site.method, site.index, api, match_.surface, uri, exact, match_.scope, frozenset(), False, "unknown",
            permissions, seeds, rows,
        )  # fmt: skip
        if not match_.people:
            return [replace(base, reveals="nobody")]
        if api.kind == "watch":
            return [replace(base, reveals="nobody", watches=True)]
        if api.kind in ("open", "photo"):
            whole = "as_vcard" in text or "as_multi_vcard" in text
            fields = frozenset(match_.stream_fields or (("photo",) if api.kind == "photo" else ()))
            fields = frozenset() if whole else fields
            return [replace(base, fields=fields, all_fields=whole, reveals=_REVEALS[match_.scope])]
        if api.kind == "call":
            return [replace(base, scope="unknown")]
        return self._query(base, frame, context, match_)

    def _query(self, base: RawRead, frame: Frame, context: Context, match_: UriMatch) -> list[RawRead]:
        use = self._use(base.method, base.index, base.api)
        results = []
        for selection, inner in self._selections(base, frame, context):
            scope, rows = scope_of_selection(selection, self._operations.selections)
            arguments, inner = self._argument(base.api.selection_args, base, frame, inner)
            mimes = self._mime_types(selection, arguments, use)
            columns, all_fields, inner = self._projection(base, frame, inner)
            fields = fields_of_columns(self._catalog, match_.table, columns | use.columns, mimes)
            if mimes and self._is_mime_table(match_.table):
                fields |= {name for mime in mimes for name in self._catalog.mime_rows[mime].fields}
            scope = narrower(match_.scope, scope)
            reveals: Reveals = _REVEALS[scope] if use.reveals_rows else "nobody"
            rows = base.rows | rows | _rows_in(arguments)
            results.append(
                replace(
                    base,
                    scope=scope,
                    fields=frozenset(fields),
                    all_fields=all_fields,
                    reveals=reveals,
                    rows=rows,
                    seeds=_seeds(frame, inner),
                )
            )
        return results

    def _picked(self, site: ApiSite, frame: Frame, context: Context) -> RawRead:
        use = self._use(site.method, site.index, site.api)
        columns, all_fields, _ = self._projection_of(site.api, site.index, frame, context)
        tables = ("contacts", "phones", "emails", "data")
        fields: set[str] = set()
        for table in tables:
            fields |= fields_of_columns(
                self._catalog, table, columns | use.columns, self._mime_types(Unknown(), Unknown(), use)
            )
            if fields - {"contact-id"}:
                break
        reveals: Reveals = "one" if site.api.kind != "query" or use.reveals_rows else "nobody"
        return RawRead(
            site.method, site.index, site.api, "contacts", None, False, "picked", frozenset(fields), all_fields, reveals,
            (), _seeds(frame, context),
        )  # fmt: skip

    def _row_uri(self, site: ApiSite, frame: Frame, context: Context, row: Row, found: Found) -> None:
        """A URI taken out of a row, such as a photo's: as wide as the read that gave the row."""
        source = next(
            (each for each in found.reads if (each.method, each.index) == (row.source.method, row.source.index)),
            None,
        )
        if source is None or source.surface not in ("contacts", "profile", "legacy-contacts"):
            found.unresolved += 1
            return
        found.surfaces += 1
        base = RawRead(
            site.method, site.index, site.api, source.surface, None, False, "lookup", frozenset({"photo"}), False, "one",
            source.permissions, _seeds(frame, context), frozenset({row.source}),
        )  # fmt: skip
        found.reads.append(base)

    def _selections(self, base: RawRead, frame: Frame, context: Context) -> list[tuple[Value, Context]]:
        api = base.api
        if api.selection is not None:
            values = self._resolver.argument(frame, base.index, api.selection, context)
            return [(each.value, each.context) for each in values]
        if api.bundle is not None:
            return [(self._starts.bundle_text(frame, base.index, api.bundle, context, _QUERY_SELECTION), context)]
        return [(Number(0), context)]

    def _argument(self, position: int | None, base: RawRead, frame: Frame, context: Context) -> tuple[Value, Context]:
        if position is None:
            return Number(0), context
        first, *_ = self._resolver.argument(frame, base.index, position, context)
        return first.value, first.context

    def _projection(self, base: RawRead, frame: Frame, context: Context) -> tuple[set[str], bool, Context]:
        return self._projection_of(base.api, base.index, frame, context)

    def _projection_of(self, api: Api, index: int, frame: Frame, context: Context) -> tuple[set[str], bool, Context]:
        if api.projection is None:
            return set(), False, context
        columns: set[str] = set()
        all_fields = False
        values = self._resolver.argument(frame, index, api.projection, context)
        for each in values:
            match each.value:
                case Number(0):
                    all_fields = True
                case Items(items):
                    columns.update(item.text for item in items if isinstance(item, Text))
                case _:
                    pass
        return columns, all_fields, values[0].context

    def _mime_types(self, selection: Value, arguments: Value, use: CursorUse) -> set[str]:
        """The kinds of data rows that the code asks for: in the selection, its arguments, or compared with rows."""
        known = self._catalog.mime_rows
        texts = [selection.text] if isinstance(selection, Text) else []
        texts += (
            [item.text for item in arguments.items if isinstance(item, Text)] if isinstance(arguments, Items) else []
        )
        asked = {mime for mime in known for text in texts if mime in text}
        return asked or {text for method in use.methods for text in self._starts.strings_of(method) if text in known}

    def _is_mime_table(self, table: str) -> bool:
        known = self._catalog.tables.get(table)
        return known is not None and known.mime

    def _use(self, method: int, index: int, api: Api) -> CursorUse:
        if (method, index) not in self._uses:
            starts = self._starts.starts(method, index, api)
            self._uses[method, index] = self._follower.follow(starts) if starts is not None else CursorUse(escapes=True)
        return self._uses[method, index]

    def _widen_loops(self, reads: list[RawRead]) -> list[RawRead]:
        """A look-up by each row of a cursor over everyone, stepped in a loop, reads everyone."""
        for _ in range(3):
            whole = {
                Site(each.method, each.index)
                for each in reads
                if each.scope == "all" and self._use(each.method, each.index, each.api).stepped
            }
            widened = [
                replace(each, scope="all", reveals=each.reveals if each.reveals == "nobody" else "everyone")
                if each.scope == "lookup" and each.rows & whole
                else each
                for each in reads
            ]
            if widened == reads:
                break
            reads = widened
        return reads


def shown_uri(text: str) -> tuple[str, bool]:
    """A URI as a report shows it: without query and without a tail that is built at run time; and whether it is whole."""
    plain = text.partition("?")[0]
    exact = UNKNOWN_PIECE not in plain
    while plain.endswith(UNKNOWN_PIECE):
        plain = plain[: -len(UNKNOWN_PIECE)].rstrip("/:")
    return plain, exact


def _seeds(frame: Frame, context: Context) -> frozenset[int]:
    """Where the query was decided: the outermost caller, or whoever made the object that carries it."""
    top = context.top(frame)
    if top is not frame:
        return frozenset({top.method})
    carried = {context.top(birth).method for _, birth in context.births if context.top(birth) is not birth}
    return frozenset(carried or {frame.method})


def _rows_in(arguments: Value) -> frozenset[Site]:
    match arguments:
        case Items(items):
            return frozenset().union(*(_rows_in(item) for item in items))
        case Row(source):
            return frozenset({source})
        case Text(_, rows) | Uri(_, rows):
            return rows
        case _:
            return frozenset()


def _merge(reads: list[RawRead]) -> list[RawRead]:
    """Join reads that differ only in who called; keep order of place, then URI and scope."""
    merged: dict[tuple[object, ...], RawRead] = {}
    for each in reads:
        key = (each.method, each.index, each.surface, each.uri, each.exact, each.scope, each.reveals, each.watches)
        before = merged.get(key)
        merged[key] = (
            each
            if before is None
            else replace(
                before,
                seeds=before.seeds | each.seeds,
                fields=before.fields | each.fields,
                all_fields=before.all_fields or each.all_fields,
                rows=before.rows | each.rows,
            )
        )
    return sorted(merged.values(), key=lambda each: (each.method, each.index, each.surface, each.uri or "", each.scope))
