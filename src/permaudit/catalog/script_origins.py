"""Where scripts come from that are not in the package: pages on servers, and what fetches newer scripts."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from permaudit.catalog.signs import PathPattern

ClassPrefix = Annotated[str, msgspec.Meta(pattern=r"^L[\w$/-]+[/;]$")]
"""A class descriptor, or its beginning up to a slash: `Lorg/apache/cordova/contacts/`."""

ScriptText = Annotated[str, msgspec.Meta(min_length=3)]
SettingName = Annotated[str, msgspec.Meta(pattern=r"^[\w.-]{1,100}$")]


class Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value that the package holds; exactly one of `file`, `xml`, `string` and `meta_data` says where.

    `file` is JSON with the value under `key` (names joined by dots); `xml` names an XML resource, in which it is the
    `attribute` of the elements `tag`, of those only whose attribute `name` is `named`, if that is stated; `string`
    names a string resource, `meta_data` an entry of the manifest's application. One of `disabled` counts as no value,
    and sets a switch to off. With `bare`, a server may be named without `https://` before it. `first`: the page there
    is the one that the app starts with; elsewhere it may be opened, or not.
    """

    file: PathPattern | None = None
    key: SettingName | None = None
    xml: SettingName | None = None
    tag: SettingName | None = None
    attribute: SettingName | None = None
    named: SettingName | None = None
    string: SettingName | None = None
    meta_data: SettingName | None = None
    disabled: tuple[str, ...] = ()
    bare: bool = False
    first: bool = False

    def __post_init__(self) -> None:
        if sum(each is not None for each in (self.file, self.xml, self.string, self.meta_data)) != 1:
            raise ValueError("exactly one of file, xml, string and meta_data is needed")
        if (self.file is None) is not (self.key is None):
            raise ValueError("a key belongs to a file, and a file to a key")
        if (self.xml is None) is not (self.tag is None) or (self.xml is None) is not (self.attribute is None):
            raise ValueError("a tag and an attribute belong to an xml")


class ScriptOrigin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which scripts that are not in the package come into an app.

    `page`: pages come from the servers that `servers` name, and there are none without such a server. `update`: newer
    scripts are fetched, if the app has a file of `files` or a class of `classes` (either list may be missing), if one
    of its scripts holds a text of `text` and one of `beside`, if one of `needs` has a value, and unless one of
    `switches` is off; `servers` say from where, and `server` where nothing is set.
    """

    name: str
    how: Literal["page", "update"]
    certainty: Literal["source", "documented", "seen", "known"]
    source: str
    files: tuple[PathPattern, ...] = ()
    classes: tuple[ClassPrefix, ...] = ()
    text: tuple[ScriptText, ...] = ()
    beside: tuple[ScriptText, ...] = ()
    needs: tuple[Setting, ...] = ()
    switches: tuple[Setting, ...] = ()
    servers: tuple[Setting, ...] = ()
    server: str | None = None

    def __post_init__(self) -> None:
        if self.how == "page" and not self.servers:
            raise ValueError("a page needs servers")
        if self.how == "update" and not (self.files or self.classes or self.text or self.needs):
            raise ValueError("an update needs a sign")
