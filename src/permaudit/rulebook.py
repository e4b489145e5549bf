"""Everything that `rules/` says, as one value: read from YAML, or from the compiled form that a wheel carries.

The compiled form is `compiled/book` in the rules directory: the hash of all files it was made from, then MessagePack.
It is used only while that hash still fits; a directory without it is read from its YAML.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog, load_flow_catalog
from permaudit.catalog.framework import FILE_NAME, Framework, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import Operations, load_operations
from permaudit.judge.loader import add_pack, load_rule_set, rules_hash
from permaudit.judge.references import known_names
from permaudit.judge.rule_set import RuleSet

COMPILED = "compiled/book"


class Book(msgspec.Struct, frozen=True):
    """What is compiled: rules, clauses and answers, and the catalogue but for Android's own classes."""

    rule_set: RuleSet
    catalog: Catalog
    operations: Operations
    flows: FlowCatalog


class RuleBook(msgspec.Struct, frozen=True):
    """All of it, loaded once for any number of apps; `rules_sha256` names the state of every file it came from."""

    rule_set: RuleSet
    rules_sha256: str
    catalog: Catalog
    operations: Operations
    framework: Framework
    flows: FlowCatalog


def load_rule_book(shipped: Path, packs: Sequence[Path] = ()) -> RuleBook:
    """Load `shipped` and what packs add to it; a rule or clause of a pack replaces the shipped one of the same id.

    Raises:
        RuleError: a file cannot be used as written.
    """
    digest = rules_hash(shipped)
    catalogs = [pack / "catalog" for pack in packs if (pack / "catalog").is_dir()]
    compiled = None if catalogs else _read_compiled(shipped / COMPILED, digest)
    book = compiled or _read_book(shipped, catalogs)
    rule_set = book.rule_set
    for pack in packs:
        rule_set = add_pack(rule_set, pack, known_names(book.catalog))
    return RuleBook(
        rule_set=rule_set,
        rules_sha256="+".join([digest, *(rules_hash(pack) for pack in packs)]),
        catalog=book.catalog,
        operations=book.operations,
        framework=load_framework(shipped / "catalog" / FILE_NAME, is_sorted=compiled is not None),
        flows=book.flows,
    )


def compile_book(shipped: Path) -> bytes:
    """The compiled form of a rules directory.

    Raises:
        RuleError: a file cannot be used as written.
    """
    load_framework(shipped / "catalog" / FILE_NAME)
    return rules_hash(shipped).encode() + msgspec.msgpack.encode(_read_book(shipped, ()))


def _read_book(shipped: Path, catalogs: Sequence[Path]) -> Book:
    directory = shipped / "catalog"
    catalog = load_catalog(directory, catalogs)
    return Book(
        load_rule_set(shipped, known_names(catalog)),
        catalog,
        load_operations(directory, catalogs),
        load_flow_catalog(directory, catalogs),
    )


def _read_compiled(path: Path, digest: str) -> Book | None:
    """The compiled form, or None where there is none, a damaged one, or one of other files."""
    try:
        written = path.read_bytes()
    except OSError:
        return None
    key = digest.encode()
    if not written.startswith(key):
        return None
    try:
        return msgspec.msgpack.decode(memoryview(written)[len(key) :], type=Book)
    except (msgspec.MsgspecError, ValueError):
        return None  # damaged on the disk: the files that it was made from say the same
