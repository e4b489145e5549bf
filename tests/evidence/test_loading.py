"""Code that is loaded while the app runs: from which file, address, asset or app, and what is nothing to tell."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from evidence.app import MAIN, audit, main, method, static_method, text
from support.dexfile import PUBLIC, Class, Method
from support.instructions import Code

from permaudit.model.limitation import Limitation

DEX_LOADER = "Ldalvik/system/DexClassLoader;"
TAKES = "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V"
LOAD = f"""
    const/4 v6, 0
    new-instance v7, {DEX_LOADER}
    invoke-direct {{v7, v1, v6, v6, v6}}, {DEX_LOADER}-><init>{TAKES}
"""
"""Make a class loader for the file whose path is in v1."""

LOAD_NATIVE = "invoke-static {v1}, Ljava/lang/System;->load(Ljava/lang/String;)V"
FILE = "Ljava/io/File;"
PATH_OF = f"invoke-virtual {{v2}}, {FILE}->getAbsolutePath()Ljava/lang/String;\nmove-result-object v1"
"""Put the path of the file in v2 into v1."""

FILES_DIR = f"invoke-virtual {{p0}}, {MAIN}->getFilesDir(){FILE}\nmove-result-object v3"
ON_CARD = f"invoke-static {{}}, Landroid/os/Environment;->getExternalStorageDirectory(){FILE}\nmove-result-object v3"
OWN_INFO = f"""
    invoke-virtual {{p0}}, {MAIN}->getApplicationInfo()Landroid/content/pm/ApplicationInfo;
    move-result-object v3
"""
INFO = "Landroid/content/pm/ApplicationInfo;"
OTHER_INFO = f"""
    const/4 v3, 0
    invoke-virtual {{v3, v3, v3}}, Landroid/content/pm/PackageManager;->getApplicationInfo(Ljava/lang/String;I){INFO}
    move-result-object v3
"""
GMS_MARK = "Lcom/google/android/gms/dynamite/DynamiteModule$DynamiteLoaderClassLoader;"


def in_folder(name: str, folder: str = FILES_DIR) -> str:
    """Put a file of a folder into v2, as `new File(getFilesDir(), name)`."""
    return f"""
        {folder}
        {text(name, "v4")}
        new-instance v2, {FILE}
        invoke-direct {{v2, v3, v4}}, {FILE}-><init>({FILE}Ljava/lang/String;)V
    """


def field_of(info: str, name: str) -> str:
    """Put a field of an ApplicationInfo into v1."""
    return f"{info}\niget-object v1, v3, Landroid/content/pm/ApplicationInfo;->{name}:Ljava/lang/String;"


def loading(
    *bodies: str, methods: Iterable[Method] = (), classes: Iterable[Class] = (), files: Iterable[str] = ()
) -> list[Limitation]:
    evidence = audit(main("\n".join(bodies), *methods), *classes, files=files)
    return [each for each in evidence.limitations if each.kind == "dynamic-code"]


def told(limitation: Limitation) -> tuple[str, dict[str, str | int]]:
    arguments = dict(limitation.detail.arguments)
    return limitation.detail.id, {name: arguments[name] for name in arguments if name not in ("api", "method")}


def the_one(found: list[Limitation]) -> tuple[str, dict[str, str | int], bool]:
    (limitation,) = found
    return *told(limitation), limitation.material


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


STREAM = "Ljava/io/FileOutputStream;"
URL = "Ljava/net/URL;"
WRITE = f"""
    new-instance v5, {STREAM}
    invoke-direct {{v5, v2}}, {STREAM}-><init>({FILE})V
    invoke-virtual {{v5, v8}}, {STREAM}->write([B)V
"""
"""Write the bytes in v8 to the file in v2."""


def fetched(address: str) -> str:
    """Put what a server answers into v8."""
    return f"""
        {text(address, "v9")}
        new-instance v8, {URL}
        invoke-direct {{v8, v9}}, {URL}-><init>(Ljava/lang/String;)V
        invoke-virtual {{v8}}, {URL}->openStream()Ljava/io/InputStream;
        move-result-object v8
        invoke-virtual {{v8}}, Ljava/io/InputStream;->readAllBytes()[B
        move-result-object v8
    """


def test_the_address_that_a_file_is_filled_from_is_told() -> None:
    found = loading(in_folder("core.dex"), fetched("https://cdn.example.com/core.dex"), WRITE, PATH_OF, LOAD)

    assert the_one(found) == (
        "limitation-loads-download",
        {"path": "getFilesDir()/core.dex", "address": "https://cdn.example.com/core.dex"},
        True,
    )


def test_what_is_written_to_another_file_is_not_taken_for_it() -> None:
    other = static_method(
        "picture", in_folder("logo.png", ON_CARD) + fetched("https://cdn.example.com/logo.png") + WRITE
    )

    found = loading(in_folder("core.dex"), PATH_OF, LOAD, methods=[other])

    assert the_one(found) == ("limitation-loads-file", {"path": "getFilesDir()/core.dex"}, True)


def test_of_a_helper_that_many_use_only_the_call_for_this_file_counts() -> None:
    save = static_method(
        "save",
        f"""
            new-instance v5, {STREAM}
            invoke-direct {{v5, p0}}, {STREAM}-><init>({FILE})V
            new-instance v8, {URL}
            invoke-direct {{v8, p1}}, {URL}-><init>(Ljava/lang/String;)V
            invoke-virtual {{v8}}, {URL}->openStream()Ljava/io/InputStream;
            move-result-object v8
            invoke-virtual {{v8}}, Ljava/io/InputStream;->readAllBytes()[B
            move-result-object v8
            invoke-virtual {{v5, v8}}, {STREAM}->write([B)V
        """,
        f"({FILE}Ljava/lang/String;)V",
    )
    call = f"invoke-static {{v2, v9}}, {MAIN}->save({FILE}Ljava/lang/String;)V"
    picture = f"{in_folder('logo.png')}{text('https://pictures.example.com/logo.png', 'v9')}\n{call}"
    plugin = f"{in_folder('core.dex')}{text('https://cdn.example.com/core.dex', 'v9')}\n{call}"

    found = loading(picture, plugin, PATH_OF, LOAD, methods=[save])

    assert the_one(found)[1]["address"] == "https://cdn.example.com/core.dex"


def test_an_answer_whose_address_is_not_visible_is_told_as_that() -> None:
    hidden = """
        const/4 v9, 0
        invoke-virtual {v9}, Ljava/net/URLConnection;->getInputStream()Ljava/io/InputStream;
        move-result-object v8
        invoke-virtual {v8}, Ljava/io/InputStream;->readAllBytes()[B
        move-result-object v8
    """

    found = loading(in_folder("core.dex"), hidden, WRITE, PATH_OF, LOAD)

    assert the_one(found) == ("limitation-loads-received", {"path": "getFilesDir()/core.dex"}, True)


DOWNLOAD = "Landroid/app/DownloadManager$Request;"
FROM_SERVER = f"""
    {text("https://cdn.example.com/p.apk", "v9")}
    invoke-static {{v9}}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v9
    new-instance v8, {DOWNLOAD}
    invoke-direct {{v8, v9}}, {DOWNLOAD}-><init>(Landroid/net/Uri;)V
"""
INTO_FILE = f"""
    invoke-static {{v2}}, Landroid/net/Uri;->fromFile({FILE})Landroid/net/Uri;
    move-result-object v9
    invoke-virtual {{v8, v9}}, {DOWNLOAD}->setDestinationUri(Landroid/net/Uri;){DOWNLOAD}
"""
TWO_NAMES = "Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;"
INTO_FOLDER = f"""
    {text("p.apk", "v4")}
    invoke-virtual {{v8, p0, v9, v4}}, {DOWNLOAD}->setDestinationInExternalFilesDir({TWO_NAMES}){DOWNLOAD}
"""
OPENED = f"""
    {text("p.apk", "v4")}
    const/4 v5, 0
    invoke-virtual {{p0, v4, v5}}, {MAIN}->openFileOutput(Ljava/lang/String;I){STREAM}
    move-result-object v5
    invoke-virtual {{v5, v8}}, {STREAM}->write([B)V
"""
EXTERNAL = f"""
    const/4 v3, 0
    invoke-virtual {{p0, v3}}, {MAIN}->getExternalFilesDir(Ljava/lang/String;){FILE}
    move-result-object v3
"""


@pytest.mark.parametrize(
    ("file", "download"),
    [
        (in_folder("p.apk", EXTERNAL), FROM_SERVER + INTO_FILE),
        (in_folder("p.apk", EXTERNAL), FROM_SERVER + INTO_FOLDER),
        (in_folder("p.apk"), fetched("https://cdn.example.com/p.apk") + OPENED),
    ],
)
def test_other_ways_to_download_a_file_tell_their_address(file: str, download: str) -> None:
    sentence, arguments, _ = the_one(loading(file, download, PATH_OF, LOAD))

    assert (sentence, arguments["address"]) == ("limitation-loads-download", "https://cdn.example.com/p.apk")


REQUEST, ANSWER, LISTENER = "La/Request;", "La/Answer;", "La/Listener;"
ASKED = f"""
    {text("https://cdn.example.com/core.dex", "v9")}
    new-instance v8, {REQUEST}
    invoke-direct {{v8, v9}}, {REQUEST}-><init>(Ljava/lang/String;)V
    new-instance v7, {LISTENER}
    invoke-direct {{v7}}, {LISTENER}-><init>()V
    invoke-virtual {{v8, v7}}, {REQUEST}->enqueue({LISTENER})V
"""


def listening(kind: str, use: str) -> list[Class]:
    """A library with a request, its answer, and a listener of the app that keeps and loads what is in it (p1)."""
    context = "Landroid/content/Context;"
    folder = f"const/4 v3, 0\ninvoke-virtual {{v3}}, {context}->getFilesDir(){FILE}\nmove-result-object v3"
    kept = f"{in_folder('core.dex', folder)}\n{use}\n{WRITE}\n{PATH_OF}\n{LOAD}"
    return [
        Class(REQUEST, [method("<init>", "", "(Ljava/lang/String;)V"), method("enqueue", "", f"({LISTENER})V")]),
        Class(ANSWER, [method("<init>", ""), method("bytes", "const/4 v0, 0", "()[B", end="return-object v0")]),
        Class(LISTENER, [method("<init>", ""), method("arrived", kept, f"({kind})V")]),
    ]


def test_what_a_listener_is_given_comes_from_the_request_that_it_is_handed_to() -> None:
    use = f"invoke-virtual {{p1}}, {ANSWER}->bytes()[B\nmove-result-object v8"

    found = loading(ASKED, classes=listening(ANSWER, use))

    assert the_one(found)[1]["address"] == "https://cdn.example.com/core.dex"


def test_bytes_that_an_object_is_given_are_not_taken_for_those_of_its_neighbour() -> None:
    found = loading(ASKED, classes=listening("[B", "move-object v8, p1"))

    assert the_one(found) == ("limitation-loads-file", {"path": "getFilesDir()/core.dex"}, True)


def test_an_asset_that_is_copied_is_told_by_its_name_in_the_package() -> None:
    copied = f"""
        invoke-virtual {{p0}}, {MAIN}->getAssets()Landroid/content/res/AssetManager;
        move-result-object v8
        {text("mod/core.bin", "v9")}
        invoke-virtual {{v8, v9}}, Landroid/content/res/AssetManager;->open(Ljava/lang/String;)Ljava/io/InputStream;
        move-result-object v8
        invoke-virtual {{v8}}, Ljava/io/InputStream;->readAllBytes()[B
        move-result-object v8
    """

    found = loading(in_folder("core.jar"), copied, WRITE, PATH_OF, LOAD)

    assert the_one(found) == (
        "limitation-loads-copy",
        {"path": "getFilesDir()/core.jar", "file": "assets/mod/core.bin"},
        True,
    )


MEMORY_LOADER = "Ldalvik/system/InMemoryDexClassLoader;"
IN_MEMORY = f"""
    invoke-static {{v8}}, Ljava/nio/ByteBuffer;->wrap([B)Ljava/nio/ByteBuffer;
    move-result-object v8
    new-instance v7, {MEMORY_LOADER}
    const/4 v6, 0
    invoke-direct {{v7, v8, v6}}, {MEMORY_LOADER}-><init>(Ljava/nio/ByteBuffer;Ljava/lang/ClassLoader;)V
"""


def test_code_in_memory_is_told_with_its_address() -> None:
    found = loading(fetched("https://cdn.example.com/score"), IN_MEMORY)

    assert the_one(found) == ("limitation-loads-answer", {"address": "https://cdn.example.com/score"}, True)


def test_code_in_memory_of_unknown_origin_is_told_as_that() -> None:
    found = loading(f"invoke-virtual {{p0}}, {MAIN}->hashCode()I\nmove-result v8\nnew-array v8, v8, [B", IN_MEMORY)

    assert the_one(found) == ("limitation-loads-memory", {}, True)


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


def test_many_loaders_are_cut_to_a_number_that_can_be_read() -> None:
    many = [static_method(f"load{number}", f"{text(f'/data/{number}.dex', 'v1')}\n{LOAD}") for number in range(150)]

    found = loading(methods=many)

    assert 0 < len(found) <= 20
    assert all(each.material for each in found)
