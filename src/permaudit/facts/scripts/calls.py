"""Finds calls by the names on the way to them, as scripts write these: `a?.b`, `a["b"]`, by a variable, taken apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from permaudit.catalog.scripts import ScriptCall

MOST_VARIABLES = 16
"""So many variables that hold one object on the way are followed."""

SCRAMBLED_NAME = b"_0x"
"""So begin the names that tools such as javascript-obfuscator and jsjiami give everything; nothing else does."""

FEWEST_SCRAMBLED = 40
"""A script with as many of these names as this is scrambled, at least in part."""

SCRAMBLED_LIST = b"['shift']())"
"""How such a tool's script puts the list of its texts in order, also where its names are other ones."""

_FEWEST_LETTERS = 10  # a last name as long as this is looked for alone; a shorter one with what stands before it
_NAME = r"[A-Za-z_$][\w$]{0,60}"
_SPACE = r"\s{0,40}"
_GLOBALS = r"(?:(?:window|self|globalThis|global|top|parent|this)\.)?"
_OWNERS = rf"(?:{_NAME}\.){{0,3}}"
_COMMENT = re.compile(r"/\*[^*]{0,200}\*/")
_JOINED = re.compile(rf"""(?:"{_SPACE}\+{_SPACE}"|'{_SPACE}\+{_SPACE}')""")
_BRACKETS = re.compile(rf"""(?<!\s){_SPACE}(?:\?\.)?\[{_SPACE}(["'`])({_NAME})\1{_SPACE}\]""")
_DOT = re.compile(rf"(?<!\s){_SPACE}\??\.{_SPACE}(?=[A-Za-z_$])")
_WRITTEN_WHITE = re.compile(r"\\[nrt]")
_TEXT_OR_BRACKET = re.compile(r'"[^"\\\n]*"|\'[^\'\\\n]*\'|//[^\n]*|[()\[\]{},]')
_DEPTHS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_SCRAMBLED = re.compile(r"_0x[0-9a-f]{4,8}\b")
_PARAMETER = re.compile(
    rf"{_SPACE}(?:async\b{_SPACE})?(?:function\b{_SPACE}(?:{_NAME})?{_SPACE}\({_SPACE}({_NAME})"
    rf"|\({_SPACE}({_NAME}){_SPACE}[,)][^()]{{0,80}}=>"
    rf"|({_NAME}){_SPACE}=>)"
)


def text_of_chain(chain: str) -> str:
    """What stands wherever a script has this call: its last name, or all but that one if it is a common word."""
    before, _, last = chain.rpartition(".")
    return last if len(last) >= _FEWEST_LETTERS else before


def is_scrambled(names: int, found: Collection[bytes]) -> bool:
    """Whether a script is scrambled in which so many such names stand, and these texts."""
    return names >= FEWEST_SCRAMBLED or SCRAMBLED_LIST in found


def find_call(
    call: ScriptCall,
    found: Mapping[bytes, int],
    around: Mapping[bytes, Sequence[bytes]] | None,
    *,
    in_bytecode: bool = False,
) -> tuple[bytes, Sequence[bytes]] | None:
    """The text by which a script is seen to make a call, and what stands around the places where it does.

    `found` are the texts of the script that were looked for, `around` what was kept of what stands there, if it has
    text at all.
    """
    around = around or {}
    first = next((text for text in map(str.encode, call.names if in_bytecode else call.text) if text in found), None)
    met = [place for text in call.text for place in around.get(text.encode(), ())]
    near: Sequence[bytes] = [place for place in met if not _is_own(place, call.own)]
    if met and not near:
        return None
    if first is None:
        first, near = _first_chain(call, found, around)
    is_beside = all(text.encode() in found for text in call.together)
    if first is None or not is_beside or any(text.encode() in found for text in call.unless):
        return None
    return first, near


def _first_chain(
    call: ScriptCall, found: Mapping[bytes, int], around: Mapping[bytes, Sequence[bytes]]
) -> tuple[bytes | None, Sequence[bytes]]:
    """The same for the chains of a call; one of which nothing was kept must stand in the script as it is."""
    for chain in call.chains:
        text = text_of_chain(chain).encode()
        if text not in around and chain.encode() in found:
            return chain.encode(), ()
        places = [each for each in around.get(text, ()) if has_call(each.decode("utf-8", "replace"), chain, call.asked)]
        if places:
            return text, places
    return None, ()


def _is_own(place: bytes, own: Iterable[str]) -> bool:
    """Whether what stands around a place is a module of Metro's, alone, that holds one of the texts."""
    return place.startswith(b"__d(") and any(each.encode() in place for each in own)


def has_call(text: str, chain: str, asked: Collection[str] = ()) -> bool:
    """Whether a part of a script makes this call, which is written as names with dots.

    With `asked`, the call hands an object to a function, and counts only if that asks the object for one of these; of
    a function that stands elsewhere it is taken to.
    """
    names = chain.split(".")
    plain = _plainly(text, names)
    return any(_is_asked(plain, at, asked) for at in _places(plain, names)) or _has_scrambled(plain, names)


def _plainly(text: str, names: Sequence[str]) -> str:
    """The text with each member written in the same way, as far as the names go; none without all of the names."""
    if "eval(" in text:  # modules as texts, as webpack makes them for development
        text = _WRITTEN_WHITE.sub(" ", text).replace('\\"', '"').replace("\\'", "'")
    text = _JOINED.sub("", _COMMENT.sub("", text))
    if not all(name in text for name in names):
        return ""
    for name in names[1:]:
        variables = re.findall(rf"""(?<![\w$])({_NAME}){_SPACE}={_SPACE}["']{re.escape(name)}["']""", text)
        for variable in sorted(set(variables))[:MOST_VARIABLES]:
            text = re.sub(rf"\[{_SPACE}{re.escape(variable)}{_SPACE}\]", f".{name}", text)
    return _DOT.sub(".", _BRACKETS.sub(r".\2", text)).replace("?.(", "(")


def _places(text: str, names: Sequence[str]) -> list[int | None]:
    """Behind each use of the last name of what the names before it lead to; None where it is taken into a variable.

    An object that is handed to a function may be asked there, under a name of its own.
    """
    held = {names[0], *_assigned_to(text, {names[0]})}
    for name in names[1:-1]:
        taken = _taken_out(text, held, name)
        held = {f"{each}.{name}" for each in held} | taken
        held |= _assigned_to(text, held)
    uses: list[int | None] = [found.end() for each in sorted(held) for found in _use(each, names[-1]).finditer(text)]
    uses += [None for _ in _taken_out(text, held, names[-1])]
    if not uses and len(names[-1]) >= _FEWEST_LETTERS and any(_handed_on(each).search(text) for each in sorted(held)):
        uses += [
            found.end()
            for found in re.finditer(rf"(?<=[\w$)\]]\.){re.escape(names[-1])}(?![\w$])(?!{_SPACE}=[^=>])", text)
        ]
    return uses


def _assigned_to(text: str, held: Collection[str]) -> set[str]:
    """Variables and properties that are given what is held; a property begins with a dot."""
    return _few(f"{dot}{name}" for each in sorted(held) for dot, name in _assignment(each).findall(text))


def _taken_out(text: str, held: Collection[str], name: str) -> set[str]:
    """Variables that a pattern such as `{ name: variable } = held` gives what has the name."""
    return _few(
        part.partition(":")[2].partition("=")[0].strip() or name
        for each in sorted(held)
        for parts in _pattern(each).findall(text)
        for part in parts.split(",")
        if part.partition(":")[0].partition("=")[0].strip() == name
    )


def _few(variables: Iterable[str]) -> set[str]:
    return set(sorted(set(variables))[:MOST_VARIABLES])


@lru_cache(maxsize=512)
def _assignment(held: str) -> re.Pattern[str]:
    return re.compile(rf"(\.?)(?<![\w$])({_NAME}){_SPACE}={_SPACE}{_expression(held)}(?![\w$.(\[=])")


@lru_cache(maxsize=512)
def _pattern(held: str) -> re.Pattern[str]:
    return re.compile(rf"\{{((?:[^{{}}]|\{{\}}){{0,400}})\}}{_SPACE}={_SPACE}{_expression(held)}(?![\w$.(\[=])")


@lru_cache(maxsize=512)
def _handed_on(held: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[(,:?\[]|return\b){_SPACE}{_expression(held)}{_SPACE}[),:;\]}}]")


@lru_cache(maxsize=512)
def _use(held: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"{_expression(held)}\.{re.escape(name)}(?![\w$])(?!{_SPACE}=[^=>])")


def _expression(held: str) -> str:
    """A variable, before which only what holds everything may stand; before a property or more names any object may."""
    if held.startswith("."):
        return rf"(?<![\w$]){_NAME}(?:\.{_NAME}){{0,2}}{re.escape(held)}"
    return rf"(?<![\w$]){_OWNERS if '.' in held else '(?<![.])' + _GLOBALS}{re.escape(held)}"


def _is_asked(text: str, at: int | None, asked: Collection[str]) -> bool:
    """Whether the function that a call is given may ask what it is handed for one of these."""
    if not asked or at is None:
        return True
    arguments = _arguments(text, at)
    for number, start in enumerate(_starts(arguments)):
        parameter = _PARAMETER.match(arguments, start)
        if parameter is not None:
            handed = next(filter(None, parameter.groups()))
            uses = re.findall(rf"(?<![\w$.]){re.escape(handed)}(?![\w$])\.?({_NAME})?", arguments[parameter.end() :])
            return any(not use or use in asked for use in uses)
        if number:
            return True  # a function that stands elsewhere
    return True


def _starts(arguments: str) -> list[int]:
    """Where each of the arguments begins."""
    starts, depth = [0], 0
    for found in _TEXT_OR_BRACKET.finditer(arguments):
        if found.group() == "," and not depth:
            starts.append(found.end())
        depth += _DEPTHS.get(found.group(), 0)
    return starts


def _arguments(text: str, at: int) -> str:
    """What stands in the parentheses behind a place; all up to the end where the brackets in them do not match."""
    start = text.find("(", at, at + 8)
    if start < 0:
        return ""
    depth = others = 0
    for found in _TEXT_OR_BRACKET.finditer(text, start):
        if found.group() in "()":
            depth += _DEPTHS[found.group()]
        else:
            others += _DEPTHS.get(found.group(), 0)
        if not depth:
            return text[start + 1 :] if others else text[start + 1 : found.start()]
    return text[start + 1 :]


def _has_scrambled(text: str, names: Sequence[str]) -> bool:
    """Whether the names stand in the list to which javascript-obfuscator moves the texts of a script."""
    return _SCRAMBLED.search(text) is not None and all(
        re.search(rf"""(["']){re.escape(name)}\1""", text) for name in names[1:]
    )
