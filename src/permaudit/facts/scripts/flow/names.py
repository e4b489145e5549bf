"""Which variable each name of a script means, which of its values a read may see, and what `this` is."""

from __future__ import annotations

from dataclasses import dataclass, field

from permaudit.facts.scripts.flow.syntax import Node, Syntax

FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function_declaration",
        "generator_function",
        "arrow_function",
        "method_definition",
    }
)
"""The kinds of nodes that are functions."""

_BLOCKS = frozenset({"statement_block", "for_statement", "for_in_statement", "catch_clause", "switch_body"})
_LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})
_SOMETIMES = {
    "if_statement": ("consequence", "alternative"),
    "ternary_expression": ("consequence", "alternative"),
    "for_statement": ("body", "increment"),
    "for_in_statement": ("body", "left"),
    "while_statement": ("body",),
    "do_statement": ("body",),
    "try_statement": ("body", "handler"),
    "assignment_pattern": ("right",),
    "object_assignment_pattern": ("right",),
}
_SHORT_CIRCUITS = frozenset({"&&", "||", "??"})
_DEEPEST = 60  # blocks or scopes looked through outwards
_MOST_VALUES = 12  # of a variable with more than these, each read sees all


@dataclass(eq=False, slots=True)
class Block:
    """Text that runs as a whole or not at all."""

    outer: Block | None
    function: Node | None
    loop: Node | None = None


@dataclass(eq=False, slots=True)
class Definition:
    """One place where a variable gets a value."""

    value: int
    at: int
    block: Block
    replaces: bool = True
    node: Node | None = None


@dataclass(eq=False, slots=True)
class Variable:
    """A variable; `alias` is the name of what it was imported as, `together` a value for all that it is given."""

    definitions: list[Definition] = field(default_factory=list)
    alias: str | None = None
    parameter_of: Node | None = None
    together: int | None = None

    def seen_at(self, at: int, block: Block) -> list[Definition] | None:
        """The definitions whose value a read at a place may see: none that another one has replaced by then.

        None where it may be any of many.
        """
        if len(self.definitions) < 2:  # noqa: PLR2004  (one is seen wherever the variable is)
            return self.definitions
        around = _outwards(block)
        if around is None or len(self.definitions) > _MOST_VALUES:
            return None
        here = [each for each in self.definitions if each.block.function is block.function]
        replaced = [each.at for each in here if each.replaces and each.at < at and each.block in around]
        last = max(replaced, default=-1)
        loops = [each.loop for each in around if each.loop is not None and each.loop.start > last]
        return [
            each
            for each in self.definitions
            if each.block.function is not block.function
            or last <= each.at < at
            or (each.at >= at and any(loop.start <= each.at < loop.end for loop in loops))
        ]


@dataclass(eq=False, slots=True)
class Scope:
    """Names that mean the same; `this_of` is the node whose value `this` is: of a class, an object or the module.

    `whole` is the scope of the function or module around it, which has what is declared with `var`.
    """

    outer: Scope | None
    function: Node | None
    this_of: Node
    whole: Scope | None = None
    names: dict[str, Variable] = field(default_factory=dict)

    def find(self, name: str) -> Variable | None:
        """The variable of a name; None if the module does not declare it."""
        scope: Scope | None = self
        for _ in range(_DEEPEST):
            if scope is None:
                return None
            if name in scope.names:
                return scope.names[name]
            scope = scope.outer
        return None


class Names:
    """The names of one module."""

    def __init__(self, syntax: Syntax) -> None:
        root = syntax.nodes[0]
        self._syntax = syntax
        self.scopes: dict[Node, Scope] = {root: Scope(None, None, root)}
        self.blocks: dict[Node, Block] = {root: Block(None, None)}
        self.objects: dict[Node, Node] = {}
        for node in syntax.nodes[1:]:
            self._place(node)
        for node in syntax.nodes:
            self._declare(node)

    def inside(self, node: Node) -> Scope:
        """The scope of what is in a node."""
        return self.scopes[node]

    def of(self, node: Node) -> Scope:
        """The scope that a node stands in."""
        return self.scopes[node if node.parent is None else node.parent]

    def _place(self, node: Node) -> None:
        parent = node.parent
        assert parent is not None
        scope, block = self.scopes[parent], self.blocks[parent]
        if _is_sometimes(node, parent):
            block = Block(block, block.function, parent if parent.kind in _LOOPS else None)
        if node.kind == "object":
            self.objects[node] = self._object_around(node)
        if node.kind in FUNCTIONS:
            scope = Scope(scope, node, self._this_of(node, scope))
            block = Block(block, node)
        elif node.kind in ("class_body", "class_static_block"):
            this_of = parent if node.kind == "class_body" else scope.this_of
            scope = Scope(scope, scope.function, this_of, scope.whole or scope)
        elif node.kind in _BLOCKS:
            scope = Scope(scope, scope.function, scope.this_of, scope.whole or scope)
        self.scopes[node], self.blocks[node] = scope, block

    def _object_around(self, node: Node) -> Node:
        """The object whose `this` the functions in an object have: the outermost that it is written in."""
        pair = node.parent
        if (
            pair is not None
            and pair.kind == "pair"
            and pair.parent is not None
            and not self._is_named_pair(pair.parent)
        ):
            return self.objects.get(pair.parent, node)
        return node

    def _is_named_pair(self, node: Node) -> bool:
        """Whether an object is `{key: "name", value: function}`, as compilers of classes write methods."""
        keys = [each.child("key") for each in node.children[:3]]
        return {"key", "value"} <= {self._syntax.text_of(key) for key in keys if key is not None}

    def _this_of(self, node: Node, scope: Scope) -> Node:
        parent = node.parent
        if node.kind == "arrow_function" or parent is None:
            return scope.this_of
        holder = parent.parent if parent.kind == "pair" else parent
        if holder is not None and holder.kind == "object" and not self._is_named_pair(holder):
            return self.objects[holder]
        return scope.this_of

    def _declare(self, node: Node) -> None:
        match node.kind:
            case "function_declaration" | "generator_function_declaration" | "class_declaration":
                self._declare_name(self.of(node), node.child("name"))
            case "function_expression" | "generator_function" | "class":
                self._declare_name(self.scopes[node], node.child("name"))
            case "import_specifier":
                self._import(node, node.child("alias") or node.child("name"), node.child("name"))
            case "import_clause" | "namespace_import":
                self._import_whole(node)
            case "identifier" | "shorthand_property_identifier_pattern":
                self._declare_pattern(node)

    def _declare_name(self, scope: Scope, name: Node | None) -> None:
        if name is not None:
            scope.names.setdefault(self._syntax.text_of(name), Variable())

    def _import(self, node: Node, local: Node | None, name: Node | None) -> None:
        if local is not None and name is not None:
            self.of(node).names[self._syntax.text_of(local)] = Variable(alias=self._syntax.text_of(name))

    def _import_whole(self, node: Node) -> None:
        statement = node.parent if node.kind == "import_clause" else node.parent and node.parent.parent
        source = statement.child("source") if statement else None
        for each in node.children:
            if each.kind == "identifier" and source is not None:
                alias = self._syntax.text_of(source).strip("'\"`").rpartition("/")[2]
                self.of(node).names[self._syntax.text_of(each)] = Variable(alias=alias)

    def _declare_pattern(self, node: Node) -> None:
        """Declare a name that stands in a declaration, a parameter, a loop or a catch."""
        top = pattern_top(node)
        holder = top.parent
        if holder is None:
            return
        name = self._syntax.text_of(node)
        if holder.kind == "formal_parameters" or (holder.kind == "arrow_function" and top.field == "parameter"):
            function = holder if holder.kind == "arrow_function" else holder.parent
            if function is not None:
                self.scopes[function].names.setdefault(name, Variable(parameter_of=function))
        elif holder.kind == "catch_clause" and top.field == "parameter":
            self.scopes[holder].names.setdefault(name, Variable())
        elif holder.kind == "variable_declarator" and top.field == "name" and holder.parent is not None:
            is_var = holder.parent.kind == "variable_declaration"
            self._declare_in(self.of(holder), name, is_var=is_var)
        elif holder.kind == "for_in_statement" and top.field == "left" and holder.keyword:
            self._declare_in(self.scopes[holder], name, is_var=holder.keyword == "var")

    def _declare_in(self, scope: Scope, name: str, *, is_var: bool) -> None:
        if is_var and scope.whole is not None:
            scope = scope.whole
        scope.names.setdefault(name, Variable())


def pattern_top(node: Node) -> Node:
    """The outermost pattern that a name is part of as what gets a value; the node itself where it is none."""
    for _ in range(_DEEPEST):
        parent = node.parent
        if parent is None:
            break
        is_part = (
            parent.kind in ("object_pattern", "array_pattern", "rest_pattern")
            or (parent.kind == "pair_pattern" and node.field == "value")
            or (parent.kind in ("assignment_pattern", "object_assignment_pattern") and node.field == "left")
        )
        if not is_part:
            break
        node = parent
    return node


def _is_sometimes(node: Node, parent: Node) -> bool:
    """Whether a part runs only sometimes when the whole does."""
    if node.kind in ("switch_case", "switch_default"):
        return True
    if parent.kind == "binary_expression":
        return node.field == "right" and parent.operator in _SHORT_CIRCUITS
    return node.field in _SOMETIMES.get(parent.kind, ())


def _outwards(block: Block) -> list[Block] | None:
    """A block and those around it in the same function; None if they are too many."""
    found: list[Block] = []
    current: Block | None = block
    while current is not None and current.function is block.function:
        found.append(current)
        current = current.outer
        if len(found) > _DEEPEST:
            return None
    return found
