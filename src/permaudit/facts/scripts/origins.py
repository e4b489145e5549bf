"""Scripts that are not in the package: pages that come from servers, and newer scripts that the app fetches."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from permaudit.apk.package import Part
from permaudit.apk.resource_chunks import LARGEST_TABLE_BYTES
from permaudit.apk.settings import Settings, SettingsError
from permaudit.catalog.paths import fits
from permaudit.catalog.script_origins import ScriptOrigin, Setting
from permaudit.catalog.scripts import ScriptFramework
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.outside import OutsidePage

MOST_TABLE_BYTES = 2 * LARGEST_TABLE_BYTES
"""The resource tables of all parts are kept up to this size together."""

MOST_FILES = 16
"""So many files of settings that fit one pattern are read; apps have one."""

_SERVER = re.compile(
    r"(?P<scheme>(?:https?|\*)://)?(?:[^/?#@]*@)?(?P<host>\*|(?:\*\.)?[\w-]+(?:\.[\w*-]+)*|\[[\da-fA-F:.]+\])(?::[\d*]+)?(?:[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_ANY = "*"
_OWN = re.compile(r"localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0", re.IGNORECASE)  # the phone itself
_MOST_SERVERS = 4
_LONGEST_SERVER = 253


@dataclass(frozen=True, slots=True)
class Held:
    """What the package is asked for: its parts, its application's meta-data, and which classes and files it has."""

    parts: tuple[Part, ...]
    meta_data: Mapping[str, str]
    has_class: Callable[[str], bool]
    has_file: Callable[[str], bool]


@dataclass(slots=True)
class OriginFinder:
    """Finds the ways by which scripts of one app come from elsewhere; `unread` are files that would tell, by part."""

    held: Held
    unread: dict[tuple[str, str], None] = field(default_factory=dict)
    _settings: dict[str, Settings] = field(default_factory=dict)

    def limitations(self, framework: ScriptFramework, texts: Collection[str]) -> list[Limitation]:
        """One for each way that is open; `texts` are the origins of which the app's scripts hold the texts."""
        self.unread.clear()
        found: dict[Limitation, None] = {}
        for origin in framework.elsewhere:
            if origin.how == "page":
                servers = self._servers(origin)
                if servers:
                    found[_page(framework, servers)] = None
            elif self._is_open(origin, texts):
                found[_update(framework, origin, self._servers(origin) or _default(origin))] = None
        for part, file in self.unread:
            detail = message("limitation-script-settings", name=framework.name, part=part, file=file)
            found[Limitation("script-code", detail, ("script",))] = None
        return list(found)

    def starts_outside(self, framework: ScriptFramework) -> bool:
        """Whether the settings have the app start with a page from outside."""
        return any(
            _server(value, bare=False)
            for origin in framework.elsewhere
            for each in origin.servers
            if each.first
            for value in self._values(each)
        )

    def _is_open(self, origin: ScriptOrigin, texts: Collection[str]) -> bool:
        has_sign = not (origin.files or origin.classes)
        has_sign = (
            has_sign or any(map(self.held.has_file, origin.files)) or any(map(self.held.has_class, origin.classes))
        )
        return (
            has_sign
            and (not origin.text or origin.name in texts)
            and (not origin.needs or any(map(self._values, origin.needs)))
            and not any(map(self._is_off, origin.switches))
        )

    def _is_off(self, switch: Setting) -> bool:
        """Whether a switch is set, and set to off: one that is not set is on."""
        values = self._all_values(switch)
        return bool(values) and all(each.lower() in switch.disabled for each in values)

    def _servers(self, origin: ScriptOrigin) -> list[str]:
        named = {
            server
            for each in origin.servers
            for value in self._values(each)
            if (server := _server(value, bare=each.bare))
        }
        return sorted(named)

    def _values(self, setting: Setting) -> list[str]:
        return [each for each in self._all_values(setting) if each.strip() and each.lower() not in setting.disabled]

    def _all_values(self, setting: Setting) -> list[str]:
        if setting.meta_data is not None:
            value = self.held.meta_data.get(setting.meta_data)
            return [] if value is None else [value]
        return [value for part in self.held.parts for value in self._values_in(part, setting)]

    def _values_in(self, part: Part, setting: Setting) -> list[str]:
        if part.name not in self._settings:
            left = MOST_TABLE_BYTES - sum(each.table_bytes for each in self._settings.values())
            self._settings[part.name] = Settings(part.archive, left)
        settings = self._settings[part.name]
        try:
            if setting.file is not None and setting.key is not None:
                pieces = setting.file.split("*")
                files = [name for name in part.archive.entries if fits(pieces, name)]
                self.unread |= dict.fromkeys((part.name, name) for name in files[MOST_FILES:][:1])
                return [value for name in files[:MOST_FILES] for value in settings.json_values(name, setting.key)]
            if setting.xml is not None and setting.tag is not None and setting.attribute is not None:
                return settings.xml_values(setting.xml, setting.tag, setting.attribute, setting.named)
            return settings.string_values(setting.string or "")
        except SettingsError as error:
            self.unread[part.name, error.file] = None
            return []


def asked_for(framework: ScriptFramework, page: OutsidePage) -> Limitation:
    """One for a page or script whose address stands in the code."""
    if any(each.how == "page" for each in framework.elsewhere):
        return _page(framework, page.hosts)
    hosts = _listed(page.hosts)
    detail = message("limitation-script-update-from", name=framework.name, tool=page.api, hosts=hosts)
    return Limitation("script-code", detail, ("script",))


def _server(value: str, *, bare: bool) -> str | None:
    """The server that an address names; `*` for any; None if it names none but the phone itself."""
    matched = _SERVER.fullmatch(value.strip())
    if matched is None or not (matched["scheme"] or bare or value.strip() == _ANY):
        return None
    host = matched["host"].lower()
    return None if _OWN.fullmatch(host) or len(host) > _LONGEST_SERVER else host


def _default(origin: ScriptOrigin) -> list[str]:
    return [origin.server] if origin.server else []


def _page(framework: ScriptFramework, servers: Iterable[str]) -> Limitation:
    servers = list(servers)
    detail = message("limitation-script-page-any", name=framework.name)
    if _ANY not in servers:
        detail = message("limitation-script-page", name=framework.name, hosts=_listed(servers))
    return Limitation("script-code", detail, ("script",))


def _update(framework: ScriptFramework, origin: ScriptOrigin, servers: list[str]) -> Limitation:
    detail = message("limitation-script-update", name=framework.name, tool=origin.name)
    if servers and _ANY not in servers:
        hosts = _listed(servers)
        detail = message("limitation-script-update-from", name=framework.name, tool=origin.name, hosts=hosts)
    return Limitation("script-code", detail, ("script",))


def _listed(servers: Sequence[str]) -> str:
    return ", ".join(servers[:_MOST_SERVERS]) + (", …" if len(servers) > _MOST_SERVERS else "")
