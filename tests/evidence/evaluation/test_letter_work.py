"""Which code may put a text together: what works on letters, bytes or bits, or calls something that does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from evidence.app import method, operations
from evidence.evaluation.running import App
from support.dexfile import NATIVE, PUBLIC, STATIC, Class, Field, Method

from permaudit.dex.descriptors import parameters
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.letterwork import LetterWork

STRING = "Ljava/lang/String;"
BUILDER = "Ljava/lang/StringBuilder;"
OWNER = "Lx/H;"


def static(name: str, body: str, descriptor: str = "()V") -> Method:
    return method(name, body, descriptor, PUBLIC | STATIC)


def call(name: str, owner: str = OWNER) -> str:
    return f"invoke-static {{}}, {owner}->{name}()V"


def virtual(reference: str) -> str:
    """A call on an object, with as many registers as it takes."""
    descriptor = reference[reference.index("(") :]
    given = ", ".join(f"v{number}" for number in range(1 + len(parameters(descriptor))))
    return f"invoke-virtual {{{given}}}, {reference}"


def work_in(*classes: Class) -> tuple[App, LetterWork]:
    app = App(*classes)
    return app, LetterWork(app.code, app.library, Alterations(app.code, operations()), operations())


def is_letter_work(body: str, *more: Method, classes: Sequence[Class] = (), fields: Sequence[Field] = ()) -> bool:
    """Whether a method of this body is, in a class with more methods."""
    app, work = work_in(Class(OWNER, [static("m", body), *more], fields), *classes)
    return work.is_in(app.number(OWNER, "m"))


@pytest.mark.parametrize(
    "opcode", ["xor-int v0, v1, v2", "xor-int/2addr v0, v1", "xor-int/lit8 v0, v1, 7", "xor-long v0, v2, v4"]
)
def test_changing_bits_is_letter_work(opcode: str) -> None:
    assert is_letter_work(opcode)


@pytest.mark.parametrize("element", ["aget-byte", "aget-char", "aput-byte", "aput-char"])
def test_taking_or_setting_single_letters_and_bytes_is_letter_work(element: str) -> None:
    assert is_letter_work(f"{element} v0, v1, v2")


@pytest.mark.parametrize(
    "body",
    [
        "add-int v0, v1, v2",
        "aget v0, v1, v2",
        "aget-boolean v0, v1, v2",
        "aput-object v0, v1, v2",
        "array-length v0, v1",
        'const-string v0, "content://com.android.contacts"',
    ],
)
def test_numbers_arrays_and_constant_texts_are_no_letter_work(body: str) -> None:
    assert not is_letter_work(body)


@pytest.mark.parametrize(
    "reference",
    [
        f"{STRING}->charAt(I)C",
        f"{STRING}->replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;){STRING}",
        f"{STRING}->getBytes()[B",
        f"{BUILDER}->reverse(){BUILDER}",
        f"{BUILDER}->append(C){BUILDER}",
        "Landroid/content/res/Resources;->getString(I)Ljava/lang/String;",
        "Ljavax/crypto/Cipher;->doFinal([B)[B",
    ],
)
def test_a_call_that_takes_texts_apart_or_decodes_is_letter_work(reference: str) -> None:
    assert is_letter_work(virtual(reference))


@pytest.mark.parametrize(
    "reference",
    [
        f"{STRING}->concat({STRING}){STRING}",
        f"{STRING}->equals(Ljava/lang/Object;)Z",
        f"{BUILDER}->append({STRING}){BUILDER}",
        f"{BUILDER}->toString(){STRING}",
        "Ljava/util/List;->size()I",
        "Ljavax/crypto/KeyGenerator;->generateKey()Ljavax/crypto/SecretKey;",
    ],
)
def test_what_ordinary_code_calls_or_what_cannot_be_worked_out_is_no_letter_work(reference: str) -> None:
    assert not is_letter_work(virtual(reference))


def test_a_class_of_the_app_is_not_taken_for_the_one_of_android_that_it_is_named_after() -> None:
    decode = f"Landroid/util/Base64;->decode({STRING}I)[B"
    own = Class("Landroid/util/Base64;", [static("decode", "const/4 v0, 0", f"({STRING}I)[B")])
    body = f"invoke-static {{v0, v1}}, {decode}"

    assert is_letter_work(body)
    assert not is_letter_work(body, classes=[own])


def test_native_code_may_do_anything() -> None:
    native = Method("kept", "()V", PUBLIC | STATIC | NATIVE)

    assert is_letter_work(call("kept"), native)


def test_a_helper_that_is_called_within_three_methods_counts() -> None:
    third = static("third", "xor-int v0, v1, v2")
    near = [static("second", call("third")), third]
    far = [static("first", call("second")), *near]

    assert is_letter_work(call("second"), *near)
    assert not is_letter_work(call("first"), *far)


def test_methods_that_call_each_other_are_looked_into_once() -> None:
    assert not is_letter_work(call("n"), static("n", call("m")))


def test_a_text_out_of_a_static_field_that_such_code_fills_counts() -> None:
    read = f"sget-object v0, Lx/Texts;->ALL:[{STRING}"
    field = Field("ALL", f"[{STRING}", PUBLIC | STATIC)
    filled = Class("Lx/Texts;", [static("<clinit>", "xor-int v0, v1, v2")], [field])
    constant = Class("Lx/Texts;", [static("<clinit>", "const/4 v0, 0")], [field])

    assert is_letter_work(read, classes=[filled])
    assert not is_letter_work(read, classes=[constant])


def test_only_a_method_that_changes_bits_itself_or_has_no_code_is_told_to_change_bits() -> None:
    methods = [
        static("changes", "xor-int v0, v1, v2"),
        static("calls", call("changes")),
        static("takes", "aget-char v0, v1, v2"),
        Method("kept", "()V", PUBLIC | STATIC | NATIVE),
    ]

    app, work = work_in(Class(OWNER, methods))

    told = {each.name: work.changes_bits(app.number(OWNER, each.name)) for each in methods[:3]}
    assert told == {"changes": True, "calls": False, "takes": False}
    assert work.changes_bits(
        app.code.symbols.method_number(
            app.code.symbols.type_number(OWNER.encode()), app.code.symbols.find_signature(b"kept()V")
        )
    )
