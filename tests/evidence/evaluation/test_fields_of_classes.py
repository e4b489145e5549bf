"""Static fields: initialised once, changed by each evaluation for itself, known only if nothing else writes them."""

from __future__ import annotations

from evidence.app import constructor, main, method, static_method, text
from evidence.evaluation.running import SINK, STRING, TURNS, App, give, taken, turn
from support.dexfile import PUBLIC, STATIC, Class, Field, Method
from support.instructions import Code

ARRAY = "[C"
WORDS = f"Lx/K;->words:{ARRAY}"
KEY = f"Lx/K;->key:{STRING}"
NUMBER = "Lx/K;->number:I"
FIELDS = [
    Field("words", ARRAY, PUBLIC | STATIC),
    Field("key", STRING, PUBLIC | STATIC),
    Field("number", "I", PUBLIC | STATIC),
    Field("done", "Z", PUBLIC | STATIC),
]
LETTERS = f"""
    {text("cba", "v0")}
    invoke-virtual {{v0}}, {STRING}->toCharArray(){ARRAY}
    move-result-object v0
    sput-object v0, {WORDS}
"""
SPELL = f"""
    sget-object v0, {WORDS}
    invoke-static {{v0}}, {STRING}->valueOf({ARRAY}){STRING}
    move-result-object v0
"""
RESPELL = f"""
    sget-object v0, {KEY}
    invoke-virtual {{v0}}, {STRING}->toCharArray(){ARRAY}
    move-result-object v0
    invoke-static {{v0}}, {STRING}->valueOf({ARRAY}){STRING}
    move-result-object v0
"""
"""Give the text of a field in a way that only running the code tells."""

TURN_IN_PLACE = f"""
    sget-object v0, {WORDS}
    const/4 v1, 0
    const/4 v2, 2
    aget-char v3, v0, v1
    aget-char v4, v0, v2
    aput-char v3, v0, v2
    aput-char v4, v0, v1
"""
ASK = f"""
    invoke-static {{}}, Lx/K;->get(){STRING}
    move-result-object v0
    {give("v0")}
"""


def keeper(initialiser: str, *methods: Method) -> Class:
    """A class with static fields and what fills them."""
    made = Method("<clinit>", "()V", STATIC, Code(14, f"{initialiser}\nreturn-void"))
    return Class("Lx/K;", [made, *methods], FIELDS)


def getter(body: str, name: str = "get", descriptor: str = f"(){STRING}") -> Method:
    return static_method(name, body, descriptor, end="return-object v0")


def test_an_initialiser_that_unscrambles_a_table_is_run() -> None:
    found = taken(ASK, keeper(f"{LETTERS}\n{TURN_IN_PLACE}", getter(SPELL)), TURNS)

    assert found == ["abc"]


def test_unscrambling_at_first_use_gives_the_same_at_every_use() -> None:
    lazily = f"""
        sget-boolean v5, Lx/K;->done:Z
        if-nez v5, :ready
        {TURN_IN_PLACE}
        const/4 v5, 1
        sput-boolean v5, Lx/K;->done:Z
        :ready
        {SPELL}
    """
    app = App(main(ASK + ASK), SINK, keeper(LETTERS, getter(lazily)), TURNS)

    assert app.taken() == [["abc"], ["abc"]]
    assert app.taken() == [["abc"], ["abc"]]


def test_a_helper_that_gives_something_else_the_next_time_is_not_known() -> None:
    found = taken(ASK, keeper(LETTERS, getter(TURN_IN_PLACE + SPELL)), TURNS)

    assert found == [None]


def test_a_helper_that_counts_its_calls_is_not_known() -> None:
    counting = f"""
        sget v1, {NUMBER}
        add-int/lit8 v1, v1, 1
        sput v1, {NUMBER}
        invoke-static {{v1}}, {STRING}->valueOf(I){STRING}
        move-result-object v0
        {turn("v0")}
    """

    assert taken(ASK, keeper("nop", getter(counting)), TURNS) == [None]


def test_of_a_field_that_other_code_writes_every_text_is_told() -> None:
    other = Class("Lx/O;", [static_method("set", f"{text('other', 'v0')}\nsput-object v0, {KEY}", "(I)V")])
    asked = f"sget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper(f"{text('cba', 'v0')}\nsput-object v0, {KEY}", getter(asked)), other, TURNS) == [
        "abc",
        "rehto",
    ]


def test_a_key_that_a_method_sets_which_does_not_run_here_is_told_beside_the_first() -> None:
    init = static_method("init", f"{text('lanif', 'v0')}\nsput-object v0, {KEY}")
    asked = f"sget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper(f"{text('yoced', 'v0')}\nsput-object v0, {KEY}", init, getter(asked)), TURNS) == [
        "decoy",
        "final",
    ]


def test_a_number_that_a_method_sets_which_does_not_run_here_is_no_zero() -> None:
    init = static_method("init", f"const/4 v0, 3\nsput v0, {NUMBER}")
    asked = f"""
        sget v1, {NUMBER}
        {text("abcdef", "v0")}
        invoke-virtual {{v0, v1}}, {STRING}->substring(I){STRING}
        move-result-object v0
        {turn("v0")}
    """

    assert taken(ASK, keeper("nop", init, getter(asked)), TURNS) == [None]


def test_a_key_that_the_helper_has_set_itself_is_known() -> None:
    init = static_method("init", f"{text('cba', 'v0')}\nsput-object v0, {KEY}")
    asked = f"invoke-static {{}}, Lx/K;->init()V\nsget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper("nop", init, getter(asked)), TURNS) == ["abc"]


def test_a_write_before_the_part_that_is_run_is_not_forgotten() -> None:
    body = f"""
        {text("lanif", "v3")}
        sput-object v3, {KEY}
        {ASK}
    """
    asked = f"sget-object v0, {KEY}\n{turn('v0')}"

    assert taken(body, keeper(f"{text('yoced', 'v0')}\nsput-object v0, {KEY}", getter(asked)), TURNS) != ["decoy"]


def test_an_array_that_other_code_changes_in_place_is_not_known() -> None:
    other = Class(
        "Lx/O;",
        [
            static_method("spoil", f"sget-object v0, {WORDS}\nconst/4 v1, 1\naput-char v1, v0, v1", "(I)V"),
            static_method("spoil", f"sget-object v0, {WORDS}\nconst/4 v1, 0\naput-char v1, v0, v1"),
        ],
    )

    assert taken(ASK, keeper(LETTERS, getter(f"{SPELL}\n{turn('v0')}")), other, TURNS) == [None]


def test_an_array_that_other_code_hands_to_what_changes_it_is_not_known() -> None:
    change = static_method("change", "const/4 v1, 1\naput-char v1, p0, v1", f"({ARRAY})V")
    call = f"sget-object v0, {WORDS}\ninvoke-static {{v0}}, Lx/O;->change({ARRAY})V"
    other = Class("Lx/O;", [change, static_method("a", call, "(I)V"), static_method("b", call, "(J)V")])

    assert taken(ASK, keeper(LETTERS, getter(f"{SPELL}\n{turn('v0')}")), other, TURNS) == [None]


def test_what_an_initialiser_copies_from_a_field_that_other_code_writes_is_not_taken_for_its_first_value() -> None:
    first = Class(
        "Lx/A;",
        [
            Method(
                "<clinit>",
                "()V",
                STATIC,
                Code(4, f"sget-object v0, {KEY}\nsput-object v0, Lx/A;->copy:{STRING}\nreturn-void"),
            )
        ],
        [Field("copy", STRING, PUBLIC | STATIC)],
    )
    init = static_method("set", f"{text('lanif', 'v0')}\nsput-object v0, {KEY}", "(I)V")
    asked = f"sget-object v0, Lx/A;->copy:{STRING}\n{turn('v0')}"

    found = taken(ASK, keeper(f"{text('yoced', 'v0')}\nsput-object v0, {KEY}", init, getter(asked)), first, TURNS)

    assert found == ["decoy", "final"]


def test_what_another_classs_initialiser_writes_is_told_too() -> None:
    other = Class(
        "Lx/A;",
        [
            Method("<clinit>", "()V", STATIC, Code(4, f"{text('lanif', 'v0')}\nsput-object v0, {KEY}\nreturn-void")),
            constructor(),
        ],
        [Field("any", "I", PUBLIC | STATIC)],
    )
    asked = f"sget v1, Lx/A;->any:I\nsget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper(f"{text('yoced', 'v0')}\nsput-object v0, {KEY}", getter(asked)), other, TURNS) == [
        "decoy",
        "final",
    ]


def test_of_an_initialiser_that_ends_early_a_text_written_before_is_known() -> None:
    broken = (
        f"{text('cba', 'v0')}\nsput-object v0, {KEY}\ninvoke-static {{}}, Lx/Gone;->now()I\n"
        "move-result v1\nif-eqz v1, :end\nnop\n:end"
    )
    asked = f"sget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper(broken, getter(asked)), TURNS) == ["abc"]


def test_of_an_initialiser_that_ends_early_what_a_loop_writes_is_not_told_by_its_first_round() -> None:
    broken = f"""
        {text("cba", "v0")}
        :next
        sput-object v0, {KEY}
        const-string v2, "x"
        invoke-virtual {{v0, v2}}, {STRING}->concat({STRING}){STRING}
        move-result-object v0
        invoke-static {{}}, Lx/Gone;->now()I
        move-result v1
        if-eqz v1, :next
    """
    asked = f"sget-object v0, {KEY}\n{turn('v0')}"

    assert taken(ASK, keeper(broken, getter(asked)), TURNS) != ["abc"]


def test_initialisers_that_need_each_other_end() -> None:
    def of(name: str, other: str) -> Class:
        body = f"sget-object v0, L{other};->f:{STRING}\nsput-object v0, L{name};->f:{STRING}\nreturn-void"
        return Class(
            f"L{name};", [Method("<clinit>", "()V", STATIC, Code(4, body))], [Field("f", STRING, PUBLIC | STATIC)]
        )

    asked = f"sget-object v0, Lx/A;->f:{STRING}\n{turn('v0')}\n{give('v0')}"

    assert taken(asked, of("x/A", "x/B"), of("x/B", "x/A"), TURNS) == [None]


def test_a_chain_of_a_thousand_initialisers_ends() -> None:
    def of(number: int) -> Class:
        body = f"sget-object v0, Lx/A{number + 1};->f:{STRING}\nsput-object v0, Lx/A{number};->f:{STRING}\nreturn-void"
        return Class(
            f"Lx/A{number};", [Method("<clinit>", "()V", STATIC, Code(4, body))], [Field("f", STRING, PUBLIC | STATIC)]
        )

    asked = f"sget-object v0, Lx/A0;->f:{STRING}\n{turn('v0')}\n{give('v0')}"

    assert taken(asked, *(of(number) for number in range(1000)), TURNS) == [None]


def test_a_text_that_a_loop_writes_is_not_known_where_the_loop_was_left_in_its_first_round() -> None:
    initialise = f"""
        {text("cba", "v0")}
        :again
        {turn("v0", "v1")}
        sput-object v1, {KEY}
        {text("zyx", "v0")}
        invoke-static {{}}, Landroid/os/Gone;->m()I
        move-result v2
        if-eqz v2, :again
    """

    assert taken(ASK, keeper(initialise, getter(RESPELL)), TURNS) in ([None], ["abc", "xyz"])


def test_a_field_that_code_may_have_written_which_was_passed_over_is_not_known() -> None:
    get = method("get", RESPELL, f"({STRING}){STRING}", 0x9, end="return-object v0")

    def asked(between: str) -> str:
        return f"""
            {text("x", "v1")}
            {turn("v1")}
            {text("cba", "v5")}
            sput-object v5, {KEY}
            {between}
            invoke-static {{v1}}, Lx/K;->get({STRING}){STRING}
            move-result-object v2
            {give("v2")}
        """

    unknown = "invoke-static {}, Landroid/os/Gone;->m()I\nmove-result v3\nif-eqz v3, :on"
    written = f"{unknown}\n{text('zyx', 'v5')}\nsput-object v5, {KEY}\n:on"
    other = f"{unknown}\nconst/4 v4, 1\n:on"

    assert taken(asked(other), Class("Lx/K;", [get], FIELDS), TURNS) == ["cba"]
    assert taken(asked(written), Class("Lx/K;", [get], FIELDS), TURNS) != ["cba"]


def test_a_table_that_one_other_method_fills_is_known() -> None:
    field = Field("table", f"[{STRING}", PUBLIC | STATIC)
    fill = static_method(
        "fill",
        (
            f"const/4 v0, 1\nnew-array v1, v0, [{STRING}\nconst/4 v2, 0\n{text('cba', 'v3')}\n"
            f"aput-object v3, v1, v2\nsput-object v1, Lx/T;->table:[{STRING}"
        ),
    )
    get = static_method(
        "get",
        f"sget-object v0, Lx/T;->table:[{STRING}\nconst/4 v1, 0\naget-object v0, v0, v1\n{turn('v0')}",
        f"(){STRING}",
        end="return-object v0",
    )
    asked = f"invoke-static {{}}, Lx/T;->get(){STRING}\nmove-result-object v0\n{give('v0')}"

    assert taken(asked, Class("Lx/T;", [fill, get], [field]), TURNS) == ["abc"]


def test_evaluations_in_another_order_give_the_same() -> None:
    def texts(bodies: str) -> list[list[str | None]]:
        return App(
            main(bodies),
            SINK,
            keeper(LETTERS, getter(f"{SPELL}\n{turn('v0')}"), getter(f"{TURN_IN_PLACE}\n{SPELL}", "other")),
            TURNS,
        ).taken()

    other = ASK.replace("->get", "->other")

    first, second = texts(ASK + other), texts(other + ASK)

    assert first == second[::-1]
