"""Code that is loaded while the app runs: from which file or app, and what is nothing to tell."""

from __future__ import annotations

import pytest
from evidence.app import MAIN, method, static_method, text
from evidence.loaded import (
    FILE,
    FILES_DIR,
    GMS_MARK,
    LOAD,
    LOAD_NATIVE,
    ON_CARD,
    OTHER_INFO,
    OWN_INFO,
    PATH_OF,
    field_of,
    in_folder,
    loading,
    the_one,
)
from support.dexfile import PUBLIC, Class, Method
from support.instructions import Code

from permaudit.evidence.loading import MOST_NAMED
from permaudit.model.limitation import Limitation


def test_a_file_beside_another_is_told_by_the_folder_of_both() -> None:
    beside = f"invoke-virtual {{v2}}, {FILE}->getParentFile(){FILE}\nmove-result-object v3"

    found = loading(in_folder("sub/patch.info"), in_folder("classes.apk", beside), PATH_OF, LOAD)

    assert the_one(found)[1] == {"path": "getFilesDir()/sub/classes.apk"}


def test_a_file_in_a_folder_of_android_is_told_by_its_path() -> None:
    found = loading(in_folder("core.dex"), PATH_OF, LOAD)

    assert the_one(found) == ("limitation-loads-file", {"path": "getFilesDir()/core.dex"}, True)


def test_the_name_behind_a_folder_is_told_also_where_the_path_is_built_as_text() -> None:
    built = f"""
        {FILES_DIR}
        invoke-virtual {{v3}}, {FILE}->getPath()Ljava/lang/String;
        move-result-object v4
        new-instance v5, Ljava/lang/StringBuilder;
        invoke-direct {{v5}}, Ljava/lang/StringBuilder;-><init>()V
        invoke-virtual {{v5, v4}}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
        {text("/hot.jar", "v4")}
        invoke-virtual {{v5, v4}}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
        invoke-virtual {{v5}}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
        move-result-object v1
    """

    assert the_one(loading(built, LOAD))[1] == {"path": "getFilesDir()/hot.jar"}


@pytest.mark.parametrize(
    "path",
    [in_folder("p.apk", ON_CARD) + PATH_OF, text("/sdcard/p.apk", "v1"), text("/storage/emulated/0/p.apk", "v1")],
)
def test_where_other_apps_can_put_a_file_is_told_as_such(path: str) -> None:
    sentence, _, is_material = the_one(loading(path, LOAD))

    assert (sentence, is_material) == ("limitation-loads-shared", True)


def test_a_path_that_is_not_known_is_loaded_code_all_the_same() -> None:
    hidden = f"invoke-virtual {{p0}}, {MAIN}->getPackageName()Ljava/lang/String;\nmove-result-object v1"

    assert the_one(loading(hidden, LOAD)) == ("limitation-dynamic-code", {}, True)


@pytest.mark.parametrize(
    "path",
    [
        field_of(OWN_INFO, "sourceDir"),
        f"invoke-virtual {{p0}}, {MAIN}->getPackageCodePath()Ljava/lang/String;\nmove-result-object v1",
    ],
)
def test_a_loader_for_the_package_itself_is_nothing_to_tell(path: str) -> None:
    assert loading(path, LOAD) == []


def test_a_loader_for_the_package_of_another_app_is() -> None:
    assert the_one(loading(field_of(OTHER_INFO, "sourceDir"), LOAD)) == ("limitation-dynamic-code", {}, True)


def test_code_of_the_system_hides_nothing_of_the_app() -> None:
    sentence, _, is_material = the_one(loading(text("/system/framework/org.apache.http.legacy.jar", "v1"), LOAD))

    assert (sentence, is_material) == ("limitation-loads-file", False)


def test_a_long_path_is_cut() -> None:
    _, arguments, _ = the_one(loading(text("/data/" + "x" * 5000, "v1"), LOAD))

    assert len(str(arguments["path"])) < 200


def other_app(package: str, flags: int) -> str:
    return f"""
        {text(package, "v1")}
        const/4 v2, {flags}
        invoke-virtual {{p0, v1, v2}}, {MAIN}->createPackageContext(Ljava/lang/String;I)Landroid/content/Context;
    """


@pytest.mark.parametrize("flags", [1, 3])
def test_the_code_of_another_app_is_told_by_its_package(flags: int) -> None:
    assert the_one(loading(other_app("com.lender", flags))) == ("limitation-loads-app", {"package": "com.lender"}, True)


@pytest.mark.parametrize(
    ("package", "flags"), [("com.lender", 0), ("com.lender", 2), ("com.google.android.gms", 3), ("x", 3)]
)
def test_no_code_and_what_apps_run_as_a_matter_of_course_is_nothing_to_tell(package: str, flags: int) -> None:
    assert loading(other_app(package, flags)) == []


def test_the_code_of_another_app_is_told_where_the_flags_are_not_known() -> None:
    asked = f"""
        {text("com.lender.core", "v1")}
        invoke-virtual {{p0}}, {MAIN}->hashCode()I
        move-result v2
        invoke-virtual {{p0, v1, v2}}, {MAIN}->createPackageContext(Ljava/lang/String;I)Landroid/content/Context;
    """

    assert the_one(loading(asked)) == ("limitation-loads-app", {"package": "com.lender.core"}, True)


def test_another_app_whose_name_is_not_known_is_told() -> None:
    hidden = f"""
        invoke-virtual {{p0}}, {MAIN}->toString()Ljava/lang/String;
        move-result-object v1
        const/4 v2, 1
        invoke-virtual {{p0, v1, v2}}, {MAIN}->createPackageContext(Ljava/lang/String;I)Landroid/content/Context;
    """

    assert the_one(loading(hidden)) == ("limitation-loads-some-app", {}, True)


def test_a_native_library_of_the_package_is_nothing_to_tell() -> None:
    assert loading(in_folder("libown.so"), PATH_OF, LOAD_NATIVE, files=["lib/arm64-v8a/libown.so"]) == []
    assert loading(field_of(OWN_INFO, "nativeLibraryDir"), LOAD_NATIVE) == []


def test_a_native_library_where_other_apps_can_write_is_told_whatever_it_is_called() -> None:
    found = loading(in_folder("libown.so", ON_CARD), PATH_OF, LOAD_NATIVE, files=["lib/arm64-v8a/libown.so"])

    assert the_one(found) == ("limitation-loads-shared", {"path": "getExternalStorageDirectory()/libown.so"}, True)


def test_a_native_library_that_is_not_in_the_package_hides_code() -> None:
    found = loading(in_folder("libmore.so"), PATH_OF, LOAD_NATIVE, files=["lib/arm64-v8a/libown.so"])

    assert the_one(found) == ("limitation-loads-file", {"path": "getFilesDir()/libmore.so"}, True)


def test_a_native_library_whose_path_is_not_known_hides_nothing_for_sure() -> None:
    hidden = f"invoke-virtual {{p0}}, {MAIN}->toString()Ljava/lang/String;\nmove-result-object v1"

    assert the_one(loading(hidden, LOAD_NATIVE)) == ("limitation-dynamic-code", {}, False)


HIDDEN = "const/4 v0, 0\ninvoke-virtual {v0}, Ljava/lang/Object;->toString()Ljava/lang/String;\nmove-result-object v1"


def library(name: str, body: str = "", path: str = HIDDEN) -> Class:
    return Class(name, [static_method("load", f"{body}\n{path}\n{LOAD}")])


def test_a_loader_of_a_named_library_hides_nothing() -> None:
    sentence, _, is_material = the_one(loading(classes=[library("Lcom/facebook/ads/Loader;")]))

    assert (sentence, is_material) == ("limitation-dynamic-code", False)


def test_a_renamed_library_is_known_by_a_class_that_keeps_its_name() -> None:
    kept = Class(GMS_MARK, [method("<init>", "")])

    renamed = loading(classes=[library("La/b;", f"const-class v0, {GMS_MARK}"), kept])
    own = loading(classes=[library("La/b;"), kept])
    other = loading(classes=[library("La/b;", f"const-class v0, {GMS_MARK}", text("/data/part.jar", "v1")), kept])

    assert [each.material for each in renamed] == [False]
    assert [each.material for each in own] == [True]
    assert [each.material for each in other] == [True]


def test_its_loader_in_a_class_of_its_own_is_known_by_who_makes_it() -> None:
    loader = Class(
        "La/c;",
        [
            Method(
                "<init>",
                "(Ljava/lang/String;)V",
                PUBLIC,
                Code(
                    4,
                    "const/4 v0, 0\n"
                    "invoke-direct {p0, p1, v0}, Ldalvik/system/PathClassLoader;"
                    "-><init>(Ljava/lang/String;Ljava/lang/ClassLoader;)V\n"
                    "return-void",
                ),
            )
        ],
        superclass="Ldalvik/system/PathClassLoader;",
    )
    make = "new-instance v7, La/c;\ninvoke-direct {v7, v1}, La/c;-><init>(Ljava/lang/String;)V"

    def made_by(body: str) -> list[Limitation]:
        maker = Class("La/b;", [static_method("make", f"{body}\n{HIDDEN}\n{make}")])
        return loading(classes=[maker, loader, Class(GMS_MARK, [method("<init>", "")])])

    assert [each.material for each in made_by(f"const-class v0, {GMS_MARK}")] == [False]
    assert [each.material for each in made_by("")] == [True]


CLASS, CONSTRUCTOR = "Ljava/lang/Class;", "Ljava/lang/reflect/Constructor;"


def by_name(class_name: str, path: str = "/data/hidden.dex") -> str:
    """`Class.forName(name).getConstructor(…).newInstance(path, null, null, null)`."""
    return f"""
        {text(class_name, "v1")}
        invoke-static {{v1}}, {CLASS}->forName(Ljava/lang/String;){CLASS}
        move-result-object v1
        const/4 v2, 0
        new-array v3, v2, [{CLASS}
        invoke-virtual {{v1, v3}}, {CLASS}->getConstructor([{CLASS}){CONSTRUCTOR}
        move-result-object v1
        const/4 v2, 4
        new-array v3, v2, [Ljava/lang/Object;
        {text(path, "v4")}
        const/4 v2, 0
        aput-object v4, v3, v2
        invoke-virtual {{v1, v3}}, {CONSTRUCTOR}->newInstance([Ljava/lang/Object;)Ljava/lang/Object;
    """


def test_a_loader_that_is_made_by_its_name_is_a_loader() -> None:
    found = loading(by_name("dalvik.system.DexClassLoader"))

    assert the_one(found) == ("limitation-loads-file", {"path": "/data/hidden.dex"}, True)


def test_another_class_that_is_made_by_its_name_is_none() -> None:
    assert loading(by_name("dalvik.system.CloseGuard")) == []


def test_a_loader_whose_name_is_only_looked_up_is_none() -> None:
    looked_up = f"""
        {text("dalvik.system.DexClassLoader", "v1")}
        invoke-static {{v1}}, {CLASS}->forName(Ljava/lang/String;){CLASS}
    """

    assert loading(looked_up) == []


def test_many_loaders_are_named_up_to_a_number_that_can_be_read_and_the_rest_is_counted() -> None:
    many = [static_method(f"load{number}", f"{text(f'/data/{number}.dex', 'v1')}\n{LOAD}") for number in range(150)]

    *named, rest = loading(methods=many)

    assert len(named) == MOST_NAMED
    assert (rest.detail.id, dict(rest.detail.arguments)) == ("limitation-more-loaded-code", {"count": 150 - MOST_NAMED})
    assert all(each.material for each in (*named, rest))
