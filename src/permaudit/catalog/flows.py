"""Where data may go and what libraries do to it on the way: `sinks`, `summaries` and `renamed-libraries.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from permaudit.catalog.files import CatalogFiles
from permaudit.catalog.signs import SignId
from permaudit.model.flow import Sink, Transform

Position = int | Literal["this", "result", "others"]
"""A declared parameter by number (the receiver not counted), the receiver, the result, or all other parameters."""


class SinkEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A library method (`class->name`, for subclasses too) that takes data away.

    `takes` are the positions whose data arrives; where there are none, every parameter, and not the receiver.
    `recipient` is the position whose data is the address of a message. `confirmed`: the person sees it first.
    `inside`: it goes to nobody outside the app. `engine`: what gets it is no page in a web view, but a script of this
    framework.
    """

    method: str
    sink: Sink
    takes: tuple[Position, ...] = ()
    recipient: int | None = None
    confirmed: bool = False
    inside: bool = False
    leaves: bool | None = None
    engine: SignId | None = None


class ReturnEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method that the app overrides and whose result goes to a sink.

    With `parameter`, it is what is put into that declared parameter instead.
    """

    sink: Sink
    method: str | None = None
    parameter: int | None = None
    leaves: bool | None = None


class StreamEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object into which what is written goes to a sink: what `method` gives, or an object of `class`.

    `name` is the position of what it is called on the phone, if it is stored there.
    """

    sink: Sink
    method: str | None = None
    class_name: str | None = msgspec.field(default=None, name="class")
    name: int | None = None
    leaves: bool | None = None


class MarkedSink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method of a renamed library, known by texts that its code holds: its parameters go to a sink.

    With `descriptor`, the texts are anywhere in its class, and all its methods of that form are meant.
    """

    strings: tuple[str, ...]
    sink: Sink
    api: str
    descriptor: str | None = None


class RenamedLibrary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A library known again, when its classes were renamed, by any one of these texts in its code.

    `transform` is what it makes of data that it is given and returns as text; `sink` is where the data goes that
    the app hands to it, as far as none of its methods is known better; `outlets` says that its objects are streams.
    """

    name: str
    texts: tuple[str, ...]
    transform: Transform | None = None
    sink: Sink | None = None
    outlets: bool = False


class ProxySinks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Methods that nobody in the app implements, because a library does so from their annotations.

    `transforms` are what some annotations make of the parameters; `beans` what objects of the app's own become.
    """

    sink: Sink
    annotations: frozenset[str]
    transforms: dict[Transform, frozenset[str]] = {}
    beans: Transform | None = None


class Sinks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `sinks.yaml`."""

    sinks: tuple[SinkEntry, ...]
    returns: tuple[ReturnEntry, ...]
    streams: tuple[StreamEntry, ...]
    marked: tuple[MarkedSink, ...]
    proxies: ProxySinks


class CopyEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """A library method that carries data from some positions to others, and nowhere else."""

    method: str
    source: tuple[Position, ...]
    to: tuple[Position, ...]


class WrapEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"class_name": "class"}):
    """A stream made around another one: what is written into it goes to the constructor's parameter."""

    class_name: str
    position: int = 0
    transform: Transform | None = None


class TransformEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Methods that turn the data into another form."""

    transform: Transform
    methods: tuple[str, ...]


class StoreEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something stored under a name: the calls that put, by position of name and value, and those that get."""

    store: Sink
    puts: tuple[str, ...]
    gets: tuple[str, ...]
    name: int = 0
    value: int = 1
    get_name: int = 0


class KeyedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Objects that keep values under keys: names of their methods that put and get; the key comes first."""

    classes: frozenset[str]
    puts: frozenset[str]
    gets: frozenset[str]


class PageAddress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method, all overloads, that is given the address of a page to show or of a script to run.

    `framework`: whose page or script it is; without one, it is a page in any web view.
    """

    method: str
    framework: SignId | None = None


class Summaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `summaries.yaml`.

    `drops` are names of methods whose result says nothing of the data; `empties` of those that take everything out of
    their object. `keeps_nothing` are classes whose objects are not changed by what they are given; those of
    `not_called_back` are not called with it either. `data_types` are library types that do not make a class a
    callback; `opaque` are kinds of libraries that are not looked into, `opaque_classes` classes
    and packages (with a slash at the end) of others. `page_addresses` are methods that show a page by its address,
    `own_page_hosts` the hosts of pages that the app serves itself.
    """

    drops: frozenset[str]
    empties: frozenset[str]
    keeps_nothing: frozenset[str]
    not_called_back: frozenset[str]
    data_types: frozenset[str]
    opaque: frozenset[str]
    opaque_classes: frozenset[str]
    parts: frozenset[str]
    copies: tuple[CopyEntry, ...]
    outlets: frozenset[str]
    set_outlets: frozenset[str]
    wraps: tuple[WrapEntry, ...]
    transforms: tuple[TransformEntry, ...]
    stores: tuple[StoreEntry, ...]
    keyed: tuple[KeyedEntry, ...]
    maps: frozenset[str]
    addresses: tuple[str, ...]
    base_addresses: tuple[str, ...]
    page_addresses: tuple[PageAddress, ...]
    own_page_hosts: frozenset[str]
    document_hosts: frozenset[str]
    confirmed_actions: frozenset[str]


class RenamedLibraries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `renamed-libraries.yaml`."""

    renamed: tuple[RenamedLibrary, ...]


class FlowCatalog(msgspec.Struct, frozen=True):
    """All three files."""

    sinks: Sinks
    summaries: Summaries
    renamed: tuple[RenamedLibrary, ...]

    @property
    def engines(self) -> frozenset[str]:
        """The frameworks whose scripts are no pages in a web view."""
        return frozenset(each.engine for each in self.sinks.sinks if each.engine is not None)


def load_flow_catalog(directory: Path, packs: Sequence[Path] = ()) -> FlowCatalog:
    """Read the files from the catalogue directory, and what the catalogues of packs add to their lists.

    Raises:
        RuleError: a file is missing or wrong.
    """
    files = CatalogFiles(directory, packs)
    return FlowCatalog(
        files.parts("sinks.yaml", Sinks).joined(),
        files.parts("summaries.yaml", Summaries).joined(),
        files.parts("renamed-libraries.yaml", RenamedLibraries).joined().renamed,
    )
