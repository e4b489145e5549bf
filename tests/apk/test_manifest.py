"""A manifest is read by resource ids, as AOSP reads it."""

import struct

import pytest
from apk.tables import Config, build_table
from support.apkfile import build_manifest, component, launcher_activity
from support.axml import AttributeValue, Element, Flags, RawValue, Reference, encode_axml

from permaudit.apk.binary_xml import BinaryXmlError
from permaudit.apk.manifest import PartManifest, read_manifest
from permaudit.apk.resources import Resources
from permaudit.apk.values import Values
from permaudit.model.manifest import Component, IntentFilter, MetaData, PermissionDefinition, PermissionRequest

READ = "android.permission.READ_CONTACTS"


def parse(root: Element, *, blank_names: bool = False, table: bytes | None = None) -> PartManifest:
    data = encode_axml(root, blank_names=blank_names)
    return read_manifest(data, "base.apk", Values(lambda: Resources(table) if table else None))


def only_component(element: Element, min_sdk: int = 21, target_sdk: int = 34) -> Component:
    (found,) = parse(build_manifest(components=[element], min_sdk=min_sdk, target_sdk=target_sdk)).components
    return found


@pytest.mark.parametrize("blank_names", [False, True])
def test_identity_and_permissions_are_read_with_and_without_attribute_names(*, blank_names: bool) -> None:
    root = build_manifest(
        "com.x", [READ, {"android:name": "b", "android:maxSdkVersion": 22}], min_sdk=19, target_sdk=30
    )

    manifest = parse(root, blank_names=blank_names)

    identity = manifest.identity
    assert (identity.package, identity.version_name, identity.version_code) == ("com.x", "1.0", 1)
    assert (identity.label, identity.min_sdk, identity.target_sdk, identity.split) == ("Loan", 19, 30, None)
    assert manifest.permission_requests == (
        PermissionRequest(READ, "base.apk"),
        PermissionRequest("b", "base.apk", max_sdk=22),
    )


@pytest.mark.parametrize("tag", ["uses-permission-sdk-23", "uses-permission-sdk-m"])
def test_permissions_for_android_6_and_later_are_marked(tag: str) -> None:
    manifest = parse(build_manifest(extra=[Element(tag, {"android:name": READ})]))

    assert manifest.permission_requests == (PermissionRequest(READ, "base.apk", sdk_23=True),)


def test_a_permission_below_the_application_is_none_as_on_a_phone() -> None:
    manifest = parse(build_manifest(components=[Element("uses-permission", {"android:name": READ})]))

    assert manifest.permission_requests == ()


def test_an_attribute_with_another_resource_id_is_not_taken_for_its_name() -> None:
    data = encode_axml(build_manifest(permissions=[READ]))
    other = data.replace(struct.pack("<I", 0x01010003), struct.pack("<I", 0x01010999))

    assert read_manifest(other, "p", Values(lambda: None)).permission_requests == ()


def test_an_attribute_without_resource_ids_is_known_by_name() -> None:
    data = encode_axml(build_manifest(permissions=[READ]))
    ids = data.index(struct.pack("<HH", 0x0180, 8))
    count = struct.unpack_from("<I", data, ids + 4)[0] - 8
    no_ids = data[: ids + 8] + bytes(count) + data[ids + 8 + count :]

    assert read_manifest(no_ids, "p", Values(lambda: None)).permission_requests == (PermissionRequest(READ, "p"),)


@pytest.mark.parametrize(
    ("written", "complete"),
    [(".Main", "com.example.loan.Main"), ("Main", "com.example.loan.Main"), ("org.y.Main", "org.y.Main")],
)
def test_a_class_name_is_completed_with_the_package(written: str, complete: str) -> None:
    assert only_component(component("service", written)).class_name == complete


def test_an_alias_stands_for_its_target() -> None:
    alias = component("activity-alias", ".Icon", targetActivity=".Main")

    found = only_component(alias)

    assert (found.kind, found.name, found.class_name) == (
        "activity-alias",
        "com.example.loan.Icon",
        "com.example.loan.Main",
    )


def test_a_filter_exports_unless_the_attribute_says_otherwise() -> None:
    boot = [Element("intent-filter", {}, [Element("action", {"android:name": "BOOT"})])]

    assert only_component(component("receiver", ".R", boot)).exported
    assert not only_component(component("receiver", ".R")).exported
    assert not only_component(component("receiver", ".R", boot, exported=False)).exported
    assert only_component(component("receiver", ".R", exported=True)).exported


@pytest.mark.parametrize(("target_sdk", "exported"), [(16, True), (17, False)])
def test_a_provider_is_exported_by_default_only_for_old_targets(target_sdk: int, *, exported: bool) -> None:
    provider = component("provider", ".P", authorities="a.b;c.d")

    found = only_component(provider, min_sdk=8, target_sdk=target_sdk)

    assert found.exported is exported
    assert found.authorities == ("a.b", "c.d")


def test_everything_of_a_filter_is_kept() -> None:
    activity = launcher_activity(".Main")
    data = [Element("data", {"android:scheme": "sms"}), Element("data", {"android:mimeType": "text/x-vcard"})]
    share = Element("intent-filter", {}, [Element("action", {"android:name": "SEND"}), *data])

    found = only_component(Element("activity", activity.attributes, [*activity.children, share]))

    assert found.is_launcher
    assert found.filters[1] == IntentFilter(("SEND",), (), ("sms",), ("text/x-vcard",))


def test_meta_data_has_a_value_or_a_resource() -> None:
    plain = Element("meta-data", {"android:name": "a", "android:value": "text"})
    number = Element("meta-data", {"android:name": "b", "android:value": 7})
    resource = Element("meta-data", {"android:name": "c", "android:resource": Reference(0x7F030001)})

    found = only_component(component("service", ".S", [plain, number, resource]))

    assert found.meta_data == (MetaData("a", "text"), MetaData("b", "7"), MetaData("c", None, 0x7F030001))


def test_the_application_is_a_component_when_it_has_a_class() -> None:
    attributes: dict[str, AttributeValue] = {
        "android:name": ".App",
        "android:permission": "com.x.GUARD",
        "android:debuggable": True,
        "android:appComponentFactory": "com.x.Factory",
    }

    manifest = parse(build_manifest(application=attributes, components=[component("service", ".S")]))

    assert [(each.kind, each.class_name, each.permission) for each in manifest.components] == [
        ("application", "com.example.loan.App", "com.x.GUARD"),
        ("service", "com.example.loan.S", "com.x.GUARD"),
    ]
    assert (manifest.debuggable, manifest.component_factory) == (True, "com.x.Factory")


def test_a_disabled_component_is_said_to_be() -> None:
    assert not only_component(component("service", ".S", enabled=False)).enabled


def test_a_second_application_element_is_skipped_as_on_a_phone() -> None:
    second = Element("application", {"android:name": ".Decoy"}, [component("service", ".Decoy")])
    root = build_manifest(components=[component("service", ".Real")])

    manifest = parse(Element("manifest", root.attributes, [*root.children, second]))

    assert [each.class_name for each in manifest.components] == ["com.example.loan.Real"]


def test_a_permission_of_its_own_is_a_definition() -> None:
    definition = Element("permission", {"android:name": "com.x.OWN", "android:protectionLevel": Flags(0x2)})

    manifest = parse(build_manifest(extra=[definition]))

    assert manifest.permission_definitions == (PermissionDefinition("com.x.OWN", "base.apk", 2),)


def test_references_are_resolved_and_a_label_is_never_a_raw_id() -> None:
    table = build_table({1: [(Config(), {0: "Quick Loan"})], 2: [(Config(), {0: False})]})
    root = build_manifest(
        application={"android:label": Reference(0x7F010000)},
        components=[component("service", ".S", enabled=Reference(0x7F020000))],
    )

    manifest = parse(root, table=table)

    assert manifest.identity.label == "Quick Loan"
    assert not manifest.components[0].enabled
    assert parse(root).identity.label is None
    assert parse(root).components[0].enabled


def test_the_target_is_the_minimum_where_it_is_not_stated() -> None:
    assert parse(build_manifest(min_sdk=15, target_sdk=None)).identity.target_sdk == 15
    assert parse(build_manifest(min_sdk=None, target_sdk=None)).identity.target_sdk is None


def test_a_codename_is_a_preview_above_all_numbers() -> None:
    sdk = Element("uses-sdk", {"android:minSdkVersion": 21, "android:targetSdkVersion": "Baklava"})

    assert parse(build_manifest(min_sdk=None, target_sdk=None, extra=[sdk])).identity.target_sdk == 10_000


def test_the_major_version_is_the_upper_half() -> None:
    data = encode_axml(build_manifest(attributes={"android:priority": 3}))
    major = data.replace(struct.pack("<I", 0x0101001C), struct.pack("<I", 0x01010576))

    assert read_manifest(major, "p", Values(lambda: None)).identity.version_code == 3 << 32 | 1


def test_a_split_says_so() -> None:
    assert parse(build_manifest(attributes={"split": "config.de"})).identity.split == "config.de"


def test_values_of_unheard_of_types_are_absent() -> None:
    root = build_manifest(permissions=[{"android:name": RawValue(0x99, 1)}, READ])

    assert [each.name for each in parse(root).permission_requests] == [READ]


@pytest.mark.parametrize(
    "root",
    [
        build_manifest("p" * 257),
        build_manifest(components=[component("service", "S" * 1025)]),
        build_manifest(application={"android:label": "L" * 32_769}),
    ],
)
def test_strings_beyond_what_android_allows_are_refused(root: Element) -> None:
    with pytest.raises(BinaryXmlError):
        parse(root)


@pytest.mark.parametrize(
    "root", [Element("application", {"package": "com.x"}), Element("manifest", {"android:versionCode": 1})]
)
def test_a_root_that_is_no_manifest_or_has_no_package_is_refused(root: Element) -> None:
    with pytest.raises(BinaryXmlError):
        parse(root)


def test_settings_of_the_application_are_read() -> None:
    stated: dict[str, AttributeValue] = {
        "android:debuggable": True,
        "android:testOnly": True,
        "android:allowBackup": False,
        "android:usesCleartextTraffic": True,
    }

    manifest = parse(build_manifest(application=stated), blank_names=True)

    assert (manifest.debuggable, manifest.test_only) == (True, True)
    assert (manifest.allow_backup, manifest.uses_cleartext) == (False, True)


def test_settings_that_are_not_stated_are_left_open() -> None:
    manifest = parse(build_manifest())

    assert (manifest.debuggable, manifest.test_only) == (False, False)
    assert (manifest.allow_backup, manifest.uses_cleartext, manifest.network_config) == (None, None, None)


def config_file(value: AttributeValue, table: bytes | None = None) -> str | None:
    return parse(build_manifest(application={"android:networkSecurityConfig": value}), table=table).network_config


def test_the_network_security_configuration_is_the_file_its_reference_leads_to() -> None:
    table = build_table({1: [(Config(), {0: "res/xml/net.xml"}), (Config(sdk=24), {0: "res/xml-v24/net.xml"})]})

    assert config_file(Reference(0x7F010000), table) == "res/xml-v24/net.xml"


def test_a_network_security_configuration_that_leads_nowhere_is_stated_all_the_same() -> None:
    assert config_file(Reference(0x7F010000)) == ""


@pytest.mark.parametrize("value", ["res/xml/net.xml", Reference(0)])
def test_a_network_security_configuration_that_is_no_reference_is_none_for_android(value: AttributeValue) -> None:
    assert config_file(value) is None
