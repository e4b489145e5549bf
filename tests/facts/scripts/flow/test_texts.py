"""What is followed for a call: its module in a bundle, or the scripts of a page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from permaudit.facts.scripts.flow.texts import WINDOW_BYTES, is_page, modules_with, page_script


def modules(data: bytes) -> list[bytes]:
    return [module for _, module in modules_with(data, [b"book.all"])]


def test_scripts_of_a_page_and_what_it_does_on_events_are_one_script() -> None:
    page = b"""<title>book.all</title><script type=module>let a = 1;</script>
        <a onclick="send(&quot;x&quot;)">b</a><SCRIPT>book.all()</SCRIPT>"""

    assert page_script(page) == b'let a = 1;\n;book.all()\n;send("x")'


def test_a_script_that_nobody_closes_goes_to_the_end_of_its_page() -> None:
    assert page_script(b"<p><script>a()\nb()") == b"a()\nb()"


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.html", b"", True),
        ("A.HTM", b"x", True),
        ("a.js", b"\xef\xbb\xbf\n<!doctype html>", True),
        ("a.js", b"a<b", False),
    ],
)
def test_a_page_is_known_by_its_name_or_its_beginning(name: str, head: bytes, expected: bool) -> None:  # noqa: FBT001
    assert is_page(name, head) is expected


def test_a_script_without_modules_is_followed_as_it_is() -> None:
    assert modules(b"var a; book.all(); send()") == [b"var a; book.all(); send()"]


def test_of_a_bundle_only_the_module_of_the_call_is_followed() -> None:
    bundle = (
        b"""({"0de9":function(t,e,n){send(1)},"1f2e":function(t,e,n){book.all()},"2a3b":function(t,e,n){send(2)}})"""
    )

    assert modules(bundle) == [b"(function(t,e,n){book.all()},"]


def test_a_module_in_a_list_is_a_function_of_its_own() -> None:
    bundle = b"!function(e){}([function(t,e,n){send(1)},function(t,e,n){book.all()},function(t,e,n){send(2)}])"

    assert modules(bundle) == [b"(function(t,e,n){book.all()"]


def test_two_calls_in_one_module_are_followed_together_and_in_two_apart() -> None:
    first = b"__d(function(g,r){book.all();book.all()},1,[]);\n"
    second = b"__d(function(g,r){book.all()},2,[]);\n"

    assert modules(first + second) == [first, second]


def test_of_a_long_script_a_window_around_the_call_is_followed() -> None:
    (module,) = modules(b" " * (3 << 20) + b"book.all()" + b" " * (3 << 20))

    assert len(module) == 2 * WINDOW_BYTES


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_cutting_fail(noise: bytes) -> None:
    for module in modules(page_script(b"<script>" + noise + b"book.all()") + noise):
        assert b"book.all" in module
