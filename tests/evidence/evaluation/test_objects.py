"""Objects of the app: which method a call runs, and what their fields hold when it does."""

from __future__ import annotations

from evidence.app import ACTIVITY, MAIN, ON_CREATE, method, static_method, text
from evidence.evaluation.running import SINK, STRING, TURNS, App, give, helper, taken, turn
from support.dexfile import ABSTRACT, INTERFACE, PUBLIC, STATIC, Class, Field, Method
from support.instructions import Code

from permaudit.evidence.evaluation.operands import UNSEEN, UndecidedError

OBJECT = "Ljava/lang/Object;"


def made(superclass: str = OBJECT, body: str = "", descriptor: str = "()V") -> Method:
    return method("<init>", f"invoke-direct {{p0}}, {superclass}-><init>()V\n{body}", descriptor)


def saying(name: str, said: str) -> Method:
    return method(name, text(said, "v0"), f"(){STRING}", end="return-object v0")


def ran(body: str, *classes: Class) -> object:
    try:
        found = App(helper("m", body, f"(){STRING}"), TURNS, *classes).run("Lx/H;", "m")
    except UndecidedError:
        return None
    return None if found is UNSEEN else found


def new(register: str, name: str, constructor: str = "") -> str:
    return f"new-instance {register}, {name}\ninvoke-direct {{{register}}}, {constructor or name}-><init>()V"


def said_by(register: str, named: str, kind: str = "virtual") -> str:
    return f"invoke-{kind} {{{register}}}, {named}->say(){STRING}\nmove-result-object v0\nreturn-object v0"


BASE = Class("Lx/B;", [made(), saying("say", "base")])
SUB = Class("Lx/S;", [made("Lx/B;"), saying("say", "sub")], superclass="Lx/B;")
NONE = Class("Lx/N;", [made("Lx/B;")], superclass="Lx/B;")


def test_the_method_of_the_objects_own_class_runs() -> None:
    assert ran(f"{new('v1', 'Lx/S;')}\n{said_by('v1', 'Lx/B;')}", BASE, SUB) == "sub"


def test_a_method_that_is_not_overridden_is_inherited() -> None:
    assert ran(f"{new('v1', 'Lx/N;')}\n{said_by('v1', 'Lx/B;')}", BASE, SUB, NONE) == "base"


def test_an_object_of_which_nothing_is_known_may_run_either_method() -> None:
    body = f"invoke-static {{}}, Landroid/os/Gone;->what()Lx/B;\nmove-result-object v1\n{said_by('v1', 'Lx/B;')}"

    assert ran(body, BASE, SUB) is None


def test_a_call_that_names_the_method_above_runs_that() -> None:
    sub = Class(
        "Lx/S;",
        [
            made("Lx/B;"),
            method(
                "say",
                f"invoke-super {{p0}}, Lx/B;->say(){STRING}\nmove-result-object v0",
                f"(){STRING}",
                end="return-object v0",
            ),
        ],
        superclass="Lx/B;",
    )

    assert ran(f"{new('v1', 'Lx/S;')}\n{said_by('v1', 'Lx/B;')}", BASE, sub) == "base"


def test_a_librarys_method_on_an_unknown_object_is_not_the_one_override_in_the_app() -> None:
    only = Class("Lx/O;", [made(), saying("toString", "only")])
    body = f"""
        {new("v2", "Lx/O;")}
        invoke-static {{}}, Landroid/os/Gone;->what(){OBJECT}
        move-result-object v1
        invoke-virtual {{v1}}, {OBJECT}->toString(){STRING}
        move-result-object v0
        return-object v0
    """

    assert ran(body, only) is None


INTERFACE_I = Class("Lx/I;", [saying("say", "above")], flags=PUBLIC | INTERFACE | ABSTRACT)
INTERFACE_J = Class("Lx/J;", [saying("say", "below")], flags=PUBLIC | INTERFACE | ABSTRACT, interfaces=["Lx/I;"])


def test_a_default_method_of_an_interface_is_run() -> None:
    one = Class("Lx/C;", [made()], interfaces=["Lx/I;"])

    assert ran(f"{new('v1', 'Lx/C;')}\n{said_by('v1', 'Lx/I;', 'interface')}", INTERFACE_I, one) == "above"


def test_of_two_default_methods_neither_is_guessed() -> None:
    one = Class("Lx/C;", [made()], interfaces=["Lx/J;"])

    found = ran(f"{new('v1', 'Lx/C;')}\n{said_by('v1', 'Lx/I;', 'interface')}", INTERFACE_I, INTERFACE_J, one)

    assert found in ("below", None)


def test_fields_of_the_same_name_in_two_classes_are_two() -> None:
    base = Class(
        "Lx/B;",
        [
            made(body=f"{text('base', 'v0')}\niput-object v0, p0, Lx/B;->f:{STRING}"),
            method("say", f"iget-object v0, p0, Lx/B;->f:{STRING}", f"(){STRING}", end="return-object v0"),
        ],
        [Field("f", STRING)],
    )
    sub = Class(
        "Lx/S;",
        [made("Lx/B;", f"{text('sub', 'v0')}\niput-object v0, p0, Lx/S;->f:{STRING}")],
        [Field("f", STRING)],
        superclass="Lx/B;",
    )

    assert ran(f"{new('v1', 'Lx/S;')}\n{said_by('v1', 'Lx/B;')}", base, sub) == "base"


def test_a_field_named_through_a_subclass_is_the_same() -> None:
    base = Class(
        "Lx/B;", [made(body=f"{text('base', 'v0')}\niput-object v0, p0, Lx/B;->f:{STRING}")], [Field("f", STRING)]
    )
    body = f"{new('v1', 'Lx/N;')}\niget-object v0, v1, Lx/N;->f:{STRING}\nreturn-object v0"

    assert ran(body, base, NONE) == "base"


def test_a_field_that_nothing_wrote_is_null() -> None:
    holder = Class("Lx/B;", [made()], [Field("f", STRING)])
    body = (
        f"{new('v1', 'Lx/B;')}\niget-object v0, v1, Lx/B;->f:{STRING}\nif-nez v0, :end\n"
        f"{text('null', 'v0')}\n:end\nreturn-object v0"
    )

    assert ran(body, holder) == "null"


def test_the_fields_of_an_object_whose_library_constructor_is_not_known_are_not() -> None:
    holder = Class("Lx/B;", [made("Landroid/view/View;")], [Field("f", STRING)], superclass="Landroid/view/View;")
    body = (
        f"{new('v1', 'Lx/B;')}\niget-object v0, v1, Lx/B;->f:{STRING}\nif-nez v0, :end\n"
        f"{text('null', 'v0')}\n:end\nreturn-object v0"
    )

    assert ran(body, holder) is None


DECODER = Class(
    "Lx/D;",
    [
        made(body=f"{text('decoy', 'v0')}\niput-object v0, p0, Lx/D;->key:{STRING}"),
        method("set", f"iput-object p1, p0, Lx/D;->key:{STRING}", f"({STRING})V"),
        method("get", f"iget-object v0, p0, Lx/D;->key:{STRING}\n{turn('v0')}", f"(){STRING}", end="return-object v0"),
    ],
    [Field("key", STRING)],
)
ASK_DECODER = f"invoke-virtual {{v1}}, Lx/D;->get(){STRING}\nmove-result-object v0\n{give('v0')}"
SET = f"{text('cba', 'v2')}\ninvoke-virtual {{v1, v2}}, Lx/D;->set({STRING})V"


def test_a_setter_called_before_is_not_forgotten() -> None:
    found = taken(f"{new('v1', 'Lx/D;')}\n{SET}\n{ASK_DECODER}", DECODER, TURNS)

    assert "abc" in found or None in found


def test_a_setter_called_before_the_object_is_handed_on_is_not_forgotten() -> None:
    ask = static_method("ask", ASK_DECODER.replace("v1", "p0"), "(Lx/D;)V")
    body = f"{new('v1', 'Lx/D;')}\n{SET}\ninvoke-static {{v1}}, Lx/Ask;->ask(Lx/D;)V"

    found = taken(body, DECODER, TURNS, Class("Lx/Ask;", [ask]))

    assert "abc" in found or None in found


def test_a_setter_called_on_an_object_in_a_field_is_not_forgotten() -> None:
    activity = Class(
        MAIN,
        [
            method(
                "<init>",
                (
                    f"invoke-direct {{p0}}, {ACTIVITY}-><init>()V\n{new('v1', 'Lx/D;')}\n"
                    f"iput-object v1, p0, {MAIN}->d:Lx/D;"
                ),
            ),
            method("onStart", f"iget-object v1, p0, {MAIN}->d:Lx/D;\n{SET}"),
            method("onCreate", f"iget-object v1, p0, {MAIN}->d:Lx/D;\n{ASK_DECODER}", ON_CREATE),
        ],
        [Field("d", "Lx/D;")],
        ACTIVITY,
    )

    (found,) = App(activity, SINK, DECODER, TURNS).taken()

    assert "abc" in found or None in found


def test_a_switch_on_a_text_compares_it_as_java_does() -> None:
    body = f"""
        {text("two", "v1")}
        invoke-virtual {{v1}}, {STRING}->hashCode()I
        move-result v2
        const v3, {0x1C2F8}
        {text("one", "v0")}
        if-ne v2, v3, :end
        {text("two", "v4")}
        invoke-virtual {{v1, v4}}, {STRING}->equals({OBJECT})Z
        move-result v2
        if-eqz v2, :end
        {text("second", "v0")}
        :end
        return-object v0
    """
    number = sum(ord(letter) * 31 ** (2 - place) for place, letter in enumerate("two"))

    assert ran(body.replace(str(0x1C2F8), str(number))) == "second"


ENUM = "Ljava/lang/Enum;"


def constant(name: str, ordinal: int) -> str:
    return f"""
        new-instance v0, Lx/E;
        {text(name, "v1")}
        const/4 v2, {ordinal}
        invoke-direct {{v0, v1, v2}}, Lx/E;-><init>({STRING}I)V
        sput-object v0, Lx/E;->{name}:Lx/E;
    """


def test_constants_of_an_enum_have_their_names_and_places() -> None:
    enum = Class(
        "Lx/E;",
        [
            Method("<clinit>", "()V", STATIC, Code(6, f"{constant('A', 0)}\n{constant('B', 1)}\nreturn-void")),
            method("<init>", f"invoke-direct {{p0, p1, p2}}, {ENUM}-><init>({STRING}I)V", f"({STRING}I)V"),
        ],
        [Field("A", "Lx/E;", PUBLIC | STATIC), Field("B", "Lx/E;", PUBLIC | STATIC)],
        ENUM,
    )
    body = f"""
        sget-object v1, Lx/E;->B:Lx/E;
        sget-object v2, Lx/E;->B:Lx/E;
        {text("two objects", "v0")}
        if-ne v1, v2, :end
        invoke-virtual {{v1}}, Lx/E;->ordinal()I
        move-result v3
        packed-switch v3, 0, :first, :second
        {text("no case", "v0")}
        return-object v0
        :first
        {text("first", "v0")}
        return-object v0
        :second
        invoke-virtual {{v1}}, Lx/E;->name(){STRING}
        move-result-object v0
        :end
        return-object v0
    """

    assert ran(body, enum) == "B"


def test_longs_take_two_registers_and_one_parameter() -> None:
    other = static_method(
        "pick",
        f"long-to-int v0, p2\ninvoke-static {{v0}}, {STRING}->valueOf(I){STRING}\nmove-result-object v0",
        f"(JJ){STRING}",
        end="return-object v0",
    )
    body = f"""
        const-wide/16 v0, 7
        const-wide/16 v2, 9
        invoke-static {{v0, v1, v2, v3}}, Lx/P;->pick(JJ){STRING}
        move-result-object v0
        return-object v0
    """

    assert ran(body, Class("Lx/P;", [other])) == "9"


def test_the_object_of_a_kotlin_singleton_is_made_once() -> None:
    single = Class(
        "Lx/K;",
        [
            Method(
                "<clinit>",
                "()V",
                STATIC,
                Code(4, f"{new('v0', 'Lx/K;')}\nsput-object v0, Lx/K;->INSTANCE:Lx/K;\nreturn-void"),
            ),
            made(),
            method("get", turn("p1", "v0"), f"({STRING}){STRING}", end="return-object v0"),
        ],
        [Field("INSTANCE", "Lx/K;", PUBLIC | STATIC)],
    )
    body = f"""
        sget-object v1, Lx/K;->INSTANCE:Lx/K;
        {text("cba", "v2")}
        invoke-virtual {{v1, v2}}, Lx/K;->get({STRING}){STRING}
        move-result-object v0
        return-object v0
    """

    assert ran(body, single) == "abc"


def test_the_field_of_an_object_made_elsewhere_is_not_known_if_more_than_its_constructor_writes_it() -> None:
    field = f"Lx/K;->t:{STRING}"
    keep = f"iput-object p1, p0, {field}"
    get = method(
        "get",
        f"iget-object v0, p0, {field}\ninvoke-virtual {{v0}}, {STRING}->toCharArray()[C\nmove-result-object v0\n"
        f"invoke-static {{v0}}, {STRING}->valueOf([C){STRING}\nmove-result-object v0",
        f"(){STRING}",
        end="return-object v0",
    )
    factory = static_method(
        "make",
        f"new-instance v0, Lx/K;\n{text('cba', 'v1')}\ninvoke-direct {{v0, v1}}, Lx/K;-><init>({STRING})V",
        "()Lx/K;",
        end="return-object v0",
    )
    members = [made(body=keep, descriptor=f"({STRING})V"), get, factory]
    another = method("put", keep, f"({STRING})V")
    begin = "invoke-static {}, Lx/K;->make()Lx/K;\nmove-result-object v0\n"
    change = f"{text('zyx', 'v1')}\ninvoke-virtual {{v0, v1}}, Lx/K;->put({STRING})V\n"
    end = f"invoke-virtual {{v0}}, Lx/K;->get(){STRING}\nmove-result-object v0\n{give('v0')}"
    fields = [Field("t", STRING, PUBLIC)]

    assert taken(begin + end, Class("Lx/K;", members, fields)) == ["cba"]
    assert taken(begin + change + end, Class("Lx/K;", [*members, another], fields)) != ["cba"]
