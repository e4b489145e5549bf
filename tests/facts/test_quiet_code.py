"""Only a whole, plain DEX file that names nothing but its own classes and harmless ones is quiet."""

from collections.abc import Sequence

import pytest
from facts.defined import defining
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import NATIVE, PUBLIC, Class, Method, assemble, assemble_container
from support.instructions import Code

from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory
from permaudit.facts.quiet_code import Harmless, is_quiet

HIDDEN = load_catalog(rules_directory() / "catalog").hidden_code
HARMLESS = Harmless(HIDDEN.harmless_classes, (each.name for each in HIDDEN.harmful_names))
NONE = defining()
SCREEN = "Landroid/app/Activity;"


def screen(*calls: str, more: Sequence[Method] = ()) -> bytes:
    lines = "\n".join([*calls, "return-void"])
    create = Method("onCreate", "(Landroid/os/Bundle;)V", PUBLIC, Code(4, lines))
    return assemble([Class("Lcom/y/Hello;", [create, *more], superclass=SCREEN)])


def test_a_screen_that_shows_a_text_is_quiet() -> None:
    shown = (
        'const-string v0, "Hello"\ninvoke-virtual {v2, v0}, Landroid/app/Activity;->setTitle(Ljava/lang/CharSequence;)V'
    )

    assert is_quiet(screen(shown), HARMLESS, NONE)


@pytest.mark.parametrize(
    "call",
    [
        "invoke-virtual {v2}, Lcom/y/Hello;->getContentResolver()Landroid/content/ContentResolver;",
        "invoke-virtual {v2, v0, v0}, Lcom/y/Hello;->managedQuery(Landroid/net/Uri;I)V",
        "invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;",
        "invoke-static {v0}, Ljava/lang/System;->load(Ljava/lang/String;)V",
        "invoke-static {v0}, Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V",
        "invoke-virtual {v0}, Ljava/lang/reflect/Method;->getName()Ljava/lang/String;",
        "invoke-static {}, Ljava/lang/Runtime;->getRuntime()Ljava/lang/Runtime;",
        "invoke-static {v0}, Landroid/telephony/SmsMessage;->createFromPdu([B)Landroid/telephony/SmsMessage;",
        "invoke-virtual {v2}, Landroid/accounts/AccountManager;->getAccounts()[Landroid/accounts/Account;",
        "new-instance v0, Ldalvik/system/PathClassLoader;",
        "invoke-interface {v0, v0}, Landroid/os/IBinder;->transact(I)Z",
        "invoke-interface {v0}, Landroid/database/Cursor;->moveToNext()Z",
        "invoke-virtual {v0, v2}, Landroid/content/ClipData$Item;->coerceToText(Ljava/lang/Object;)Ljava/lang/String;",
        "invoke-static {v2, v0}, Landroid/app/Fragment;->instantiate(ILjava/lang/String;)Landroid/app/Fragment;",
        "invoke-static {v2}, Landroid/view/LayoutInflater;->from(I)Landroid/view/LayoutInflater;",
        "invoke-static {v2, v0, v0}, Landroid/view/View;->inflate(III)Landroid/view/View;",
        "invoke-static {v0}, Ljava/util/ResourceBundle;->getBundle(Ljava/lang/String;)Ljava/util/ResourceBundle;",
        "invoke-static {v0}, Ljava/security/Security;->addProvider(Ljava/security/Provider;)I",
        "invoke-virtual {v0, v1}, Landroid/widget/ImageView;->setImageURI(Landroid/net/Uri;)V",
        "invoke-virtual {v0, v2, v1}, Landroid/media/MediaPlayer;->setDataSource(II)V",
        "invoke-static {v0}, Landroid/os/Debug;->attachJvmtiAgent(Ljava/lang/String;)V",
        "invoke-virtual {v2, v0}, Landroid/app/Activity;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;",
        "invoke-virtual {v2}, Ljava/lang/Object;->getClass()Ljava/lang/Class;",
        "invoke-virtual {v0}, Landroid/of/the/Future;->people()Ljava/lang/String;",
        "invoke-virtual {v0, v1, v1}, Landroid/widget/QuickContactBadge;->assignContactFromPhone(IZ)V",
    ],
)
def test_code_that_names_another_class_of_android_is_not_quiet(call: str) -> None:
    assert not is_quiet(screen(call), HARMLESS, NONE)


def test_a_receiver_of_messages_is_not_quiet() -> None:
    receiver = Class("Lcom/y/Told;", superclass="Landroid/content/BroadcastReceiver;")

    assert not is_quiet(assemble([receiver]), HARMLESS, NONE)


def test_native_methods_are_not_quiet() -> None:
    assert not is_quiet(screen(more=[Method("open", "([B)V", PUBLIC | NATIVE)]), HARMLESS, NONE)


def test_code_that_calls_the_app_is_not_quiet_under_a_name_of_androids_neither() -> None:
    data = screen("invoke-static {v2}, Landroid/widget/Toast;->all(I)V")

    assert not is_quiet(data, HARMLESS, defining("android.widget.Toast"))
    assert is_quiet(data, HARMLESS, NONE)


def test_code_that_calls_what_nobody_defines_is_not_quiet() -> None:
    assert not is_quiet(screen("invoke-static {}, Lcom/loan/Rows;->all()V"), HARMLESS, NONE)


def test_a_class_of_its_own_that_the_app_has_too_is_the_apps() -> None:
    assert not is_quiet(screen(), HARMLESS, defining("com.y.Hello"))


def test_a_file_that_goes_on_behind_its_end_or_ends_early_is_not_quiet() -> None:
    data = screen()

    assert not is_quiet(data + b"\0", HARMLESS, NONE)
    assert not is_quiet(data[:-1], HARMLESS, NONE)


def test_a_container_of_several_files_is_not_quiet() -> None:
    assert not is_quiet(assemble_container([[Class("Lcom/y/A;")], [Class("Lcom/y/B;")]]), HARMLESS, NONE)


def test_instructions_that_are_none_are_not_quiet() -> None:
    """As packers leave them that unpack one method at a time."""
    data = screen('const-string v0, "Hello"')
    at = data.rindex(b"\x1a\0")

    assert not is_quiet(data[:at] + b"\x3e" + data[at + 1 :], HARMLESS, NONE)


@given(st.integers(0x70, 400), st.binary(min_size=1, max_size=40))
def test_whatever_the_bytes_are_it_ends_with_an_answer(at: int, lies: bytes) -> None:
    data = screen()
    changed = (data[:at] + lies + data[at + len(lies) :])[: len(data)]

    assert is_quiet(changed, HARMLESS, NONE) in (True, False)
