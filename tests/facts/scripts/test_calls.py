"""A call is found however a script writes the names on the way to it, and not where it only resembles one."""

from __future__ import annotations

import pytest

from permaudit.catalog.scripts import ScriptCall
from permaudit.facts.scripts.calls import find_call, has_call, text_of_chain

CHAIN = "plus.contacts.getAddressBook"


@pytest.mark.parametrize(
    "text",
    [
        "plus.contacts.getAddressBook(0, done)",
        "window.plus.contacts.getAddressBook(0, done)",
        "e.plus.contacts.getAddressBook(0, done)",
        "plus?.contacts?.getAddressBook(0, done)",
        "plus.contacts.getAddressBook?.(0, done)",
        'plus["contacts"]["getAddressBook"](0, done)',
        "plus['contacts'].getAddressBook(0, done)",
        "plus?.[`contacts`].getAddressBook(0, done)",
        'plus["con" + "tacts"].getAddressBook(0, done)',
        'var kind = "contacts"; plus[kind].getAddressBook(0, done)',
        "plus\n  .contacts\n  .getAddressBook(0, done)",
        "plus./* the book */contacts.getAddressBook(0, done)",
        "var book = plus.contacts; book.getAddressBook(0, done)",
        "var t=plus,n=t.contacts;n.getAddressBook(0,done)",
        "(_plus$contacts=plus.contacts)===null||void 0===_plus$contacts||_plus$contacts.getAddressBook(0,done)",
        "const { contacts } = plus; contacts.getAddressBook(0, done)",
        "const{runtime:e,contacts:n}=plus;n?.getAddressBook(0,done)",
        "const { contacts: n = {} } = window.plus; n.getAddressBook(0, done)",
        "const { getAddressBook: open } = plus.contacts; open(0, done)",
        "function Book(){this.api=plus.contacts}Book.prototype.open=function(){this.api.getAddressBook(0,done)}",
        "function Book(){var t=this;t.api=plus.contacts;t.open=function(){t.api.getAddressBook(0,done)}}",
        "!function(c){c.getAddressBook(0,done)}(plus.contacts)",
        "const api = { book: plus.contacts }; api.book.getAddressBook(0, done)",
        "const book = window.plus ? plus.contacts : null; book && book.getAddressBook(0, done)",
        "function book() { return plus.contacts } book().getAddressBook(0, done)",
        "(0,plus.contacts.getAddressBook)(0,done)",
        "const open = plus.contacts.getAddressBook.bind(plus.contacts)",
        r'eval("plus.contacts\n      .getAddressBook(0, done)")',
        r'eval("plus[\"contacts\"].getAddressBook(0, done)")',
        "var _0x4f2a=['getAddressBook','contacts','log'];plus[_0x1b2c('0x1')][_0x1b2c('0x0')](0x0,done)",
    ],
)
def test_a_call_is_found_in_each_way_of_writing_it(text: str) -> None:
    assert has_call(text, CHAIN)


@pytest.mark.parametrize(
    "text",
    [
        "this.getAddressBook(0, done)",
        "api.getAddressBook(); plus.camera.getCamera()",
        "methods: { getAddressBook() { plus.share.getServices() } }",
        "surplus.contacts.getAddressBook(0, done)",
        "plus.contacts.getAddressBookings()",
        "plus.contacts.getAddressBook = function () {}",
        "var other = plus.camera; other.getAddressBook(0, done)",
        "this.api = plus.contacts; this.other.getAddressBook(0, done)",
        "use(plus.camera); other.getAddressBook(0, done)",
        "use(plus.contacts); function getAddressBook() {}",
        "const { contacts } = store; contacts.getAddressBook(0, done)",
        'var kind = "camera"; plus[kind].getAddressBook(0, done)',
        "['getAddressBook', 'contacts'].forEach(show)",
        "",
    ],
)
def test_what_only_resembles_the_call_is_none(text: str) -> None:
    assert not has_call(text, CHAIN)


@pytest.mark.parametrize(
    "text",
    [
        "plus.contacts.getAddressBook(0, function (book) { book.find(null, done) })",
        "plus.contacts.getAddressBook(0, (book) => book.find(null, done), fail)",
        "plus.contacts.getAddressBook(e,t=>{t?.find(null,done)})",
        "plus.contacts.getAddressBook(0, function b(t) { t['find'](null, done) })",
        "plus.contacts.getAddressBook(0, (book) => { console.log('ok :)'); book.find(null, done) })",
        "plus.contacts.getAddressBook(0, (book) => { // done :)\n book.find(null, done) })",
        "plus.contacts.getAddressBook(0, (book) => keep(book))",
        "plus.contacts.getAddressBook(0, this.onBook)",
        "plus.contacts.getAddressBook(0, onBook, function (e) { alert(e.message) })",
        "plus.contacts.getAddressBook(0, ({ find }) => find(null, done), (e) => alert(e.message))",
        "plus.contacts.getAddressBook(0, (book = {}) => book.find(null, done), (e) => alert(e.message))",
        "plus.contacts.getAddressBook(0, async (book) => { await wait(), book.find(null, done) })",
        "plus.contacts.getAddressBook(kind(1, [2]), (book) => book.find(null, done))",
        "plus.contacts.getAddressBook(0, (book) => { /[)]/.test(x), book.find(null, done) })",
        "new Promise((ok, no) => plus.contacts.getAddressBook(0, ok, no))",
        "const { getAddressBook: open } = plus.contacts; open(0, (book) => book.create())",
        "var n=plus.contacts;n.getAddressBook(0,b=>b.create());n.getAddressBook(0,b=>b.find())",
    ],
)
def test_a_book_that_may_be_searched_counts(text: str) -> None:
    assert has_call(text, CHAIN, ["find"])


@pytest.mark.parametrize(
    "text",
    [
        "plus.contacts.getAddressBook(0, function (book) { var card = book.create(); card.save() }); list.find(done)",
        "plus.contacts.getAddressBook(0,e=>{const t=e.create();t.name=1,t.save(()=>list.find(done))})",
        "plus.contacts.getAddressBook(0, (book) => {})",
        "plus.contacts.getAddressBook(kind(1, [2]), (book) => book.create(), (e) => alert(e.message))",
        "plus.contacts.getAddressBook(0, async function (book) { await book.create().save() }, onError)",
    ],
)
def test_a_book_that_is_only_written_to_does_not(text: str) -> None:
    assert not has_call(text, CHAIN, ["find"])


@pytest.mark.parametrize(
    ("chain", "text"),
    [(CHAIN, "getAddressBook"), ("navigator.contacts.find", "navigator.contacts"), ("Book.find", "Book")],
)
def test_a_common_last_name_is_looked_for_with_those_before_it(chain: str, text: str) -> None:
    assert text_of_chain(chain) == text


def open_call(*asked: str) -> ScriptCall:
    return ScriptCall(call="open", scope="all", source="test", chains=(CHAIN,), asked=asked)


def test_of_several_places_those_that_make_the_call_are_told() -> None:
    places = [b"x.getAddressBook()", b"plus.contacts.getAddressBook(0, done)"]

    made = find_call(open_call(), {b"getAddressBook": 2}, {b"getAddressBook": places})

    assert made == (b"getAddressBook", places[1:])


def test_a_call_of_which_no_place_was_kept_must_stand_there_as_it_is() -> None:
    assert find_call(open_call("find"), {CHAIN.encode(): 9, b"getAddressBook": 23}, {}) == (CHAIN.encode(), ())
    assert find_call(open_call("find"), {b"getAddressBook": 23}, {}) is None


HOSTILE = [
    "a" * 32_768,
    " " * 32_768,
    "{" * 32_768,
    "a=" * 16_384,
    "a." * 16_384,
    '"+' * 16_384,
    '["' * 16_384,
    "/*" * 16_384,
    "{}" * 16_384 + "=plus",
    "".join(f"v{each}=plus.camera," for each in range(1_800)),
    "_0x4f2a'" * 4_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_made_to_be_slow_is_read_to_its_end(text: str) -> None:
    assert not has_call(text, CHAIN, ["find"])
    assert has_call(text + ";plus.contacts.getAddressBook(0, done)", CHAIN, ["find"])
