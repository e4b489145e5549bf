"""Reads of people's data: each reading call with its resolved URI, scope and fields; one call may be several reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import Operations
from permaudit.catalog.signs import UriCall
from permaudit.catalog.surfaces import UriMatch
from permaudit.evidence.arguments import argument
from permaudit.evidence.code import Code
from permaudit.evidence.deeds import decided
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.namedpeople import types_naming_people
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.queries import QueryReader
from permaudit.evidence.rawread import REVEALS, RawRead, merge_reads, shown_uri
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import ApiSite
from permaudit.evidence.values import UNKNOWN_PIECE, Handed, Row, Site, Text, Unknown, Uri, Value
from permaudit.model.evidence import Reveals, Scope, UriCalls

_CONTRACT = "Landroid/provider/ContactsContract"
_READING = ("query", "open", "photo")
_ROW_SURFACES = ("contacts", "profile", "legacy-contacts")


@dataclass(frozen=True, slots=True)
class OtherUri:
    """A reading call of a URI that rules ask for by an entry, and where it was decided, as a Deed names it."""

    entry: UriCall
    site: ApiSite
    context: Context
    seeds: frozenset[Site]
    carriers: frozenset[Site]


@dataclass(slots=True)
class Found:
    """All reads of an app, and how every call that takes a URI came out.

    `cut` are methods with a query whose URI was looked for only up to a bound, `scrambled` those whose URI is made by
    code that keeps it to itself, and `scrambled_columns` those of reads whose columns are. In those of `beside_people`,
    a query is not known, in a class that holds the address of people's data. `others` read something else that rules
    ask for.
    """

    reads: list[RawRead] = field(default_factory=list)
    others: list[OtherUri] = field(default_factory=list)
    surfaces: int = 0
    other: int = 0
    unresolved: int = 0
    cut: set[int] = field(default_factory=set)
    scrambled: set[int] = field(default_factory=set)
    scrambled_columns: set[int] = field(default_factory=set)
    beside_people: set[int] = field(default_factory=set)

    @property
    def uri_calls(self) -> UriCalls:
        """The counts as the report shows them."""
        return UriCalls(self.surfaces, self.other, self.unresolved)

    def count(self, outcomes: set[str]) -> None:
        """Count one call by what its URI may be: a surface outweighs what is unresolved, and that the rest."""
        self.surfaces += "surface" in outcomes
        self.unresolved += "unresolved" in outcomes and "surface" not in outcomes
        self.other += outcomes == {"other"}


class ReadFinder:
    """Turns API calls into reads."""

    def __init__(
        self, code: Code, catalog: Catalog, operations: Operations, resolver: Resolver, pickers: PickerFinder
    ) -> None:
        self._code, self._catalog = code, catalog
        self._resolver, self._pickers = resolver, pickers
        self._queries = QueryReader(catalog, operations, resolver)
        self._waiting: list[tuple[RawRead, Row]] = []
        self._naming_people: frozenset[int] | None = None

    def find(self, sites: list[ApiSite]) -> Found:
        """All reads at these sites, merged where only the caller differs, in order of place."""
        found = Found()
        for site in sites:
            if site.api.kind == "direct":
                found.reads.append(self._direct(site))
            elif site.api.kind != "client":
                self._uri_site(site, found)
        for base, row in self._waiting:
            self._row_uri(base, row, found)
        found.reads = merge_reads(self._widen_loops(found.reads))
        return found

    def _direct(self, site: ApiSite) -> RawRead:
        """A method that says by itself what it reads."""
        api = site.api
        assert api.surface is not None
        seeds, carriers = self._chosen_by_callers(site)
        scope: Scope = api.scope or "all"
        own = any(surface.id == api.surface and surface.own for surface in self._catalog.surfaces)
        reveals: Reveals = "nobody" if not api.people else "one" if own else REVEALS[scope]
        return RawRead(
            method=site.method,
            index=site.index,
            api=api,
            surface=api.surface,
            scope=scope,
            fields=frozenset(api.fields),
            reveals=reveals,
            permissions=tuple(api.permissions),
            seeds=seeds,
            carriers=carriers,
            by=site.by,
        )

    def _chosen_by_callers(self, site: ApiSite) -> tuple[frozenset[Site], frozenset[Site]]:
        """Where a call by reflection was told what to call; nowhere else than in itself for a plain call."""
        frame = self._resolver.open_frame(site.method) if site.by is not None else None
        return decided(self._code, frame, site.context) if frame is not None else (frozenset(), frozenset())

    def _uri_site(self, site: ApiSite, found: Found) -> None:
        frame = self._resolver.open_frame(site.method)
        if frame is None:
            return
        outcomes: set[str] = set()
        cut, scrambled = self._resolver.cut, self._resolver.scrambled
        values = self._uri_values(site, frame)
        if self._resolver.scrambled > scrambled and not all(map(self._is_told, values)):
            found.scrambled.add(site.method)
        scrambled = self._resolver.scrambled
        for value, context in values:
            reads, outcome = self._classify(site, frame, value, context)
            if outcome == "other" and isinstance(value, Uri) and site.api.kind in _READING:
                self._other(site, frame, value.text, context, found)
            if len(values) > 1:
                reads = [replace(each, is_alternative=not each.seeds and not each.carriers) for each in reads]
            if site.wrapper:
                reads = [each for each in reads if not each.seeds and not each.carriers]
                outcome = outcome if reads else "left to callers"
            found.reads.extend(reads)
            outcomes.add(outcome)
        found.count(outcomes)
        if "surface" in outcomes and self._resolver.scrambled > scrambled:
            found.scrambled_columns.add(site.method)
        if "unresolved" in outcomes and site.api.kind == "query" and self._may_ask_for_people(site.method):
            found.beside_people.add(site.method)
        if "unresolved" in outcomes and site.api.kind == "query" and self._resolver.cut > cut:
            found.cut.add(site.method)

    def _may_ask_for_people(self, method: int) -> bool:
        """Whether the class of a query that is not resolved holds the address of people's data in plain text."""
        if self._naming_people is None:
            self._naming_people = types_naming_people(self._code, self._catalog)
        return int(self._code.symbols.method_types[method]) in self._naming_people

    def _is_told(self, value: tuple[Value, Context]) -> bool:
        """Whether it is known whose data a URI means, whatever else of it is not."""
        uri = value[0].text if isinstance(value[0], Uri) else ""
        return bool(uri) and (self._catalog.match_uri(uri) is not None or names_provider(uri))

    def _other(self, site: ApiSite, frame: Frame, uri: str, context: Context, found: Found) -> None:
        """Note what is read elsewhere, if rules ask for it."""
        entries = self._catalog.calls.addressed(uri)
        seeds, carriers = decided(self._code, frame, context) if entries else (frozenset(), frozenset())
        if not (site.wrapper and (seeds or carriers)):
            found.others.extend(OtherUri(each, site, context, seeds, carriers) for each in entries)

    def _uri_values(self, site: ApiSite, frame: Frame) -> list[tuple[Value, Context]]:
        api = site.api
        position = api.uri if api.uri is not None else api.authority
        if position is None:
            return [(Unknown("uri"), site.context)]
        values = argument(self._resolver, frame, site, position, site.context)
        if site.by is not None and not site.by.owner_known:
            # any class may have a method of that name, but only a reader is given one of these URIs
            values = [
                each for each in values if isinstance(each.value, Uri) and self._catalog.match_uri(each.value.text)
            ]
        if api.uri is not None:
            return [(each.value, each.context) for each in values]
        return [
            (
                Uri(f"content://{each.value.text}") if isinstance(each.value, Text) else Unknown("authority"),
                each.context,
            )
            for each in values
        ]

    def _classify(self, site: ApiSite, frame: Frame, value: Value, context: Context) -> tuple[list[RawRead], str]:
        match value:
            case Uri(text) if not text.startswith(UNKNOWN_PIECE):
                addressed = self._catalog.match_uri(text)
                if addressed is None and not names_provider(text):
                    return [], "unresolved"
                if addressed is None and not site.api.class_name.startswith(_CONTRACT):
                    return [], "other"
                if addressed is None:
                    return [self._contacts(site, frame, context)], "surface"
                return self._read(site, frame, context, addressed, value), "surface"
            case Row() | Uri():
                sources = {value.source} if isinstance(value, Row) else value.rows
                base = self._contacts(site, frame, context)
                self._waiting.extend((base, Row(source)) for source in sorted(sources))
                return [], "row" if sources else "unresolved"
            case Handed(picked=True) if self._pickers.gives_contacts(value.method):
                picked = self._picked(site, frame, context, value)
                return ([picked], "surface") if picked is not None else ([], "other")
            case _ if site.api.class_name.startswith(_CONTRACT):
                # a method of ContactsContract itself reads one contact, whatever its URI
                return [self._contacts(site, frame, context)], "surface"
            case _:
                return [], "unresolved"

    def _read(self, site: ApiSite, frame: Frame, context: Context, addressed: UriMatch, value: Uri) -> list[RawRead]:
        uri, exact = shown_uri(value.text)
        seeds, carriers = decided(self._code, frame, context)
        base = RawRead(
            method=site.method,
            index=site.index,
            api=site.api,
            by=site.by,
            surface=addressed.surface,
            uri=uri,
            exact=exact,
            scope=addressed.scope,
            permissions=(addressed.permission,) if addressed.permission else (),
            seeds=seeds,
            carriers=carriers,
            rows=value.rows,
        )
        if not addressed.people:
            return [replace(base, reveals="nobody", watches=site.api.kind == "watch")]
        reads = self._people(base, frame, context, addressed, value.text)
        return [replace(each, reveals="one") if addressed.own and each.reveals != "nobody" else each for each in reads]

    def _people(self, base: RawRead, frame: Frame, context: Context, addressed: UriMatch, text: str) -> list[RawRead]:
        match base.api.kind:
            case "watch":
                return [replace(base, reveals="nobody", watches=True)]
            case "open" | "photo":
                whole = "as_vcard" in text or "as_multi_vcard" in text
                fields = frozenset(addressed.stream_fields or (("photo",) if base.api.kind == "photo" else ()))
                fields = frozenset() if whole else fields
                carried = self._queries.everything() if whole else frozenset[str]()
                reveals = REVEALS[addressed.scope]
                return [replace(base, fields=fields, all_fields=whole, carried=carried, reveals=reveals)]
            case "call":
                return [replace(base, scope="unknown")]
            case _:
                return [
                    self._placed(each, frame, inner)
                    for each, inner in self._queries.read(base, frame, context, addressed)
                ]

    def _placed(self, read: RawRead, frame: Frame, context: Context) -> RawRead:
        seeds, carriers = decided(self._code, frame, context)
        return replace(read, seeds=seeds, carriers=carriers)

    def _picked(self, site: ApiSite, frame: Frame, context: Context, value: Handed) -> RawRead | None:
        """What a picker handed back: only what the person ticked."""
        base = replace(self._contacts(site, frame, context), scope="picked", permissions=(), fields=frozenset())
        if site.api.kind != "query":
            return base
        return self._queries.read_picked(base, frame, context, self._pickers.tables_of(value.method))

    def _contacts(self, site: ApiSite, frame: Frame, context: Context) -> RawRead:
        """A look-up of one contact whose URI is not known as text."""
        permission = next((each.permission for each in self._catalog.surfaces if each.id == "contacts"), None)
        seeds, carriers = decided(self._code, frame, context)
        return RawRead(
            method=site.method,
            index=site.index,
            api=site.api,
            by=site.by,
            surface="contacts",
            exact=False,
            scope="lookup",
            fields=frozenset(site.api.fields or ("photo",)),
            reveals="one",
            permissions=(permission,) if permission else (),
            seeds=seeds,
            carriers=carriers,
        )

    def _row_uri(self, base: RawRead, row: Row, found: Found) -> None:
        """A URI taken out of a row, such as a photo's: as wide as the read that gave the row."""
        source = next((each for each in found.reads if each.site == row.source), None)
        if source is None or source.surface not in _ROW_SURFACES:
            found.unresolved += 1
            return
        found.surfaces += 1
        found.reads.append(
            replace(base, surface=source.surface, permissions=source.permissions, rows=frozenset({row.source}))
        )

    def _widen_loops(self, reads: list[RawRead]) -> list[RawRead]:
        """A look-up by each row of a cursor over everyone, stepped in a loop, reads everyone."""
        for _ in range(3):
            whole = {each.site for each in reads if each.scope == "all" and self._queries.use_of(each).stepped}
            widened = [
                replace(each, scope="all", reveals=each.reveals if each.reveals == "nobody" else "everyone")
                if each.scope in ("lookup", "filtered") and each.rows & whole
                else each
                for each in reads
            ]
            if widened == reads:
                break
            reads = widened
        return reads


def names_provider(uri: str) -> bool:
    """Whether a URI says whose data it means: one without a scheme, or with an unknown authority, does not."""
    scheme, colon, rest = uri.partition(":")
    authority = rest.removeprefix("//").partition("/")[0]
    return bool(colon) and UNKNOWN_PIECE not in scheme and (scheme != "content" or UNKNOWN_PIECE not in authority)
