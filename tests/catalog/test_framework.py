"""The framework index: what Android's classes extend, and what an app may override."""

import zlib
from pathlib import Path

import pytest

from permaudit.catalog.framework import FILE_NAME, Framework, load_framework
from permaudit.documents import rules_directory
from permaudit.errors import RuleError

ACTIVITY = b"Landroid/app/Activity;"
LIST_ACTIVITY = b"Landroid/app/ListActivity;"
OBJECT = b"Ljava/lang/Object;"
RUNNABLE = b"Ljava/lang/Runnable;"
STRINGS = b"[Ljava/lang/String;"
START_QUERY = b"startQuery(ILjava/lang/Object;Landroid/net/Uri;%bLjava/lang/String;%bLjava/lang/String;)V" % (
    STRINGS,
    STRINGS,
)


@pytest.fixture(scope="module")
def android() -> Framework:
    return load_framework(rules_directory() / "catalog" / FILE_NAME)


def _index(folder: Path, *lines: bytes, header: bytes = b"# a small Android") -> Path:
    path = folder / FILE_NAME
    path.write_bytes(zlib.compress(b"\n".join([header, *lines]) + b"\n"))
    return path


@pytest.mark.parametrize(
    ("descriptor", "method"),
    [
        (ACTIVITY, b"onCreate(Landroid/os/Bundle;)V"),
        (RUNNABLE, b"run()V"),
        (b"Landroid/view/View$OnClickListener;", b"onClick(Landroid/view/View;)V"),
        (b"Landroid/os/AsyncTask;", b"doInBackground([Ljava/lang/Object;)Ljava/lang/Object;"),
        (b"Landroid/content/BroadcastReceiver;", b"onReceive(Landroid/content/Context;Landroid/content/Intent;)V"),
        (b"Ljava/util/concurrent/Callable;", b"call()Ljava/lang/Object;"),
        (b"Ljava/lang/Thread;", b"run()V"),
        (
            b"Landroid/content/AsyncQueryHandler;",
            START_QUERY,
        ),
    ],
)
def test_a_method_that_apps_override_is_listed(android: Framework, descriptor: bytes, method: bytes) -> None:
    assert method in android.overridable(descriptor)


def test_a_subclass_inherits_what_its_superclass_lets_apps_override(android: Framework) -> None:
    assert b"onCreate(Landroid/os/Bundle;)V" in android.overridable(LIST_ACTIVITY)
    assert b"onListItemClick(Landroid/widget/ListView;Landroid/view/View;IJ)V" in android.overridable(LIST_ACTIVITY)
    assert b"onListItemClick(Landroid/widget/ListView;Landroid/view/View;IJ)V" not in android.overridable(ACTIVITY)


@pytest.mark.parametrize(
    ("descriptor", "method"),
    [
        (ACTIVITY, b"runOnUiThread(Ljava/lang/Runnable;)V"),  # final
        (ACTIVITY, b"requestPermissions([Ljava/lang/String;I)V"),  # final
        (b"Landroid/os/AsyncTask;", b"execute([Ljava/lang/Object;)Landroid/os/AsyncTask;"),  # final
        (b"Landroid/os/AsyncTask;", b"execute(Ljava/lang/Runnable;)V"),  # static
        (b"Ljava/lang/Thread;", b"isAlive()Z"),  # final
        (b"Ljava/lang/Thread;", b"currentThread()Ljava/lang/Thread;"),  # static
        (OBJECT, b"getClass()Ljava/lang/Class;"),  # final
        (OBJECT, b"<init>()V"),
    ],
)
def test_static_and_final_methods_and_constructors_are_absent(
    android: Framework, descriptor: bytes, method: bytes
) -> None:
    assert descriptor in android
    assert method not in android.overridable(descriptor)


def test_a_class_that_apps_cannot_extend_declares_nothing(android: Framework) -> None:
    inherited = android.overridable(OBJECT).union(
        *(android.overridable(interface) for interface in android.supertypes(b"Landroid/net/Uri;"))
    )

    assert android.overridable(b"Landroid/net/Uri;") == inherited


def test_every_class_reaches_the_methods_of_object(android: Framework) -> None:
    to_string = b"toString()Ljava/lang/String;"

    assert to_string in android.overridable(OBJECT)
    assert to_string in android.overridable(LIST_ACTIVITY)
    assert to_string in android.overridable(RUNNABLE)


def test_supertypes_are_the_superclass_and_then_the_interfaces(android: Framework) -> None:
    assert android.supertypes(LIST_ACTIVITY) == (ACTIVITY,)
    assert android.supertypes(b"Ljava/lang/Thread;") == (OBJECT, RUNNABLE)
    assert android.supertypes(b"Landroid/os/AsyncTask;") == (OBJECT,)
    assert android.supertypes(OBJECT) == ()


def test_ancestors_are_closed_and_leave_the_class_itself_out(android: Framework) -> None:
    ancestors = android.ancestors(LIST_ACTIVITY)

    assert ancestors[0] == ACTIVITY
    assert {b"Landroid/content/Context;", b"Landroid/content/ComponentCallbacks;", OBJECT} <= set(ancestors)
    assert LIST_ACTIVITY not in ancestors


def test_a_subtype_is_the_class_itself_or_one_below_it(android: Framework) -> None:
    assert android.is_subtype(LIST_ACTIVITY, b"Landroid/content/Context;")
    assert android.is_subtype(LIST_ACTIVITY, LIST_ACTIVITY)
    assert android.is_subtype(b"Ljava/util/concurrent/FutureTask;", RUNNABLE)
    assert not android.is_subtype(ACTIVITY, LIST_ACTIVITY)


def test_a_class_that_is_not_androids_has_no_answers(android: Framework) -> None:
    unknown = b"Lcom/loan/Reader;"

    assert unknown not in android
    assert android.supertypes(unknown) == ()
    assert android.ancestors(unknown) == ()
    assert android.overridable(unknown) == frozenset()
    assert not android.is_subtype(unknown, OBJECT)


def test_a_prefix_of_a_descriptor_is_another_class(android: Framework) -> None:
    assert b"Landroid/app/Activity" not in android
    assert b"" not in android
    assert b"Landroid/app/Activity$;" not in android


@pytest.mark.parametrize("descriptor", [b"Ljava/awt/Frame;", b"Ljava/rmi/Remote;", b"Ljavax/inject/Inject;"])
def test_java_packages_that_android_lacks_are_not_androids(android: Framework, descriptor: bytes) -> None:
    assert descriptor not in android


def test_every_supertype_in_the_index_is_in_the_index_too() -> None:
    text = zlib.decompress((rules_directory() / "catalog" / FILE_NAME).read_bytes())
    rows = [line.split(b"\t") for line in text.splitlines()[1:]]
    declared = {row[0] for row in rows}

    named = {name for row in rows for name in (row[1], *row[2].split(b","))} - {b"-"}

    assert named <= declared
    assert len(declared) == len(rows) > 10_000


def test_classes_that_extend_each_other_end(tmp_path: Path) -> None:
    index = _index(tmp_path, b"La;\tLb;\t-\tone()V", b"Lb;\tLa;\tLc;\ttwo()V three(I)V")

    framework = load_framework(index)

    assert framework.ancestors(b"La;") == (b"Lb;", b"Lc;")
    assert framework.overridable(b"La;") == {b"one()V", b"two()V", b"three(I)V"}


def test_a_damaged_index_is_named(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"not compressed")

    with pytest.raises(RuleError) as caught:
        load_framework(path)

    assert caught.value.message_id == "rule-file"
    assert caught.value.arguments["file"] == str(path)


@pytest.mark.parametrize(
    ("header", "lines", "line"),
    [
        (b"La;\t-\t-\t", [b"Lb;\t-\t-\t"], 1),
        (b"", [], 1),
        (b"# unsorted", [b"La;\t-\t-\t", b"Lc;\t-\t-\t", b"Lb;\t-\t-\t"], 4),
    ],
)
def test_an_index_without_header_or_order_is_refused(
    tmp_path: Path, header: bytes, lines: list[bytes], line: int
) -> None:
    index = _index(tmp_path, *lines, header=header)

    with pytest.raises(RuleError) as caught:
        load_framework(index)

    assert caught.value.arguments["line"] == line


def test_a_line_that_is_not_four_fields_is_named_when_asked_for(tmp_path: Path) -> None:
    framework = load_framework(_index(tmp_path, b"La;\t-\t-\t", b"Lb;\tLa;"))

    with pytest.raises(RuleError) as caught:
        framework.supertypes(b"Lb;")

    assert caught.value.arguments["line"] == 3
