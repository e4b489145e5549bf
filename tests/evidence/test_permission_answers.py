"""Who hears the answer to a permission request, where androidx was renamed, merged or compiled into other code."""

from __future__ import annotations

import pytest
from evidence.app import CONTACTS, main, method, query, static, static_method, the_read, triggers
from support.dexfile import PUBLIC, STATIC, Class, Field, Method

GRANTED = "androidx.activity.result.contract.extra.PERMISSION_GRANT_RESULTS"
ASKING = "androidx.activity.result.contract.action.REQUEST_PERMISSIONS"
TAKE = "Landroid/content/Intent;->getIntArrayExtra(Ljava/lang/String;)[I"
INIT = "invoke-direct {p0}, Ljava/lang/Object;-><init>()V"
READING = query(static(CONTACTS))
ANSWERED = "(Ljava/lang/Object;)V"
EITHER = ["permission-granted", "tap"]


def screen(*methods: Method) -> Class:
    """A launcher that leaves results of other screens and answers to requests to one dispatcher."""
    hand_on = "invoke-static {p3}, Lx/Results;->dispatch(Landroid/content/Intent;)V"
    wrap = """
        new-instance v0, Landroid/content/Intent;
        invoke-direct {v0}, Landroid/content/Intent;-><init>()V
        invoke-static {v0}, Lx/Results;->dispatch(Landroid/content/Intent;)V
    """
    return main(
        "",
        method("onActivityResult", hand_on, "(IILandroid/content/Intent;)V"),
        method("onRequestPermissionsResult", wrap, "(I[Ljava/lang/String;[I)V"),
        *methods,
    )


def parsed(extra: str, otherwise: str = "const/4 v1, 0") -> str:
    """Leave yes or no in v3, as the parser of a permission contract does: no where there is no intent."""
    return f"""
        {otherwise}
        if-eqz p0, :done
        const-string v0, "{extra}"
        invoke-virtual {{p0, v0}}, {TAKE}
        move-result-object v2
        const/4 v1, 0
        if-eqz v2, :done
        aget v0, v2, v1
        if-nez v0, :done
        const/4 v1, 1
        :done
        invoke-static {{v1}}, Ljava/lang/Boolean;->valueOf(Z)Ljava/lang/Boolean;
        move-result-object v3
    """


CALL_BACK = f"sget-object v4, Lx/Results;->callback:Lx/Answer;\ninvoke-virtual {{v4, v3}}, Lx/Answer;->a{ANSWERED}"
CALLBACK = Field("callback", "Lx/Answer;", PUBLIC | STATIC)
ANSWER = Class("Lx/Answer;", [method("<init>", INIT), method("a", READING, ANSWERED)])


def results(dispatch: str, *methods: Method) -> Class:
    return Class(
        "Lx/Results;", [static_method("dispatch", dispatch, "(Landroid/content/Intent;)V"), *methods], [CALLBACK]
    )


def test_what_is_called_with_the_answer_hears_about_a_permission() -> None:
    read = the_read(screen(), results(parsed(GRANTED) + CALL_BACK), ANSWER)

    assert triggers(read) == ["permission-granted"]


def test_the_answer_may_come_from_a_parser() -> None:
    parse = static_method(
        "parse", parsed(GRANTED), "(Landroid/content/Intent;)Ljava/lang/Boolean;", end="return-object v3"
    )
    call = (
        "invoke-static {p0}, Lx/Results;->parse(Landroid/content/Intent;)Ljava/lang/Boolean;\nmove-result-object v3\n"
    )

    assert triggers(the_read(screen(), results(call + CALL_BACK, parse), ANSWER)) == ["permission-granted"]


@pytest.mark.parametrize(
    "dispatch",
    [
        parsed("com.example.NUMBERS") + CALL_BACK,
        parsed(GRANTED) + "move-object v3, p0\n" + CALL_BACK,
        parsed(GRANTED) + "const/4 v3, 1\n" + CALL_BACK,
        parsed(GRANTED, "invoke-virtual {p0}, Ljava/lang/Object;->hashCode()I\nmove-result v1") + CALL_BACK,
    ],
    ids=["another extra", "the intent itself", "always yes", "something else where nothing was asked"],
)
def test_what_is_called_with_anything_else_hears_about_any_result(dispatch: str) -> None:
    read = the_read(screen(), results(dispatch), ANSWER)

    assert triggers(read) == EITHER


MAKES_INTENT = "()Landroid/content/Intent;"
CONTRACT = Class(
    "Lx/Contract;",
    [
        method("<init>", f"{INIT}\niput p1, p0, Lx/Contract;->id:I", "(I)V"),
        method(
            "a",
            f"""
            iget v0, p0, Lx/Contract;->id:I
            new-instance v1, Landroid/content/Intent;
            if-nez v0, :pick
            const-string v2, "{ASKING}"
            goto :made
            :pick
            const-string v2, "android.intent.action.PICK"
            :made
            invoke-direct {{v1, v2}}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
            """,
            MAKES_INTENT,
            end="return-object v1",
        ),
    ],
    [Field("id", "I")],
)
MERGED_ANSWER = Class(
    "Lx/Answer;",
    [
        method("<init>", f"{INIT}\niput p1, p0, Lx/Answer;->id:I", "(I)V"),
        method("a", f"iget v11, p0, Lx/Answer;->id:I\nif-nez v11, :other\n{READING}\n:other", ANSWERED),
    ],
    [Field("id", "I")],
)


def register(contract: int, callback: int) -> str:
    return f"""
        const/4 v0, {contract}
        new-instance v1, Lx/Contract;
        invoke-direct {{v1, v0}}, Lx/Contract;-><init>(I)V
        const/4 v0, {callback}
        new-instance v2, Lx/Answer;
        invoke-direct {{v2, v0}}, Lx/Answer;-><init>(I)V
        invoke-static {{p0, v1, v2}}, Lx/Results;->register(Lx/Main;Lx/Contract;Lx/Answer;)V
    """


REGISTER = static_method(
    "register", "sput-object p2, Lx/Results;->callback:Lx/Answer;", "(Lx/Main;Lx/Contract;Lx/Answer;)V"
)
ANY_RESULT = results("move-object v3, p0\n" + CALL_BACK, REGISTER)


@pytest.mark.parametrize(("of_callback_0", "trigger"), [(0, "permission-granted"), (1, "tap")], ids=["asks", "picks"])
def test_the_callbacks_of_merged_contracts_hear_what_their_contract_asks_for(of_callback_0: int, trigger: str) -> None:
    constructor = method("<init>", register(of_callback_0, 0) + register(1 - of_callback_0, 1))

    assert triggers(the_read(screen(constructor), ANY_RESULT, CONTRACT, MERGED_ANSWER)) == [trigger]


def test_a_callback_that_serves_both_contracts_hears_about_a_permission() -> None:
    constructor = method("<init>", register(0, 0) + register(1, 0))

    assert triggers(the_read(screen(constructor), ANY_RESULT, CONTRACT, MERGED_ANSWER)) == ["permission-granted"]
