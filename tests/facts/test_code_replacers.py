"""A framework that replaces code is in use where something starts it; parts that are left over hide nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dex.programs import static_method
from support.dexfile import Class, assemble

from permaudit.catalog.code_replacers import CodeReplacer, Leftovers, StartSigns
from permaudit.catalog.load import load_catalog
from permaudit.dex.program import load_program
from permaudit.documents import rules_directory
from permaudit.facts.code_replacers import MOST_LENGTH, code_replacer_limitations, stand_in_test
from permaudit.facts.definitions import defined_classes
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Component, ComponentKind, Manifest, MetaData

SHIPPED = load_catalog(rules_directory() / "catalog").code_replacers
SWAP = CodeReplacer(
    name="Swap",
    id="swap",
    kind="hot-fix",
    certainty="known",
    source="test",
    starts=StartSigns(
        components=("com.swap.pit.*",),
        stand_ins=("*.swap.Screen1*",),
        extends=("Lcom/swap/SwapApplication;",),
        meta_data=("com.swap.ID",),
        authorities=("*.swap.stub",),
        files=("assets/swap_*.json",),
        calls=("Lcom/swap/Swap;->start",),
    ),
    leftovers=Leftovers(("Lcom/swap/",), ("swap-patch.zip",)),
)


def component(
    kind: ComponentKind, name: str, *authorities: str, meta_data: Sequence[MetaData] = (), enabled: bool = True
) -> Component:
    return Component(kind, name, "base.apk", authorities=authorities, meta_data=tuple(meta_data), enabled=enabled)


def found(
    *components: Component,
    meta_data: Sequence[MetaData] = (),
    classes: Sequence[Class] = (),
    files: Sequence[str] = (),
    factory: str | None = None,
    entries: Sequence[CodeReplacer] = (SWAP,),
) -> list[Limitation]:
    manifest = Manifest("com.loan", components, meta_data=tuple(meta_data), component_factory=factory)
    program = load_program([("base.apk", "classes.dex", assemble([Class("Lcom/loan/Main;"), *classes]))])
    return code_replacer_limitations(manifest, {"base.apk": files}, defined_classes(program), program, entries)


def the_sign(limitations: list[Limitation]) -> str:
    """The sign of the one framework in use."""
    (limitation,) = limitations
    assert (limitation.kind, limitation.hides) == ("dynamic-code", ("code",))
    assert limitation.detail.id == "limitation-code-replaced"
    arguments = dict(limitation.detail.arguments)
    assert arguments["name"] == "Swap"
    return str(arguments["sign"])


def test_an_app_without_any_of_it_is_told_nothing() -> None:
    assert found(component("activity", "com.loan.Main"), files=["assets/a.json"]) == []


@pytest.mark.parametrize("enabled", [True, False])
def test_a_component_of_the_framework_is_a_start(enabled: bool) -> None:  # noqa: FBT001
    assert the_sign(found(component("activity", "com.swap.pit.A1", enabled=enabled))) == "com.swap.pit.A1"


def test_a_component_without_a_class_of_its_own_is_a_start() -> None:
    assert the_sign(found(component("activity", "com.loan.swap.Screen12"))) == "com.loan.swap.Screen12"


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("com.loan.loader.a.ActivityN1NRNTS0", True),
        ("com.loan.loader.a.ActivityN1TA0STPTS1", True),
        ("com.loan.loader.a.ActivityP2SINTS4", True),
        ("com.loan.loader.a.ActivityPicker", False),
        ("com.qihoo360.replugin.component.process.ProcessPitProviderUI", False),
        ("com.didi.virtualapk.core.B$8", True),
        ("com.didi.virtualapk.delegate.LocalService", False),
        ("net.wequick.small.A31", True),
        ("net.wequick.small.A", False),
        ("com.loan.Main", False),
    ],
)
def test_shipped_stand_ins_are_told_from_classes_that_the_frameworks_have(name: str, *, stands: bool) -> None:
    assert stand_in_test(SHIPPED)(name) is stands


def test_a_component_factory_of_the_framework_is_a_start() -> None:
    assert the_sign(found(factory="com.swap.pit.Factory")) == "com.swap.pit.Factory"


def test_an_application_below_one_of_the_framework_is_a_start() -> None:
    classes = [
        Class("Lcom/loan/App;", superclass="Lcom/loan/Base;"),
        Class("Lcom/loan/Base;", superclass="Lcom/swap/SwapApplication;"),
    ]

    assert the_sign(found(component("application", "com.loan.App"), classes=classes)) == "com.loan.App"


def test_names_in_the_manifest_are_starts_also_where_all_classes_were_renamed() -> None:
    data = MetaData("com.swap.ID", "1")

    assert the_sign(found(meta_data=[data])) == "com.swap.ID"
    assert the_sign(found(component("service", "a.b", meta_data=[data]))) == "com.swap.ID"
    assert the_sign(found(component("provider", "a.b", "com.loan.swap.stub"))) == "com.loan.swap.stub"


def test_a_file_of_its_build_plug_in_is_a_start() -> None:
    assert the_sign(found(files=["assets/swap_1.0.json"])) == "assets/swap_1.0.json"


START = "invoke-static {}, Lcom/swap/Swap;->start()V\nreturn-void"
FRAMEWORK = Class("Lcom/swap/Swap;", [static_method("start")])


def test_a_call_from_outside_is_a_start() -> None:
    app = Class("Lcom/loan/App;", [static_method("go", code=START)])

    assert the_sign(found(classes=[app, FRAMEWORK])) == "com.swap.Swap.start"


@pytest.mark.parametrize(
    "classes",
    [
        [Class("Lcom/swap/Inner;", [static_method("go", code=START)]), FRAMEWORK],
        [Class("Lcom/swap/util/Log;")],
    ],
)
def test_a_part_that_nothing_starts_is_left_over_and_hides_nothing(classes: list[Class]) -> None:
    (limitation,) = found(classes=classes)

    assert limitation.detail.id == "limitation-code-replacer-seen"
    assert (limitation.kind, limitation.hides) == ("dynamic-code", ())


def test_a_call_of_what_is_not_in_the_package_starts_nothing() -> None:
    assert found(classes=[Class("Lcom/loan/App;", [static_method("go", code=START)])]) == []


def test_a_text_of_its_code_is_left_over_where_its_classes_were_renamed() -> None:
    body = 'const-string v0, "swap-patch.zip"\nreturn-void'

    (limitation,) = found(classes=[Class("La/b;", [static_method("go", code=body)])])

    assert limitation.hides == ()
    assert dict(limitation.detail.arguments)["sign"] == "swap-patch.zip"


def test_a_long_name_is_cut() -> None:
    assert len(the_sign(found(component("activity", "com.swap.pit." + "x" * 9999)))) == MOST_LENGTH


@pytest.mark.parametrize(
    ("framework", "seen"),
    [
        ("Tinker", {"components": [component("service", "com.tencent.tinker.lib.service.TinkerPatchService")]}),
        ("Tinker", {"meta_data": [MetaData("TINKER_ID", "1")]}),
        ("Sophix", {"meta_data": [MetaData("com.taobao.android.hotfix.IDSECRET", "1")]}),
        ("Robust", {"files": ["assets/robust.apkhash"]}),
        ("Amigo", {"components": [component("application", "me.ele.amigo.Amigo")]}),
        ("RePlugin", {"components": [component("activity", "com.loan.loader.a.ActivityN1NRTS0")]}),
        ("RePlugin", {"components": [component("provider", "a.b", "com.loan.loader.p.mainN1")]}),
        ("VirtualAPK", {"components": [component("service", "com.didi.virtualapk.delegate.LocalService")]}),
        ("VirtualApp", {"components": [component("provider", "a.b", "com.loan.virtual_stub_0")]}),
        ("DroidPlugin", {"components": [component("application", "com.morgoo.droidplugin.PluginApplication")]}),
        ("Small", {"components": [component("activity", "net.wequick.small.A10")]}),
        ("Atlas", {"components": [component("application", "android.taobao.atlas.startup.AtlasBridgeApplication")]}),
        ("Qigsaw", {"files": ["assets/qigsaw/qigsaw_1.0.0_1.0.0.json"]}),
    ],
)
def test_shipped_frameworks_are_known_by_what_outlives_renaming(
    framework: str, seen: dict[str, list[Component] | list[MetaData] | list[str]]
) -> None:
    components = [each for each in seen.get("components", []) if isinstance(each, Component)]
    meta_data = [each for each in seen.get("meta_data", []) if isinstance(each, MetaData)]
    files = [each for each in seen.get("files", []) if isinstance(each, str)]

    limitations = found(*components, meta_data=meta_data, files=files, entries=SHIPPED)

    assert [dict(each.detail.arguments)["name"] for each in limitations if each.material] == [framework]


@pytest.mark.parametrize(
    "name",
    [
        "com.google.android.play.core.splitcompat.SplitCompatApplication",
        "com.google.android.play.core.missingsplits.PlayCoreMissingSplitsActivity",
        "com.google.android.gms.dynamite.DynamiteModule",
        "com.tencent.bugly.beta.ui.BetaActivity",
        "androidx.multidex.MultiDexApplication",
        "com.facebook.react.devsupport.DevSettingsActivity",
    ],
)
def test_what_the_store_delivers_and_ordinary_libraries_are_no_framework(name: str) -> None:
    in_manifest = component("activity", name)
    in_code = Class("L" + name.replace(".", "/") + ";")

    assert found(in_manifest, classes=[in_code], entries=SHIPPED) == []
