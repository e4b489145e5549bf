"""What unknown code had in hand, an exception may have left, or an object may have become, is not taken for known."""

from __future__ import annotations

import pytest
from evidence.app import constructor, method, static_method, text
from evidence.evaluation.running import STRING, TURNS, App, helper
from support.dexfile import NATIVE, PUBLIC, STATIC, Class, Method

from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, UndecidedError

OBJECT = "Ljava/lang/Object;"
GONE = "Landroid/os/Gone;"
CHARS = f"invoke-virtual {{v0}}, {STRING}->toCharArray()[C\nmove-result-object v1"
SPELL = f"invoke-static {{v1}}, {STRING}->valueOf([C){STRING}\nmove-result-object v0"


def ran(body: str, *classes: Class) -> object:
    """What a static method without parameters gives; None where that is not known."""
    try:
        found = App(helper("m", body, f"(){STRING}"), TURNS, *classes).run("Lx/H;", "m")
    except UndecidedError:
        return None
    return None if found is UNSEEN or (isinstance(found, Array | Instance) and found.is_lost) else found


@pytest.mark.parametrize(
    "use",
    [
        f"invoke-static {{v1}}, {GONE}->take([C)V",
        f"invoke-static {{v1}}, {GONE}->take({OBJECT})V",
        f"sget-object v2, {GONE}->held:{OBJECT}\niput-object v1, v2, {GONE}->field:[C",
        (
            "const/4 v3, 1\nfilled-new-array {v1}, [Ljava/lang/Object;\nmove-result-object v2\n"
            f"invoke-static {{v2}}, {GONE}->all([{OBJECT})V"
        ),
        (
            f"new-instance v2, Ljava/util/ArrayList;\ninvoke-direct {{v2}}, Ljava/util/ArrayList;-><init>()V\n"
            f"invoke-virtual {{v2, v1}}, Ljava/util/ArrayList;->add({OBJECT})Z\n"
            f"invoke-static {{v2}}, {GONE}->list(Ljava/util/List;)V"
        ),
        "invoke-static {}, Landroid/os/Gone;->where()I\nmove-result v3\naput-char v3, v1, v3",
    ],
)
def test_an_array_that_unknown_code_may_have_changed_is_not_known(use: str) -> None:
    assert ran(f"{text('abc', 'v0')}\n{CHARS}\n{use}\n{SPELL}\nreturn-object v0") is None


def test_an_array_that_native_code_of_the_app_had_in_hand_is_not_known() -> None:
    native = Class("Lx/N;", [Method("take", "([C)V", PUBLIC | STATIC | NATIVE)])

    assert (
        ran(f"{text('abc', 'v0')}\n{CHARS}\ninvoke-static {{v1}}, Lx/N;->take([C)V\n{SPELL}\nreturn-object v0", native)
        is None
    )


def test_a_text_is_the_same_under_the_other_names_that_it_had_before_it_was_made() -> None:
    body = f"""
        {text("abc", "v0")}
        {CHARS}
        new-instance v2, {STRING}
        move-object v3, v2
        invoke-direct {{v2, v1}}, {STRING}-><init>([C)V
        return-object v3
    """

    assert ran(body) == "abc"


def test_an_array_changed_under_another_name_is_changed() -> None:
    body = (
        f"{text('abc', 'v0')}\n{CHARS}\nmove-object v2, v1\nconst/16 v3, 120\nconst/4 v4, 0\n"
        f"aput-char v3, v2, v4\n{SPELL}\nreturn-object v0"
    )

    assert ran(body) == "xbc"


def test_a_list_made_of_an_array_shares_it() -> None:
    body = f"""
        const/4 v0, 1
        new-array v1, v0, [{STRING}
        invoke-static {{v1}}, Ljava/util/Arrays;->asList([{OBJECT})Ljava/util/List;
        move-result-object v2
        const/4 v3, 0
        {text("later", "v4")}
        aput-object v4, v1, v3
        invoke-interface {{v2, v3}}, Ljava/util/List;->get(I){OBJECT}
        move-result-object v0
        return-object v0
    """

    assert ran(body) == "later"


def test_a_list_made_of_an_array_that_is_lost_is_lost_too() -> None:
    body = f"""
        const/4 v0, 1
        new-array v1, v0, [{STRING}
        const/4 v3, 0
        {text("early", "v4")}
        aput-object v4, v1, v3
        invoke-static {{v1}}, Ljava/util/Arrays;->asList([{OBJECT})Ljava/util/List;
        move-result-object v2
        invoke-static {{v1}}, {GONE}->take([{OBJECT})V
        invoke-interface {{v2, v3}}, Ljava/util/List;->get(I){OBJECT}
        move-result-object v0
        return-object v0
    """

    assert ran(body) is None


def test_a_list_that_is_changed_while_it_is_gone_through_ends_it() -> None:
    body = f"""
        new-instance v0, Ljava/util/ArrayList;
        invoke-direct {{v0}}, Ljava/util/ArrayList;-><init>()V
        {text("a", "v1")}
        invoke-virtual {{v0, v1}}, Ljava/util/ArrayList;->add({OBJECT})Z
        invoke-virtual {{v0}}, Ljava/util/ArrayList;->iterator()Ljava/util/Iterator;
        move-result-object v2
        :next
        invoke-interface {{v2}}, Ljava/util/Iterator;->hasNext()Z
        move-result v3
        if-eqz v3, :end
        invoke-interface {{v2}}, Ljava/util/Iterator;->next(){OBJECT}
        move-result-object v1
        invoke-virtual {{v0, v1}}, Ljava/util/ArrayList;->add({OBJECT})Z
        goto :next
        :end
        return-object v1
    """

    assert ran(body) is None


THROWING = {
    "null has no field": f"const/4 v1, 0\niget-object v0, v1, Lx/O;->f:{STRING}",
    "null has no length": "const/4 v1, 0\narray-length v0, v1",
    "null has no element": "const/4 v1, 0\naget-char v0, v1, v1",
    "null takes no element": "const/4 v1, 0\naput-char v1, v1, v1",
    "null answers no call": f"const/4 v1, 0\ninvoke-virtual {{v1}}, {STRING}->length()I",
    "null takes no field": f"const/4 v1, 0\niput-object v1, v1, Lx/O;->f:{STRING}",
    "an array that is too short": "const/4 v1, 1\nnew-array v2, v1, [C\naget-char v0, v2, v1",
    "a text that is too short": f"const/4 v1, 9\n{text('abc', 'v2')}\ninvoke-virtual {{v2, v1}}, {STRING}->charAt(I)C",
    "a division by zero": "const/4 v1, 0\nconst/4 v2, 1\ndiv-int v0, v2, v1",
    "a size below zero": "const/4 v1, -1\nnew-array v0, v1, [C",
    "an object of another class": f"{text('abc', 'v1')}\ncheck-cast v1, Ljava/util/List;",
    "no number": (
        f"{text('0x1f', 'v1')}\nconst/16 v2, 16\ninvoke-static {{v1, v2}}, Ljava/lang/Integer;->parseInt({STRING}I)I"
    ),
    "what a method of the app throws": "invoke-static {}, Lx/T;->fail()V",
    "unknown code that may throw": f"invoke-static {{}}, {GONE}->check()V",
    "an unknown place in an array": (
        f"invoke-static {{}}, {GONE}->where()I\nmove-result v1\nconst/4 v2, 1\nnew-array v2, v2, [C\n"
        "aget-char v0, v2, v1"
    ),
    "a division by what is not known": (
        f"invoke-static {{}}, {GONE}->where()I\nmove-result v1\nconst/4 v2, 1\ndiv-int v0, v2, v1"
    ),
    "a cast of what is not known": (
        f"invoke-static {{}}, {GONE}->what(){OBJECT}\nmove-result-object v1\ncheck-cast v1, Ljava/util/List;"
    ),
}
FAILS = Class("Lx/T;", [method("fail", "new-instance v0, Ljava/lang/Error;\nthrow v0", "()V", PUBLIC | STATIC, end="")])


@pytest.mark.parametrize("throwing", list(THROWING))
def test_what_a_handler_may_return_in_its_place_is_not_overlooked(throwing: str) -> None:
    body = f"""
        :from
        {THROWING[throwing]}
        :to
        {text("decoy", "v0")}
        return-object v0
        :handler
        move-exception v1
        {text("real", "v0")}
        return-object v0
        .catchall {{:from .. :to}} :handler
    """

    assert ran(body, FAILS, Class("Lx/O;", [constructor()])) is None


def test_an_exception_of_a_method_below_is_caught_above() -> None:
    body = f"""
        :from
        invoke-static {{}}, Lx/Q;->ask()V
        :to
        {text("decoy", "v0")}
        return-object v0
        :handler
        move-exception v1
        {text("real", "v0")}
        return-object v0
        .catchall {{:from .. :to}} :handler
    """
    asking = Class("Lx/Q;", [static_method("ask", f"invoke-static {{}}, {GONE}->check()V")])

    assert ran(body, asking) is None


def test_a_handler_that_throws_on_decides_nothing() -> None:
    body = f"""
        :from
        invoke-static {{}}, {GONE}->check()V
        :to
        {text("abc", "v0")}
        return-object v0
        :handler
        move-exception v1
        throw v1
        .catchall {{:from .. :to}} :handler
    """

    assert ran(body) == "abc"


def test_equal_texts_need_not_be_one_object() -> None:
    body = (
        f"{text('abc', 'v0')}\n{text('abc', 'v1')}\nif-eq v0, v1, :same\n{text('other', 'v0')}\n:same\nreturn-object v0"
    )

    assert ran(body) is None


BOX = "Ljava/lang/Integer;->valueOf(I)Ljava/lang/Integer;"


def test_equal_boxed_numbers_need_not_be_one_object() -> None:
    body = f"""
        const/16 v0, 1000
        invoke-static {{v0}}, {BOX}
        move-result-object v1
        invoke-static {{v0}}, {BOX}
        move-result-object v2
        {text("abc", "v0")}
        if-eq v1, v2, :same
        {text("other", "v0")}
        :same
        return-object v0
    """

    assert ran(body) is None


def test_a_boxed_zero_is_no_null() -> None:
    body = f"""
        const/4 v0, 0
        invoke-static {{v0}}, {BOX}
        move-result-object v1
        {text("null", "v0")}
        if-eqz v1, :end
        {text("zero", "v0")}
        :end
        return-object v0
    """

    assert ran(body) == "zero"


def test_a_boxed_number_of_another_kind_is_another_key() -> None:
    body = f"""
        new-instance v0, Ljava/util/HashMap;
        invoke-direct {{v0}}, Ljava/util/HashMap;-><init>()V
        const/4 v1, 1
        invoke-static {{v1}}, {BOX}
        move-result-object v1
        {text("abc", "v2")}
        invoke-virtual {{v0, v1, v2}}, Ljava/util/HashMap;->put({OBJECT}{OBJECT}){OBJECT}
        const-wide/16 v4, 1
        invoke-static {{v4, v5}}, Ljava/lang/Long;->valueOf(J)Ljava/lang/Long;
        move-result-object v1
        invoke-virtual {{v0, v1}}, Ljava/util/HashMap;->containsKey({OBJECT})Z
        move-result v3
        {text("kept apart", "v0")}
        if-eqz v3, :end
        {text("mixed up", "v0")}
        :end
        return-object v0
    """

    assert ran(body) == "kept apart"


def test_two_mentions_of_a_class_may_be_compared_but_not_decided() -> None:
    body = (
        f"const-class v1, Lx/H;\nconst-class v2, Lx/H;\n{text('a', 'v0')}\nif-eq v1, v2, :end\n"
        f"{text('b', 'v0')}\n:end\nreturn-object v0"
    )

    assert ran(body) in ("a", None)


def test_the_hash_of_an_object_is_not_known() -> None:
    body = f"""
        new-instance v0, Lx/O;
        invoke-direct {{v0}}, Lx/O;-><init>()V
        invoke-virtual {{v0}}, {OBJECT}->hashCode()I
        move-result v1
        invoke-static {{v1}}, {STRING}->valueOf(I){STRING}
        move-result-object v0
        return-object v0
    """

    assert ran(body, Class("Lx/O;", [method("<init>", f"invoke-direct {{p0}}, {OBJECT}-><init>()V")])) is None


@pytest.mark.parametrize(
    "asked",
    [
        "invoke-static {}, Ljava/lang/System;->currentTimeMillis()J\nmove-result-wide v1\nlong-to-int v1, v1",
        "sget v1, Landroid/os/Build$VERSION;->SDK_INT:I",
        "invoke-static {}, Ljava/lang/Math;->random()D\nmove-result-wide v1\ndouble-to-int v1, v1",
    ],
)
def test_what_differs_from_phone_to_phone_decides_no_branch(asked: str) -> None:
    body = f"{asked}\n{text('a', 'v0')}\nif-eqz v1, :end\n{text('b', 'v0')}\n:end\nreturn-object v0"

    assert ran(body) is None
