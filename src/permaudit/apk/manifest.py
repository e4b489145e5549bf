"""One part's AndroidManifest.xml as plain values, read as AOSP `ParsingPackageUtils` reads it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from permaudit.apk import attributes
from permaudit.apk.attributes import Name
from permaudit.apk.binary_xml import BinaryXmlError, Element, read_binary_xml
from permaudit.apk.values import Values
from permaudit.model.manifest import (
    Component,
    ComponentKind,
    IntentFilter,
    MetaData,
    PermissionDefinition,
    PermissionRequest,
)

_COMPONENT_KINDS: dict[str, ComponentKind] = {
    "activity": "activity",
    "activity-alias": "activity-alias",
    "service": "service",
    "receiver": "receiver",
    "provider": "provider",
}
_REQUEST_TAGS = frozenset({"uses-permission", "uses-permission-sdk-23", "uses-permission-sdk-m"})
_PROVIDERS_CLOSED_SINCE = 17  # AOSP ParsedProviderUtils: exported by default below JELLY_BEAN_MR1
_LONGEST_PACKAGE = 256  # AOSP Element.MAX_ATTR_LEN_PACKAGE
_SPLITS_REQUIRED = "com.android.vending.splits.required"  # written by bundletool
_PREVIEW_SDK = 10_000  # Build.VERSION_CODES.CUR_DEVELOPMENT, for a codename in place of a number


class Identity(Struct, frozen=True):
    """Who the part says it is; `split` is None for a base. A missing target SDK is the minimum, as for Android."""

    package: str
    split: str | None
    label: str | None
    version_name: str | None
    version_code: int | None
    min_sdk: int | None
    target_sdk: int | None


class PartManifest(Struct, frozen=True):
    """What one part declares; most fields are those of `model.manifest.Manifest`.

    `requires_splits` says that Android does not install this base without some of its splits.
    """

    identity: Identity
    components: tuple[Component, ...]
    permission_requests: tuple[PermissionRequest, ...]
    permission_definitions: tuple[PermissionDefinition, ...]
    meta_data: tuple[MetaData, ...]
    component_factory: str | None
    backup_agent: str | None
    shared_user_id: str | None
    debuggable: bool
    test_only: bool
    allow_backup: bool | None
    uses_cleartext: bool | None
    network_config: str | None
    requires_splits: bool


def read_manifest(data: bytes, part: str, values: Values, locale: str | None = None) -> PartManifest:
    """Read the bytes of a binary AndroidManifest.xml; `locale` chooses the language of the label.

    Raises:
        BinaryXmlError: it is not binary XML, its root is not `manifest`, or it names no package.
    """
    root = read_binary_xml(data)
    package = root.find_named("package")
    if root.tag != "manifest" or package is None or not package.string or len(package.string) > _LONGEST_PACKAGE:
        raise BinaryXmlError
    return _ManifestReader(root, package.string, part, values).read(locale)


class _ManifestReader:
    def __init__(self, root: Element, package: str, part: str, values: Values) -> None:
        self._root = root
        self._package = package
        self._part = part
        self._values = values
        # Android takes the first application element and skips others
        self._application = next(_children(root, "application"), None)
        self._min_sdk, self._target_sdk = self._read_sdks()

    def read(self, locale: str | None) -> PartManifest:
        root, application, values = self._root, self._application, self._values
        meta_data = tuple(self._read_meta_data(application)) if application else ()
        return PartManifest(
            identity=self._read_identity(locale),
            components=tuple(self._read_components()),
            permission_requests=tuple(self._read_requests()),
            permission_definitions=tuple(self._read_definitions()),
            meta_data=meta_data,
            component_factory=self._class_name(application, attributes.APP_COMPONENT_FACTORY),
            backup_agent=self._class_name(application, attributes.BACKUP_AGENT),
            shared_user_id=values.text(root, attributes.SHARED_USER_ID),
            debuggable=bool(self._flag(attributes.DEBUGGABLE)),
            test_only=bool(self._flag(attributes.TEST_ONLY)),
            allow_backup=self._flag(attributes.ALLOW_BACKUP),
            uses_cleartext=self._flag(attributes.USES_CLEARTEXT_TRAFFIC),
            network_config=self._read_network_config(),
            requires_splits=bool(
                values.flag(root, attributes.IS_SPLIT_REQUIRED)
                or values.text(root, attributes.REQUIRED_SPLIT_TYPES)
                or MetaData(_SPLITS_REQUIRED, "true") in meta_data
            ),
        )

    def _flag(self, attribute: Name) -> bool | None:
        """Read a boolean of the application."""
        return self._values.flag(self._application, attribute) if self._application else None

    def _read_network_config(self) -> str | None:
        """Read which file holds the network security configuration; Android takes nothing but a reference."""
        found = self._application.find(*attributes.NETWORK_SECURITY_CONFIG) if self._application else None
        if self._application is None or found is None or not found.is_reference or not found.data:
            return None
        return self._values.text(self._application, attributes.NETWORK_SECURITY_CONFIG) or ""

    def _read_identity(self, locale: str | None) -> Identity:
        root, values = self._root, self._values
        split = root.find_named("split")
        code = values.number(root, attributes.VERSION_CODE)
        major = values.number(root, attributes.VERSION_CODE_MAJOR) or 0
        return Identity(
            package=self._package,
            split=split.string or None if split else None,
            label=values.text(self._application, attributes.LABEL, locale) if self._application else None,
            version_name=values.text(root, attributes.VERSION_NAME),
            version_code=None if code is None else (major & 0xFFFFFFFF) << 32 | code & 0xFFFFFFFF,
            min_sdk=self._min_sdk,
            target_sdk=self._target_sdk,
        )

    def _read_sdks(self) -> tuple[int | None, int | None]:
        lowest: int | None = None
        target: int | None = None
        for element in _children(self._root, "uses-sdk"):
            lowest = self._sdk(element, attributes.MIN_SDK_VERSION)
            target = self._sdk(element, attributes.TARGET_SDK_VERSION) or lowest
        return lowest, target

    def _sdk(self, element: Element, attribute: Name) -> int | None:
        number = self._values.number(element, attribute)
        if number is None and self._values.text(element, attribute):
            return _PREVIEW_SDK
        return number

    def _read_requests(self) -> Iterator[PermissionRequest]:
        for element in self._root.children:
            name = self._values.text(element, attributes.NAME) if element.tag in _REQUEST_TAGS else None
            if name:
                yield PermissionRequest(
                    name=name,
                    part=self._part,
                    sdk_23=element.tag != "uses-permission",
                    min_sdk=self._values.number(element, attributes.MIN_SDK_VERSION) or None,
                    max_sdk=self._values.number(element, attributes.MAX_SDK_VERSION) or None,
                )

    def _read_definitions(self) -> Iterator[PermissionDefinition]:
        for element in _children(self._root, "permission"):
            name = self._values.text(element, attributes.NAME)
            if name:
                yield PermissionDefinition(
                    name=name,
                    part=self._part,
                    protection=self._values.number(element, attributes.PROTECTION_LEVEL),
                    group=self._values.text(element, attributes.PERMISSION_GROUP),
                )

    def _read_components(self) -> Iterator[Component]:
        for element in _children(self._root, "instrumentation"):
            yield from self._read_component(element, "instrumentation")
        if self._application is None:
            return
        if self._values.text(self._application, attributes.NAME):
            yield from self._read_component(self._application, "application")
        for element in self._application.children:
            if element.tag in _COMPONENT_KINDS:
                yield from self._read_component(element, _COMPONENT_KINDS[element.tag])

    def _read_component(self, element: Element, kind: ComponentKind) -> Iterator[Component]:
        values = self._values
        name = self._class_name(element, attributes.NAME)
        class_name = self._class_name(element, attributes.TARGET_ACTIVITY) if kind == "activity-alias" else name
        if not name or not class_name:
            return
        is_application = kind == "application"
        filters = () if is_application else tuple(map(self._read_filter, _children(element, "intent-filter")))
        exported = values.flag(element, attributes.EXPORTED)
        enabled = values.flag(element, attributes.ENABLED)
        authorities = values.text(element, attributes.AUTHORITIES) if kind == "provider" else None
        yield Component(
            kind=kind,
            class_name=class_name,
            part=self._part,
            name=name,
            exported=self._is_exported(kind, filters) if exported is None else exported,
            enabled=True if enabled is None else enabled,
            permission=self._read_guard(element),
            process=values.text(element, attributes.PROCESS),
            authorities=tuple(each for each in (authorities or "").split(";") if each),
            filters=filters,
            meta_data=() if is_application else tuple(self._read_meta_data(element)),
        )

    def _read_guard(self, element: Element) -> str | None:
        """Read the permission a caller needs; a component without one has the application's."""
        own = self._values.text(element, attributes.PERMISSION)
        return own or (self._values.text(self._application, attributes.PERMISSION) if self._application else None)

    def _is_exported(self, kind: ComponentKind, filters: tuple[IntentFilter, ...]) -> bool:
        if kind == "provider":
            return (self._target_sdk or 1) < _PROVIDERS_CLOSED_SINCE
        return bool(filters)

    def _read_filter(self, element: Element) -> IntentFilter:
        found: dict[str, list[str]] = {"action": [], "category": [], "scheme": [], "mimeType": []}
        for child in element.children:
            if child.tag in ("action", "category"):
                texts = {child.tag: self._values.text(child, attributes.NAME)}
            elif child.tag == "data":
                texts = {
                    each.name: self._values.text(child, each) for each in (attributes.SCHEME, attributes.MIME_TYPE)
                }
            else:
                continue
            for key, text in texts.items():
                if text:
                    found[key].append(text)
        return IntentFilter(
            actions=tuple(found["action"]),
            categories=tuple(found["category"]),
            schemes=tuple(found["scheme"]),
            mime_types=tuple(found["mimeType"]),
        )

    def _read_meta_data(self, element: Element) -> Iterator[MetaData]:
        for child in _children(element, "meta-data"):
            name = self._values.text(child, attributes.NAME)
            if name:
                found = child.find(*attributes.RESOURCE) or child.find(*attributes.VALUE)
                yield MetaData(
                    name=name,
                    value=self._values.text(child, attributes.VALUE),
                    resource=found.data if found and found.is_reference else None,
                )

    def _class_name(self, element: Element | None, attribute: Name) -> str | None:
        """Complete a class name as AOSP's ParsingUtils.buildClassName does."""
        name = self._values.text(element, attribute) if element else None
        if not name:
            return None
        if name.startswith("."):
            return self._package + name
        return name if "." in name else f"{self._package}.{name}"


def _children(element: Element, tag: str) -> Iterator[Element]:
    return (each for each in element.children if each.tag == tag)
