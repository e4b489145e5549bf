"""The shipped entries: closed lists, references, and facts that answers depend on."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from permaudit.catalog.load import load_catalog
from permaudit.catalog.methods import Api
from permaudit.catalog.paths import PathPatterns
from permaudit.catalog.surfaces import Field
from permaudit.documents import rules_directory
from permaudit.model.evidence import Scope, Surface, Trigger
from permaudit.model.permission import Door

CATALOG = load_catalog(rules_directory() / "catalog")

# Written out from DESIGN.md section 6, so that neither side can drift alone.
SURFACES = "contacts legacy-contacts profile sim call-log sms accounts voicemail own-number calendar".split()
SCOPES = "all filtered lookup picked unknown".split()
FIELDS = (
    "name phone email address organization birthday event relation note nickname photo im website sip group account "
    "contact-id starred contact-frequency ringtone message-text call-time call-duration call-direction"
).split()
TRIGGERS = (
    "app-start screen-open tap permission-granted boot schedule push sms-received contacts-changed script other-app "
    "background other"
).split()

PARAMETER = re.compile(r"\[*(?:[ZBSCIJFD]|L[^;]+;)")


def parameters(api: Api) -> list[str]:
    return PARAMETER.findall(api.descriptor[1 : api.descriptor.index(")")])


def test_the_closed_lists_are_those_of_the_design() -> None:
    assert list(get_args(Surface)) == SURFACES
    assert list(get_args(Scope)) == SCOPES
    assert list(get_args(Field)) == FIELDS
    assert list(get_args(Trigger)) == TRIGGERS


def test_every_surface_is_described_once() -> None:
    assert sorted(surface.id for surface in CATALOG.surfaces) == sorted(SURFACES)


def test_every_door_is_described_once() -> None:
    assert sorted(door.door for door in CATALOG.doors) == sorted(get_args(Door))


def test_every_field_of_the_closed_list_is_shown_by_some_column() -> None:
    shown = {field for table in CATALOG.tables.values() for field in table.fields}
    shown |= {field for row in CATALOG.mime_rows.values() for field in row.fields}

    assert shown == set(FIELDS)


def test_what_a_kind_of_row_shows_is_the_sum_of_its_columns() -> None:
    for row in CATALOG.mime_rows.values():
        assert set(row.fields) <= {field for fields in row.columns.values() for field in fields}, row.mime_type


@pytest.mark.parametrize(
    "uri",
    sorted(
        {*CATALOG.uri_fields.values(), *(re.sub(r"\{\d\}", "*", each.uri) for each in CATALOG.uri_methods.values())}
    ),
)
def test_every_uri_of_the_framework_leads_to_a_known_table_or_is_a_call_that_rules_ask_for(uri: str) -> None:
    found = CATALOG.match_uri(uri)

    assert found.table != "unknown" if found is not None else CATALOG.calls.addressed(uri)


def test_every_path_pattern_is_reached_by_a_uri_of_its_own_shape() -> None:
    for surface in CATALOG.surfaces:
        for path in surface.paths:
            for authority in [path.authority] if path.authority else surface.authorities:
                uri = f"content://{authority}/{path.path.replace('**', 'some/thing').replace('#', '7')}"
                found = CATALOG.match_uri(uri)
                assert found is not None
                assert (found.surface, found.path) == (surface.id, path.path), uri


def test_what_can_be_opened_says_what_it_shows() -> None:
    for surface in CATALOG.surfaces:
        for path in surface.paths:
            assert path.opens or not path.stream_fields, path.path
            assert path.stream_fields or not path.opens or not path.people, path.path


@pytest.mark.parametrize("api", CATALOG.apis, ids=lambda api: api.id)
def test_argument_positions_point_at_parameters_of_the_right_type(api: Api) -> None:
    expected = {
        "uri": "Landroid/net/Uri;",
        "projection": "[Ljava/lang/String;",
        "selection": "Ljava/lang/String;",
        "selection_args": "[Ljava/lang/String;",
        "order": "Ljava/lang/String;",
        "bundle": "Landroid/os/Bundle;",
        "authority": "Ljava/lang/String;",
        "command": "Ljava/lang/String;",
    }

    for name, kind in expected.items():
        position = getattr(api, name)
        if position is not None:
            assert parameters(api)[position] == kind, name


@pytest.mark.parametrize("api", CATALOG.apis, ids=lambda api: api.id)
def test_an_api_says_all_that_its_kind_needs(api: Api) -> None:
    if api.kind == "direct":
        assert api.surface
        assert api.scope
        assert api.fields
        assert api.permissions
        assert api.uri is None
    elif api.kind in {"query", "open", "photo", "watch"}:
        assert api.uri is not None
    elif api.kind == "client":
        assert (api.uri is None) != (api.authority is None)
    assert (api.result == "callback") <= (api.callback is not None)


def test_every_overload_of_query_is_known() -> None:
    overloads = Counter(api.class_name for api in CATALOG.apis if api.name == "query")

    assert overloads["Landroid/content/ContentResolver;"] == 3
    assert overloads["Landroid/content/ContentProviderClient;"] == 3


def test_guarding_permissions_are_explained() -> None:
    named = {surface.permission for surface in CATALOG.surfaces if surface.permission}
    named |= {permission for api in CATALOG.apis for permission in api.permissions}
    for split in CATALOG.split_permissions:
        named |= {split.declared, *split.implies}
    for door in CATALOG.doors:
        named |= {*door.grants, *door.permissions}
        named |= {component.permission for component in door.components if component.permission}

    assert named <= set(CATALOG.permissions)


def test_reading_contacts_is_in_the_contacts_group_and_was_once_given_at_installation() -> None:
    permission = CATALOG.permissions["android.permission.READ_CONTACTS"]

    assert (permission.group, permission.protection) == ("contacts", "dangerous")
    assert permission.install_time_below_sdk == 23


def test_the_groups_are_those_of_a_current_phone() -> None:
    groups: dict[str, set[str]] = {}
    for permission in CATALOG.permissions.values():
        if permission.group:
            groups.setdefault(permission.group, set()).add(permission.name.rpartition(".")[2])

    assert groups["contacts"] == {"READ_CONTACTS", "WRITE_CONTACTS", "GET_ACCOUNTS"}
    assert groups["call-log"] == {"READ_CALL_LOG", "WRITE_CALL_LOG", "PROCESS_OUTGOING_CALLS"}
    assert groups["phone"] == {
        "READ_PHONE_STATE",
        "READ_PHONE_NUMBERS",
        "CALL_PHONE",
        "ADD_VOICEMAIL",
        "USE_SIP",
        "ANSWER_PHONE_CALLS",
        "ACCEPT_HANDOVER",
    }


def test_dangerous_permissions_ask_and_belong_to_a_group() -> None:
    for permission in CATALOG.permissions.values():
        if permission.protection == "dangerous":
            assert permission.group, permission.name
            assert permission.install_time_below_sdk == 23, permission.name
        else:
            assert permission.group is None, permission.name


def test_every_permission_is_explained_in_one_sentence_without_jargon() -> None:
    for permission in CATALOG.permissions.values():
        sentence = permission.sentence
        assert sentence.endswith("."), permission.name
        assert ". " not in sentence, permission.name
        assert not re.search(r"\b(API|SDK|URI|permission|runtime|intent|broadcast)\b", sentence), permission.name


def test_thread_hops_are_never_triggers() -> None:
    hops = {"run", "call", "handleMessage", "doInBackground", "invokeSuspend", "accept", "onNext"}

    names = {(callback.class_name, callback.name) for callback in CATALOG.callbacks if callback.name in hops}

    assert names == {("Lio/socket/emitter/Emitter$Listener;", "call")}


def test_triggers_of_the_commonest_starts() -> None:
    triggers = {(each.class_name, each.name, each.descriptor): each.trigger for each in CATALOG.callbacks}

    assert triggers["Landroid/view/View$OnClickListener;", "onClick", "(Landroid/view/View;)V"] == "tap"
    assert triggers["Landroid/database/ContentObserver;", "onChange", "(Z)V"] == "contacts-changed"
    assert (
        triggers["Landroid/app/Activity;", "onRequestPermissionsResult", "(I[Ljava/lang/String;[I)V"]
        == "permission-granted"
    )
    assert CATALOG.components.action_triggers["android.intent.action.BOOT_COMPLETED"] == "boot"
    assert CATALOG.components.action_triggers["android.provider.Telephony.SMS_RECEIVED"] == "sms-received"


def test_every_kind_of_component_has_its_methods() -> None:
    assert all(CATALOG.components.lifecycle.values())
    assert ("onCreate", "()Z") in {(shape.name, shape.descriptor) for shape in CATALOG.components.lifecycle["provider"]}


def test_no_method_is_listed_twice_in_a_lifecycle() -> None:
    for kind, shapes in CATALOG.components.lifecycle.items():
        assert len(shapes) == len(set(map(str, shapes))), kind


@pytest.mark.parametrize(
    ("class_name", "name"),
    [
        ("Lcom/squareup/picasso/ContactsPhotoRequestHandler;", "Picasso"),
        ("Lcom/google/firebase/messaging/FirebaseMessagingService;", "Firebase Cloud Messaging"),
        ("Lcom/google/firebase/FirebaseApp;", "Firebase"),
        ("Lorg/apache/cordova/contacts/ContactManager;", "cordova-plugin-contacts"),
        ("Lorg/apache/cordova/CordovaPlugin;", "Cordova"),
        ("Lcom/credolab/sdk/A;", "CredoLab"),
    ],
)
def test_the_longest_prefix_names_the_library(class_name: str, name: str) -> None:
    library = CATALOG.owner_of(class_name)

    assert library is not None
    assert library.name == name


@pytest.mark.parametrize(
    "class_name",
    ["Lcom/credolabs/justcredo/Main;", "Lcom/example/App;", "La;", "Lokhttp3extra/A;", "", "Lcom/", "I"],
)
def test_other_classes_belong_to_no_library(class_name: str) -> None:
    assert CATALOG.owner_of(class_name) is None


def test_a_starter_without_descriptor_means_every_overload() -> None:
    starters = {starter.method: starter for starter in CATALOG.starters}

    assert starters["Landroid/content/Context;->startService"].descriptor is None
    job = starters["Landroid/app/job/JobInfo$Builder;-><init>(ILandroid/content/ComponentName;)V"]
    assert (job.name, job.descriptor, job.trigger) == ("<init>", "(ILandroid/content/ComponentName;)V", "schedule")


def test_no_sign_belongs_to_two_packers() -> None:
    signs = Counter(
        sign for packer in CATALOG.packers for sign in (*packer.files, *packer.applications, *packer.classes)
    )

    assert [sign for sign, count in signs.items() if count > 1] == []


@pytest.mark.parametrize(
    ("packer", "path"),
    [
        ("qihoo-jiagu", "assets/libjiagu_a64.so"),
        ("tencent-legu", "lib/armeabi/libshella-4.1.0.15.so"),
        ("secneo", "lib/arm64-v8a/libDexHelper.so"),
        ("ijiami", "assets/ijm_lib/armeabi/libexec.so"),
        ("ijiami", "ijiami.dat"),
        ("baidu-protect", "lib/armeabi-v7a/libbaiduprotect.so"),
        ("netease-yidun", "lib/arm64-v8a/libnesec.so"),
        ("nagain", "lib/armeabi/libvdog-x86.so"),
    ],
)
def test_files_of_well_known_packers_are_signs_of_that_packer_alone(packer: str, path: str) -> None:
    patterns = {pattern: each.id for each in CATALOG.packers for pattern in each.files}

    assert {patterns[pattern] for pattern in PathPatterns(patterns).find([path])} == {packer}


@pytest.mark.parametrize(
    "path", ["lib/arm64-v8a/libshell.so", "lib/x86/libexec.so", "lib/x86/libsgmain.so", "lib/x86/libloader.so"]
)
def test_names_that_other_software_uses_too_are_no_signs(path: str) -> None:
    assert PathPatterns(pattern for each in CATALOG.packers for pattern in each.files).find([path]) == {}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("react-native-bundle", "assets/index.android.bundle"),
        ("flutter-code", "lib/arm64-v8a/libapp.so"),
        ("uni-app-code", "assets/apps/__UNI__6C0DB6E/www/app-service.js"),
        ("cordova-pages", "assets/www/cordova.js"),
        ("dotnet-assemblies", "lib/arm64-v8a/libassemblies.arm64-v8a.blob.so"),
        ("dex-in-assets", "assets/plugin/payload.dex"),
        ("address-book-file", "assets/sample.vcf"),
    ],
)
def test_files_that_rules_ask_for_are_known_by_their_paths(name: str, path: str) -> None:
    ids = {each.name: each.id for each in CATALOG.files}

    assert {ids[pattern] for pattern in PathPatterns(ids).find([path])} == {name}
