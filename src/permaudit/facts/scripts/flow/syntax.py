"""JavaScript as a tree of plain nodes, parsed under bounds; broken text gives what can be made out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node as ParsedNode
    from tree_sitter import TreeCursor

MOST_NODES = 80_000
"""A module with more parts than this is followed only around the call."""

LARGEST_REGION_BYTES = 128 << 10
"""So much text around a call becomes nodes; what a bundler's module or a page's script has is far below it."""

_CHUNK_BYTES = 4096
_READS_PER_CHUNK = 12  # ordinary text is read about once; text that is made to be lexed over and over is given up
_FEWEST_READS = 64
_PARTS = (1, 4, 16)  # of the largest region, tried in this order where it has too many nodes


class Node:
    """One part of the text: its kind as tree-sitter-javascript names it, its place, and its parts.

    `field` is what it is to its parent; `operator` what it is written with, `keyword` the `var` or the like before it.
    """

    __slots__ = ("children", "end", "field", "keyword", "kind", "operator", "parent", "start")

    def __init__(self, kind: str, field: str | None, start: int, end: int, parent: Node | None) -> None:
        self.kind, self.field, self.start, self.end, self.parent = kind, field, start, end, parent
        self.children: list[Node] = []
        self.operator = self.keyword = ""

    def child(self, field: str) -> Node | None:
        """The first part that is this to it."""
        return next((each for each in self.children if each.field == field), None)


class Syntax:
    """The tree of one text, or of as much of it as is looked at; `nodes` come in the order of their beginnings."""

    def __init__(self, text: bytes, nodes: list[Node]) -> None:
        self.text, self.nodes = text, nodes

    def text_of(self, node: Node, most: int = 200) -> str:
        """The text of a node, at most so many bytes of it."""
        return self.text[node.start : min(node.end, node.start + most)].decode("utf-8", "replace")


def parse(text: bytes, at: int) -> Syntax | None:
    """Parse a text as far as it matters for the place `at`; None where it takes too much work."""
    from tree_sitter import Language, Parser  # noqa: PLC0415  (only where a script makes a call that matters)
    from tree_sitter_javascript import language  # noqa: PLC0415

    reads_left = _FEWEST_READS + _READS_PER_CHUNK * (len(text) // _CHUNK_BYTES + 1)

    def read(offset: int, _: object) -> bytes:
        nonlocal reads_left
        reads_left -= 1
        return text[offset : offset + _CHUNK_BYTES] if reads_left > 0 else b""

    tree = Parser(Language(language())).parse(read)
    if reads_left <= 0:
        return None
    for part in _PARTS:
        root = Node("program", None, 0, len(text), None)
        nodes = [root]
        if all(_copy(each.walk(), root, nodes) for each in _region(tree.root_node, at, LARGEST_REGION_BYTES // part)):
            return Syntax(text, nodes)
    return None


def _region(root: ParsedNode, at: int, most: int) -> list[ParsedNode]:
    """The parts of the text around a place that are small enough together, whole ones only."""
    around = root
    while around.end_byte - around.start_byte > most:
        parts = _parts(around)
        which = next((number for number, each in enumerate(parts) if each.end_byte > at), None)
        if which is None:
            return []
        if parts[which].end_byte - parts[which].start_byte <= most:
            return _neighbours(parts, which, most)
        around = parts[which]
    return [around]


def _parts(node: ParsedNode) -> list[ParsedNode]:
    cursor, found = node.walk(), []
    more = cursor.goto_first_child()
    while more:
        if cursor.node is not None and cursor.node.is_named:
            found.append(cursor.node)
        more = cursor.goto_next_sibling()
    return found


def _neighbours(parts: list[ParsedNode], which: int, most: int) -> list[ParsedNode]:
    """One part with those before and behind it, as far as they fit."""
    sizes = [each.end_byte - each.start_byte for each in parts]
    before = behind = (most - sizes[which]) // 2
    first, last = which, which + 1
    while first and (before := before - sizes[first - 1]) >= 0:
        first -= 1
    while last < len(parts) and (behind := behind - sizes[last]) >= 0:
        last += 1
    return parts[first:last]


def _copy(cursor: TreeCursor, root: Node, nodes: list[Node]) -> bool:
    """Take over the part that the cursor stands on; False if there are too many nodes."""
    parent = root
    while True:
        parsed = cursor.node
        assert parsed is not None
        node = None
        if parsed.is_named:
            node = Node(parsed.type, cursor.field_name, parsed.start_byte, parsed.end_byte, parent)
            parent.children.append(node)
            nodes.append(node)
            if len(nodes) > MOST_NODES:
                return False
        elif cursor.field_name == "operator":
            parent.operator = parsed.type
        elif cursor.field_name == "kind":
            parent.keyword = parsed.type
        if node is not None and cursor.goto_first_child():
            parent = node
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent() or parent.parent is None:
                return True
            parent = parent.parent
