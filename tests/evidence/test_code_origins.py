"""Where the bytes of loaded code come from: an address, a file of the package, or what a listener is given."""

from __future__ import annotations

import pytest
from evidence.app import MAIN, method, static_method, text
from evidence.loaded import FILE, LOAD, ON_CARD, PATH_OF, in_folder, loading, the_one
from support.dexfile import Class

from permaudit.evidence import loading as origins_of_loading

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


def test_what_is_written_near_the_loader_is_found_before_what_stands_far_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where there is more to look behind than the work that is allowed."""
    monkeypatch.setattr(origins_of_loading, "STEPS", 200)
    picture = in_folder("logo.png") + fetched("https://cdn.example.com/logo.png") + WRITE
    far = [Class(f"Lx/a/C{each};", [static_method("picture", picture)]) for each in range(40)]

    found = loading(
        in_folder("core.dex"), fetched("https://cdn.example.com/core.dex"), WRITE, PATH_OF, LOAD, classes=far
    )

    assert the_one(found)[0] == "limitation-loads-download"
