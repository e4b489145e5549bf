"""Data in fields: of one of two objects, of a class, of a platform object, and fields that get another value."""

from __future__ import annotations

from evidence.app import MAIN, constructor, method, static_method, text
from evidence.flows.ways import (
    OBJECT,
    READ,
    STRING,
    evidence_of,
    is_sent,
    lines,
    make,
    send,
    static_call,
    virtual_call,
)
from support.dexfile import PUBLIC, STATIC, Class, Field

PERSON = "Lx/Person;"
NAME, OTHER = f"{PERSON}->name:{STRING}", f"{PERSON}->other:{STRING}"
SET_NAME, GET_NAME = f"{PERSON}->setName({STRING})V", f"{PERSON}->getName(){STRING}"
SHARED = f"{PERSON}->shared:{STRING}"
LIST = "Ljava/util/ArrayList;"

person = Class(
    PERSON,
    [
        constructor(f"invoke-direct {{p0}}, {OBJECT}-><init>()V"),
        method("setName", f"iput-object p1, p0, {NAME}", f"({STRING})V"),
        method("getName", f"iget-object v0, p0, {NAME}", f"(){STRING}", end="return-object v0"),
        static_method("sendShared", lines(f"sget-object v1, {SHARED}", send("v1"))),
    ],
    [Field("name", STRING), Field("other", STRING), Field("shared", STRING, PUBLIC | STATIC)],
)
FIRST, SECOND = make("v8", PERSON), make("v9", PERSON)


def test_a_field_of_an_object_gives_what_was_put_there() -> None:
    assert is_sent(lines(FIRST, f"iput-object v7, v8, {NAME}", f"iget-object v10, v8, {NAME}", send("v10")), person)


def test_another_field_of_the_object_gives_nothing() -> None:
    assert not is_sent(
        lines(FIRST, f"iput-object v7, v8, {NAME}", f"iget-object v10, v8, {OTHER}", send("v10")), person
    )


def test_the_field_of_another_object_of_the_class_gives_nothing() -> None:
    two = lines(FIRST, SECOND, f"iput-object v7, v8, {NAME}")

    assert not is_sent(lines(two, f"iget-object v10, v9, {NAME}", send("v10")), person)


def test_setter_and_getter_of_one_object_join() -> None:
    two = lines(FIRST, SECOND, virtual_call("v8, v7", SET_NAME))

    assert is_sent(lines(two, virtual_call("v8", GET_NAME, "v10"), send("v10")), person)


def test_setter_and_getter_of_two_objects_do_not_join() -> None:
    two = lines(FIRST, SECOND, virtual_call("v8, v7", SET_NAME))

    assert not is_sent(lines(two, virtual_call("v9", GET_NAME, "v10"), send("v10")), person)


def test_an_object_whose_field_holds_data_is_sent_whole() -> None:
    assert is_sent(lines(FIRST, virtual_call("v8, v7", SET_NAME), send("v8")), person)


def test_an_object_beside_it_is_not() -> None:
    assert not is_sent(lines(FIRST, SECOND, virtual_call("v8, v7", SET_NAME), send("v9")), person)


def test_an_object_in_a_list_brings_its_fields() -> None:
    put = lines(
        FIRST, virtual_call("v8, v7", SET_NAME), make("v9", LIST), virtual_call("v9, v8", f"{LIST}->add({OBJECT})Z")
    )
    got = lines(
        "const/4 v10, 0", virtual_call("v9, v10", f"{LIST}->get(I){OBJECT}", "v10"), f"check-cast v10, {PERSON}"
    )

    assert is_sent(lines(put, got, f"iget-object v11, v10, {NAME}", send("v11")), person)
    assert not is_sent(lines(put, got, f"iget-object v11, v10, {OTHER}", send("v11")), person)


def test_an_object_that_a_factory_makes_brings_its_field() -> None:
    factory = Class(
        "Lx/Factory;",
        [static_method("made", make("v1", PERSON), f"(){PERSON}", end="return-object v1")],
    )
    made = static_call("", f"Lx/Factory;->made(){PERSON}", "v8")

    assert is_sent(
        lines(made, virtual_call("v8, v7", SET_NAME), virtual_call("v8", GET_NAME, "v10"), send("v10")), person, factory
    )


def test_a_static_field_is_read_everywhere() -> None:
    store = f"sput-object v7, {SHARED}"

    assert is_sent(lines(store, static_call("", f"{PERSON}->sendShared()V")), person)


def test_a_static_field_that_holds_something_else_gives_nothing() -> None:
    store = lines(text("x", "v9"), f"sput-object v9, {SHARED}")

    assert not is_sent(lines(store, static_call("", f"{PERSON}->sendShared()V")), person)


def test_a_static_field_that_is_overwritten_before_anybody_may_read_it_gives_nothing() -> None:
    store = lines(f"sput-object v7, {SHARED}", "const/4 v9, 0", f"sput-object v9, {SHARED}")

    assert not is_sent(lines(store, static_call("", f"{PERSON}->sendShared()V")), person)


def test_a_static_field_that_is_overwritten_after_it_was_read_gave_it() -> None:
    send_it = static_call("", f"{PERSON}->sendShared()V")
    store = lines(f"sput-object v7, {SHARED}", send_it, "const/4 v9, 0", f"sput-object v9, {SHARED}")

    assert is_sent(store, person)


def test_a_static_field_that_one_branch_overwrites_gives_what_the_other_left() -> None:
    store = lines(
        f"sput-object v7, {SHARED}", "const/4 v9, 0", "if-eqz v10, :kept", f"sput-object v9, {SHARED}", ":kept"
    )

    assert is_sent(lines(store, static_call("", f"{PERSON}->sendShared()V")), person)


def test_a_field_of_an_object_that_is_overwritten_gives_nothing() -> None:
    store = lines(FIRST, f"iput-object v7, v8, {NAME}", "const/4 v9, 0", f"iput-object v9, v8, {NAME}")

    assert not is_sent(lines(store, virtual_call("v8", GET_NAME, "v10"), send("v10")), person)


def test_a_field_of_one_object_is_not_overwritten_by_that_of_another() -> None:
    store = lines(FIRST, SECOND, f"iput-object v7, v8, {NAME}", "const/4 v10, 0", f"iput-object v10, v9, {NAME}")

    assert is_sent(lines(store, virtual_call("v8", GET_NAME, "v10"), send("v10")), person)


def test_a_field_of_the_screen_is_read_by_its_other_methods() -> None:
    later = method("onPause", lines(f"iget-object v1, p0, {MAIN}->kept:{STRING}", send("v1")))
    store = f"iput-object v7, p0, {MAIN}->kept:{STRING}"

    assert is_sent(store, methods=[later], fields=[Field("kept", STRING)])


def test_a_field_of_another_name_is_not() -> None:
    later = method("onPause", lines(f"iget-object v1, p0, {MAIN}->other:{STRING}", send("v1")))
    store = f"iput-object v7, p0, {MAIN}->kept:{STRING}"

    assert not is_sent(store, methods=[later], fields=[Field("kept", STRING), Field("other", STRING)])


def test_a_field_that_a_subclass_names_as_its_own_is_the_one_it_inherits() -> None:
    child = Class("Lx/Child;", [constructor()], superclass=PERSON)
    store = lines(make("v8", "Lx/Child;"), f"iput-object v7, v8, Lx/Child;->name:{STRING}")

    assert is_sent(lines(store, virtual_call("v8", GET_NAME, "v10"), send("v10")), person, child)


def test_a_field_of_the_same_name_and_another_class_gives_nothing() -> None:
    child = Class("Lx/Child;", [constructor()], [Field("name", STRING)], superclass=PERSON)
    store = lines(make("v8", "Lx/Child;"), f"iput-object v7, v8, Lx/Child;->name:{STRING}")

    assert not is_sent(lines(store, virtual_call("v8", GET_NAME, "v10"), send("v10")), person, child)


def test_a_platform_object_keeps_what_its_field_is_given() -> None:
    message = lines(make("v8", "Landroid/os/Message;"), f"iput-object v7, v8, Landroid/os/Message;->obj:{OBJECT}")

    assert is_sent(lines(message, f"iget-object v9, v8, Landroid/os/Message;->obj:{OBJECT}", send("v9")))


def test_a_number_in_a_wide_field_is_followed() -> None:
    box = Class("Lx/Box;", [constructor()], [Field("id", "J")])
    number = lines(
        static_call("v7", f"Ljava/lang/Long;->parseLong({STRING})J"),
        "move-result-wide v8",
        make("v10", "Lx/Box;"),
        "iput-wide v8, v10, Lx/Box;->id:J",
        "const-wide/16 v8, 0",
        "iget-wide v8, v10, Lx/Box;->id:J",
        static_call("v8, v9", f"{STRING}->valueOf(J){STRING}", "v11"),
    )

    assert is_sent(lines(number, send("v11")), box)


def test_what_is_read_of_a_field_may_be_any_of_its_writers_objects() -> None:
    holder = Class("Lx/Holder;", [], [Field("last", PERSON, PUBLIC | STATIC)])
    put = lines(FIRST, "sput-object v8, Lx/Holder;->last:Lx/Person;", virtual_call("v8, v7", SET_NAME))
    get = lines("sget-object v9, Lx/Holder;->last:Lx/Person;", virtual_call("v9", GET_NAME, "v10"), send("v10"))

    assert is_sent(lines(put, get), person, holder)


def test_a_field_that_is_read_in_thousands_of_places_is_cut_off_and_says_so() -> None:
    get = lines(*(f"sget-object v1, {SHARED}" for _ in range(400)))
    readers = Class("Lx/Readers;", [static_method(f"r{number}", get) for number in range(10)])
    calls = lines(*(static_call("", f"Lx/Readers;->r{number}()V") for number in range(10)))

    evidence = evidence_of(lines(READ, f"sput-object v7, {SHARED}", calls), person, readers)

    assert [each.detail.id for each in evidence.limitations] == ["limitation-budget-flows"]
