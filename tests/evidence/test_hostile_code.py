"""Code written to break a reader: it ends in an answer or a Limitation, never in a crash."""

from __future__ import annotations

import pytest
from evidence.app import (
    CALL_PARSE,
    CONTACTS,
    CURSOR,
    MAIN,
    ON_CREATE,
    PARSE,
    QUERY,
    audit,
    audit_dex,
    constructor,
    main,
    method,
    query,
    static,
    static_method,
    text,
    the_read,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.dexfile import PUBLIC, STATIC, Class, Damage, Field, Method, assemble
from support.instructions import Code

from permaudit.evidence import callgraph, gather
from permaudit.evidence.gather import Evidence

READING = query(static(CONTACTS))
READER = Class("Lx/Reader;", [static_method("read", READING)])
CALL_READER = "invoke-static {}, Lx/Reader;->read()V"
NEW_ARRAY = "new-array v2, v8, [Ljava/lang/String;"
ASK_RESULT = f"move-result-object v1\n{query(CALL_PARSE)}\nreturn-void"
REPLACE = "Ljava/lang/String;->replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)Ljava/lang/String;"
LOADER = (
    "Ldalvik/system/DexClassLoader;-><init>(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
    "Ljava/lang/ClassLoader;)V"
)
CONCAT = "Ljava/lang/String;->concat(Ljava/lang/String;)Ljava/lang/String;"


def with_body(code: Code) -> list[Class]:
    """A sound app beside one class whose method has a strange body."""
    return [main(f"{CALL_READER}\ninvoke-static {{}}, Lx/Odd;->m()V"), READER, _odd(code)]


def _odd(code: Code) -> Class:
    return Class("Lx/Odd;", [Method("m", "()V", PUBLIC | STATIC, code)])


def finds_the_sound_read(evidence: Evidence) -> bool:
    where = [read.at.method.class_name for read in evidence.reads if read.at.method is not None]
    return "Lx/Reader;" in where


ODD_BODIES = {
    "registers beyond the frame": Code(2, READING + "\nreturn-void"),
    "no registers at all": Code(0, READING + "\nreturn-void"),
    "no instructions": Code(1, ""),
    "query without arguments": Code(14, f"invoke-virtual {{}}, {QUERY}\nreturn-void"),
    "query with too few registers": Code(14, f"{static(CONTACTS)}\ninvoke-virtual {{v0, v1}}, {QUERY}\nreturn-void"),
    "query as a static call": Code(14, f"invoke-static/range {{v0 .. v4}}, {QUERY}\nreturn-void"),
    "result before any call": Code(14, f"move-result-object v1\n{query('nop')}\nreturn-void"),
    "result of no call": Code(14, f"nop\nmove-result-object v1\n{query('nop')}\nreturn-void"),
    "concatenation without arguments": Code(14, f"invoke-virtual {{}}, {CONCAT}\n{ASK_RESULT}"),
    "parse without arguments": Code(
        14, f"invoke-static {{}}, {PARSE}\n{ASK_RESULT}"
    ),
    "format without arguments": Code(
        14,
        "invoke-static {}, Ljava/lang/String;->format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;\n"
        f"move-result-object v1\n{query(CALL_PARSE)}",
    ),
    "builder without arguments": Code(
        14,
        "invoke-virtual {}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;\n"
        f"move-result-object v1\n{query(CALL_PARSE)}",
    ),
    "append of nothing": Code(
        14,
        "new-instance v8, Ljava/lang/StringBuilder;\n"
        "invoke-virtual {v8}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;\n"
        "invoke-virtual {v8}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;\n"
        f"move-result-object v1\n{query(CALL_PARSE)}",
    ),
    "replace without arguments": Code(
        14,
        f"invoke-virtual {{}}, {REPLACE}\n{ASK_RESULT}",
    ),
    "reflection without arguments": Code(
        14,
        "invoke-virtual {}, Ljava/lang/Class;->getField(Ljava/lang/String;)Ljava/lang/reflect/Field;\n"
        "move-result-object v1\n"
        "invoke-virtual {v1}, Ljava/lang/reflect/Field;->get(Ljava/lang/Object;)Ljava/lang/Object;\n"
        f"move-result-object v1\n{query('nop')}",
    ),
    "cursor without a receiver": Code(
        14, query(static(CONTACTS), use=f"invoke-interface {{}}, {CURSOR}->getString(I)Ljava/lang/String;")
    ),
    "column without a name": Code(
        14,
        query(static(CONTACTS), use=f"invoke-interface {{v6}}, {CURSOR}->getColumnIndex(Ljava/lang/String;)I"),
    ),
    "intent without arguments": Code(14, "invoke-direct {}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V"),
    "intent setter without arguments": Code(
        14,
        'new-instance v8, Landroid/content/Intent;\nconst-string v9, "android.intent.action.PICK"\n'
        "invoke-direct {v8, v9}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V\n"
        "invoke-virtual {v8}, Landroid/content/Intent;->setType(Ljava/lang/String;)Landroid/content/Intent;\n"
        "invoke-virtual {v8}, Landroid/content/Intent;->putExtra(Ljava/lang/String;Z)Landroid/content/Intent;",
    ),
    "loader without arguments": Code(
        14, f"invoke-direct {{}}, {LOADER}"
    ),
    "bundle query with too few registers": Code(
        14,
        f"{static(CONTACTS)}\ninvoke-virtual {{v0, v1}}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;"
        "[Ljava/lang/String;Landroid/os/Bundle;Landroid/os/CancellationSignal;)Landroid/database/Cursor;",
    ),
    "handler query with too few registers": Code(
        14,
        "invoke-virtual {}, Landroid/content/AsyncQueryHandler;->startQuery(ILjava/lang/Object;Landroid/net/Uri;"
        "[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)V",
    ),
    "array of a billion": Code(14, f"const v8, 1000000000\n{NEW_ARRAY}\n{query(static(CONTACTS), 'nop')}"),
    "array of less than nothing": Code(14, f"const/4 v8, -1\n{NEW_ARRAY}\n{query(static(CONTACTS), 'nop')}"),
    "a jump to itself": Code(14, f":here\ngoto :here\n{READING}\nreturn-void"),
    "a query in an endless loop": Code(14, f":here\n{READING}\ngoto :here"),
    "code that falls off its end": Code(14, READING),
    "an undefined opcode": Code(14, f"raw 0x00e3\n{READING}\nreturn-void"),
    "cut off in an instruction": Code(14, f"{READING}\nraw 0x0018"),
    "more parameters than registers": Code(1, "return-void", ins=9),
    "a jump before the start": Code(14, f"raw 0x8028\n{READING}\nreturn-void"),
    "a switch table out of reach": Code(14, f"raw 0x002b, 0xffff, 0x7fff\n{READING}\nreturn-void"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(ODD_BODIES))
def test_a_strange_body_does_not_keep_the_sound_read_from_being_found(name: str) -> None:
    assert finds_the_sound_read(audit(*with_body(ODD_BODIES[name])))


@given(st.lists(st.integers(0, 0xFFFF), max_size=40), st.integers(0, 20))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_code_units_at_all_break_it(units: list[int], registers: int) -> None:
    body: list[tuple[str | int, ...]] = [("raw", *units)] if units else []
    noise = Code(registers, [*body, ("return-void",)])

    assert finds_the_sound_read(audit(*with_body(noise)))


@given(st.binary(min_size=1, max_size=4), st.floats(0, 1, exclude_max=True))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_changed_bytes_break_it(patch: bytes, where: float) -> None:
    classes = [main(f"{CALL_READER}\n{READING}"), READER]
    whole = assemble(classes)
    offset = 0x70 + int(where * (len(whole) - 0x70 - len(patch)))

    evidence = audit_dex(assemble(classes, damage=Damage(patches={offset: patch})))

    assert evidence.coverage.dex_files + len(evidence.limitations) > 0


@pytest.mark.parametrize(
    "damage",
    [
        {"registers_size": 0},
        {"registers_size": 0xFFFF},
        {"ins_size": 0xFFFF},
        {"insns_size": 0},
        {"insns_size": 3},
        {"insns_size": 0x7FFFFFFF},
        {"tries_size": 0xFFFF},
    ],
    ids=str,
)
def test_a_code_item_that_lies_about_itself_does_not_break_it(damage: dict[str, int]) -> None:
    target = f"{MAIN}->onCreate{ON_CREATE}"

    evidence = audit_dex(assemble([main(READING), READER], damage=Damage(code_items={target: damage})))

    assert finds_the_sound_read(evidence)


def test_a_damaged_file_beside_a_sound_one_is_a_limitation() -> None:
    sound = assemble([main(CALL_READER), READER])

    evidence = audit_dex(sound, b"dex\n035\0" + bytes(200))

    assert finds_the_sound_read(evidence)
    assert [(each.kind, each.hides) for each in evidence.limitations] == [("unreadable-part", ("code",))]


def test_no_code_at_all_is_no_evidence() -> None:
    evidence = audit_dex()

    assert (evidence.reads, evidence.pickers, evidence.limitations) == ((), (), ())


def test_a_method_of_sixty_thousand_instructions_is_read() -> None:
    filler = "add-int/lit8 v9, v9, 1\n" * 30_000

    read = the_read(main(f"const/4 v9, 0\n{filler}{static(CONTACTS, 'v11')}\n{filler}{query('move-object v1, v11')}"))

    assert (read.uri, read.scope) == ("content://com.android.contacts/contacts", "all")


def test_a_method_of_sixty_thousand_branches_ends() -> None:
    filler = "".join(f"if-eqz v9, :l{number}\nconst/4 v9, 1\n:l{number}\n" for number in range(20_000))

    evidence = audit(main(f"const/4 v9, 0\n{static(CONTACTS)}\n{filler}{query('nop')}"))

    assert [read.surface for read in evidence.reads] == ["contacts"] or evidence.coverage.uri_calls.unresolved == 1


def test_a_register_written_in_thousands_of_places_ends() -> None:
    choices = "".join(
        f"if-eqz v9, :l{number}\n{text(f'content://x{number}/y', 'v1')}\n:l{number}\n" for number in range(2000)
    )

    evidence = audit(main(f"{static(CONTACTS)}\nconst/4 v9, 0\n{choices}{query(CALL_PARSE)}"))

    calls = evidence.coverage.uri_calls
    assert calls.surfaces + calls.other + calls.unresolved == 1


def test_a_text_doubled_sixty_times_ends() -> None:
    double = f"invoke-virtual {{v8, v8}}, {CONCAT}\nmove-result-object v8\n" * 60

    evidence = audit(main(f"{text('content://', 'v8')}\n{double}move-object v1, v8\n{query(CALL_PARSE)}"))

    assert evidence.reads == ()


def test_forty_helpers_that_each_call_the_next_twice_end() -> None:
    def helper(number: int) -> Method:
        call = f"invoke-static {{p0}}, Lx/H;->m{number + 1}(Landroid/net/Uri;)V\n"
        return static_method(f"m{number}", call * 2, "(Landroid/net/Uri;)V")

    last = static_method("m40", query("move-object v1, p0"), "(Landroid/net/Uri;)V")
    chain = Class("Lx/H;", [*(helper(number) for number in range(40)), last])

    evidence = audit(main(f"{static(CONTACTS)}\ninvoke-static {{v1}}, Lx/H;->m0(Landroid/net/Uri;)V"), chain)

    calls = evidence.coverage.uri_calls
    assert calls.surfaces + calls.unresolved == 1


def test_forty_helpers_that_each_return_what_two_calls_give_end() -> None:
    def helper(number: int) -> Method:
        call = f"invoke-static {{}}, Lx/H;->m{number + 1}()Landroid/net/Uri;\nmove-result-object v1\n"
        body = f"{call}if-eqz v1, :other\nreturn-object v1\n:other\n{call}"
        return static_method(f"m{number}", body, "()Landroid/net/Uri;", end="return-object v1")

    last = static_method("m40", static(CONTACTS), "()Landroid/net/Uri;", end="return-object v1")
    chain = Class("Lx/H;", [*(helper(number) for number in range(40)), last])

    evidence = audit(main(query("invoke-static {}, Lx/H;->m0()Landroid/net/Uri;\nmove-result-object v1")), chain)

    calls = evidence.coverage.uri_calls
    assert calls.surfaces + calls.unresolved == 1


def test_fields_that_take_their_values_from_each_other_end() -> None:
    count = 60
    moves = "".join(
        f"sget-object v1, Lx/F;->f{number}:Landroid/net/Uri;\nsput-object v1, Lx/F;->f{other}:Landroid/net/Uri;\n"
        for number in range(count)
        for other in ((number + 1) % count, (number * 7) % count)
    )
    fields = [Field(f"f{number}", "Landroid/net/Uri;", PUBLIC | STATIC) for number in range(count)]
    holder = Class("Lx/F;", [static_method("mix", moves)], fields)

    evidence = audit(main(query("sget-object v1, Lx/F;->f0:Landroid/net/Uri;")), holder)

    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.unresolved == 1


def test_a_budget_of_values_that_is_spent_is_a_limitation_and_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "STEPS", 3)

    evidence = audit(main(""), READER)

    assert [(each.kind, each.hides) for each in evidence.limitations] == [("budget", ("code",))]
    assert all(read.reachable == "unknown" for read in evidence.reads)


def test_a_budget_of_paths_that_is_spent_is_a_limitation_and_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callgraph, "MOST_NODES", 1)
    inner = Class("Lx/Inner;", [static_method("go", CALL_READER)])

    evidence = audit(main("invoke-static {}, Lx/Inner;->go()V"), inner, READER)

    assert [(each.kind, each.hides) for each in evidence.limitations] == [("budget", ("code",))]
    assert [read.reachable for read in evidence.reads] == ["unknown"]


def test_a_chain_of_two_thousand_superclasses_ends() -> None:
    chain = [
        Class(
            f"Lx/C{number};",
            [constructor()],
            superclass=f"Lx/C{number + 1};" if number < 1999 else "Ljava/lang/Thread;",
        )
        for number in range(2000)
    ]
    lowest = Class("Lx/Low;", [constructor(), method("run", READING)], superclass="Lx/C0;")

    evidence = audit(main("new-instance v8, Lx/Low;\ninvoke-direct {v8}, Lx/Low;-><init>()V"), lowest, *chain)

    (read,) = evidence.reads
    assert read.reachable == "yes" or any(each.kind == "budget" for each in evidence.limitations)
