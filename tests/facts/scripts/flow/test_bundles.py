"""Modules of a bundle are followed together with those that they ask for, and with those that ask for them."""

from __future__ import annotations

import pytest
from facts.scripts.flow.following import shipped_values
from hypothesis import given, settings
from hypothesis import strategies as st

from permaudit.facts.scripts.flow.bundles import MOST_TOGETHER_BYTES, together
from permaudit.facts.scripts.flow.following import Asked, follow

BOOK = Asked(("plus.contacts.getAddressBook",))
LOG = Asked(("NativeModules.CallLogs",), frozenset({"CallLogs"}), frozenset({"load"}))
OTHER = '"9f9f":function(t,e,n){e.other=function(t){uni.request({url:"https://other.example.net",data:t})}},'
SENDER = '"3c4d":function(t,e,n){e.upload=function(t){uni.request({url:"https://api.example.com/v1",data:t})}},'
ASKS = (
    '"1f2e":function(t,e,n){var i=n("3c4d");plus.contacts.getAddressBook(1,function(b){b.find([],function(l){%s})})},'
)
READER = (
    '"1f2e":function(t,e,n){e.book=function(){return new Promise(function(r){plus.contacts.getAddressBook(1,function(b)'
    "{b.find([],function(l){r(l)})})})}},"
)
USER = '"5a5a":function(t,e,n){var i=n("1f2e");i.book().then(function(l){%s})},'
METRO = (
    (
        "__d(function(g,r,i,a,m,e,d){var n=r(d[0]).NativeModules.CallLogs;"
        "m.exports={load:function(t){return n.load(t)}}},1,[0]);"
    ),
    "__d(function(g,r,i,a,m,e,d){r(d[0]).load(-1).then(function(t){%s})},2,[1]);",
    '__d(function(g,r,i,a,m,e,d){fetch("https://other.example.net",{body:r(d[0])})},3,[0]);',
)


def webpack(*modules: str) -> str:
    return '(this["webpackJsonp"]=this["webpackJsonp"]||[]).push([["app"],{' + "".join(modules) + "}]);"


def hosts(bundle: str, asked: Asked = BOOK) -> set[str]:
    """The servers that people go to in the module of the call and its relatives."""
    several = together(bundle.encode(), bundle.index(asked.texts[0]))
    found = follow(several[0], asked, shipped_values(), several[1]) if several is not None else None
    return set(found.hosts) if found is not None and found.sends else set()


def test_people_are_followed_into_a_module_that_theirs_asks_for() -> None:
    assert hosts(webpack(OTHER, SENDER, ASKS % "(0,i.upload)({list:l})", OTHER)) == {"api.example.com"}
    assert hosts(webpack(OTHER, SENDER, ASKS % "(0,i.show)({list:l})", OTHER)) == set()


def test_people_are_followed_into_a_module_that_asks_for_theirs() -> None:
    sends = 'uni.request({url:"https://api.example.com",data:l})'

    assert hosts(webpack(OTHER, READER, OTHER, USER % sends)) == {"api.example.com"}
    assert hosts(webpack(OTHER, READER, OTHER, USER % "show(l)")) == set()


def test_a_function_of_the_same_name_in_another_module_is_another_function() -> None:
    sends = 'n("77aa").book().then(function(x){uni.request({url:"https://api.example.com",data:x})});i.book()'
    user = USER.replace("i.book().then(function(l){%s})", sends)

    assert hosts(webpack(OTHER, READER, user)) == set()


def test_modules_of_metro_are_found_by_their_numbers() -> None:
    first, second, third = METRO

    assert hosts(first + second % 'fetch("https://api.example.com",{body:t})' + third, LOG) == {"api.example.com"}
    assert hosts(first + second % "show(t)" + third, LOG) == set()


@pytest.mark.parametrize("bundle", ["plus.contacts.getAddressBook()", webpack(OTHER, ASKS % "l")])
def test_a_module_without_relatives_is_followed_alone(bundle: str) -> None:
    assert together(bundle.encode(), bundle.index("plus")) is None


def test_no_more_than_so_much_is_followed_together() -> None:
    large = SENDER[:-2] + ";" + " " * MOST_TOGETHER_BYTES + "},"

    assert hosts(webpack(large, ASKS % "(0,i.upload)(l)")) == set()


@given(st.text(alphabet='{}()[]",:;=>0123abcdefn function', max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_bundle_makes_this_fail(noise: str) -> None:
    together((noise + ASKS % noise + noise).encode(), len(noise) + 20)
