"""Only a whole, plain DEX file without any means to come by people's data is quiet."""

from collections.abc import Sequence

import pytest
from facts.defined import defining
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import NATIVE, PUBLIC, Class, Method, assemble, assemble_container
from support.instructions import Code

from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory
from permaudit.facts.quiet_code import Means, is_quiet

HIDDEN = load_catalog(rules_directory() / "catalog").hidden_code
MEANS = Means(
    (each.descriptor for each in HIDDEN.means_to_people if each.descriptor),
    (each.name for each in HIDDEN.means_to_people if each.name),
)
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

    assert is_quiet(screen(shown), MEANS, NONE)


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
    ],
)
def test_code_with_a_means_is_not_quiet(call: str) -> None:
    assert not is_quiet(screen(call), MEANS, NONE)


def test_a_receiver_of_messages_is_not_quiet() -> None:
    receiver = Class("Lcom/y/Told;", superclass="Landroid/content/BroadcastReceiver;")

    assert not is_quiet(assemble([receiver]), MEANS, NONE)


def test_native_methods_are_not_quiet() -> None:
    assert not is_quiet(screen(more=[Method("open", "([B)V", PUBLIC | NATIVE)]), MEANS, NONE)


def test_code_that_calls_the_app_is_not_quiet_under_a_name_of_androids_neither() -> None:
    data = screen("invoke-static {}, Landroid/loan/Rows;->all()V")

    assert not is_quiet(data, MEANS, defining("android.loan.Rows"))
    assert is_quiet(data, MEANS, NONE)


def test_code_that_calls_what_nobody_defines_is_not_quiet() -> None:
    assert not is_quiet(screen("invoke-static {}, Lcom/loan/Rows;->all()V"), MEANS, NONE)


def test_a_class_of_its_own_that_the_app_has_too_is_the_apps() -> None:
    assert not is_quiet(screen(), MEANS, defining("com.y.Hello"))


def test_a_file_that_goes_on_behind_its_end_or_ends_early_is_not_quiet() -> None:
    data = screen()

    assert not is_quiet(data + b"\0", MEANS, NONE)
    assert not is_quiet(data[:-1], MEANS, NONE)


def test_a_container_of_several_files_is_not_quiet() -> None:
    assert not is_quiet(assemble_container([[Class("Lcom/y/A;")], [Class("Lcom/y/B;")]]), MEANS, NONE)


def test_instructions_that_are_none_are_not_quiet() -> None:
    """As packers leave them that unpack one method at a time."""
    data = screen('const-string v0, "Hello"')
    at = data.rindex(b"\x1a\0")

    assert not is_quiet(data[:at] + b"\x3e" + data[at + 1 :], MEANS, NONE)


@given(st.integers(0x70, 400), st.binary(min_size=1, max_size=40))
def test_whatever_the_bytes_are_it_ends_with_an_answer(at: int, lies: bytes) -> None:
    data = screen()
    changed = (data[:at] + lies + data[at + len(lies) :])[: len(data)]

    assert is_quiet(changed, MEANS, NONE) in (True, False)
