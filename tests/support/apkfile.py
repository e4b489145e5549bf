"""Small APKs: a zip of DEX files, a binary manifest and whatever else a test wants inside."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from support.axml import AttributeValue, Element, encode_axml

_EPOCH = (1981, 1, 1, 1, 1, 2)


def build_manifest(
    package: str = "com.example.loan",
    permissions: Sequence[str | Mapping[str, AttributeValue]] = (),
    components: Sequence[Element] = (),
    *,
    min_sdk: int | None = 21,
    target_sdk: int | None = 34,
    application: Mapping[str, AttributeValue] | None = None,
    extra: Sequence[Element] = (),
    attributes: Mapping[str, AttributeValue] | None = None,
) -> Element:
    """A manifest from its usual parts.

    A permission is a full name, or the attributes of `uses-permission`. `components` go into `<application>`, `extra`
    beside it, and `attributes` onto `<manifest>`.
    """
    sdk: dict[str, AttributeValue] = {}
    if min_sdk is not None:
        sdk["android:minSdkVersion"] = min_sdk
    if target_sdk is not None:
        sdk["android:targetSdkVersion"] = target_sdk
    requested = [
        Element("uses-permission", {"android:name": item} if isinstance(item, str) else item) for item in permissions
    ]
    head: dict[str, AttributeValue] = {"package": package, "android:versionCode": 1, "android:versionName": "1.0"}
    head |= attributes or {}
    children = [Element("uses-sdk", sdk)] if sdk else []
    body = Element("application", {"android:label": "Loan"} if application is None else application, components)
    return Element("manifest", head, [*children, *requested, *extra, body])


def launcher_activity(name: str, **attributes: AttributeValue) -> Element:
    """An exported activity with the MAIN/LAUNCHER filter; further `android:` attributes by keyword."""
    intent_filter = Element(
        "intent-filter",
        {},
        [
            Element("action", {"android:name": "android.intent.action.MAIN"}),
            Element("category", {"android:name": "android.intent.category.LAUNCHER"}),
        ],
    )
    return component("activity", name, [intent_filter], exported=True, **attributes)


def component(tag: str, name: str, children: Sequence[Element] = (), **attributes: AttributeValue) -> Element:
    """An activity, service, receiver, provider or activity-alias; `android:` attributes by keyword."""
    return Element(tag, {"android:name": name, **{f"android:{key}": attributes[key] for key in attributes}}, children)


def build_apk(
    target: Path | None = None,
    *,
    dex: Sequence[bytes] = (),
    manifest: Element | bytes | None = None,
    files: Mapping[str, bytes] | None = None,
    blank_names: bool = False,
    stored: Sequence[str] = (),
) -> bytes:
    """The bytes of an APK, also written to `target` when given.

    `dex` become classes.dex, classes2.dex and so on. `manifest` is an Element or ready bytes (None leaves it out).
    `files` are further entries by name, `stored` those left uncompressed. Unsigned; no clock is written.
    """
    entries: dict[str, bytes] = {}
    if isinstance(manifest, Element):
        entries["AndroidManifest.xml"] = encode_axml(manifest, blank_names=blank_names)
    elif manifest is not None:
        entries["AndroidManifest.xml"] = manifest
    for number, content in enumerate(dex, 1):
        entries[dex_name(number)] = content
    entries |= files or {}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    if target is not None:
        target.write_bytes(out.getvalue())
    return out.getvalue()


def dex_name(number: int) -> str:
    """classes.dex, classes2.dex, … as the platform looks for them."""
    return "classes.dex" if number == 1 else f"classes{number}.dex"
