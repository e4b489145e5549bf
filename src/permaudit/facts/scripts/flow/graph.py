"""Values of a script and how each goes on into others; what reaches where is followed under a bound of steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

MOST_STEPS = 200_000
"""So much work is done for one module; what is left then is not followed."""

ANY = "*"
"""A field that is not known by name: an element of a list, or one chosen while the script runs."""

_LONGEST_PATH = 4
_MOST_SEARCHED = 200

Path = tuple[str, ...]
Hook = Callable[[], None]


class Way(Enum):
    """How a value goes on.

    As it is; out of a field or into one; as part of one text; only if it is in no field with a name; or, with HOLD,
    into an object that is the same for all who have it.
    """

    COPY = auto()
    LOAD = auto()
    STORE = auto()
    JOIN = auto()
    WHOLE = auto()
    HOLD = auto()


@dataclass(frozen=True, slots=True)
class Edge:
    """One way to another value, or from it."""

    other: int
    way: Way
    name: str


@dataclass(eq=False, slots=True)
class Function:
    """A function of the script: the values of its parameters, all of them in one, and what it gives back.

    `names` are those under which it may be called.
    """

    parameters: list[int]
    parameter_names: list[str]
    arguments: int
    result: int
    names: set[str] = field(default_factory=set)
    is_generator: bool = False


class Graph:
    """The values of one module as numbers.

    A fact is a path of fields of a value in which people are; `()` is the value itself. Facts do not come out of fields
    `of_nobody`.
    """

    def __init__(self, of_nobody: frozenset[str]) -> None:
        self._of_nobody = of_nobody
        self._out: list[list[Edge]] = []
        self._in: list[list[Edge]] = []
        self._facts: list[dict[Path, bool]] = []
        self._pending: deque[tuple[int, Path]] = deque()
        self._hooks: dict[int, list[Hook]] = {}
        self._called: deque[Hook] = deque()
        self.functions: dict[int, Function] = {}
        self.steps = MOST_STEPS

    def new(self) -> int:
        """One more value."""
        self._out.append([])
        self._in.append([])
        self._facts.append({})
        return len(self._out) - 1

    def join(self, origin: int, to: int, way: Way = Way.COPY, name: str = "") -> None:
        """Say that one value goes on into another; facts that are there go on, too."""
        self._out[origin].append(Edge(to, way, name))
        if way is not Way.HOLD:
            self._in[to].append(Edge(origin, way, name))
        self._pending.extend((origin, path) for path in self._facts[origin])
        self._pending.extend((to, path) for path, is_held in self._facts[to].items() if is_held)

    def hold(self, origin: int, holder: int, *path: str) -> None:
        """Say that an object has another value in one of its fields from now on."""
        inner = origin
        for name in reversed(path):
            outer = self.new()
            self.join(inner, outer, Way.STORE, name)
            inner = outer
        self.join(inner, holder, Way.HOLD)

    def watch(self, value: int, hook: Hook) -> None:
        """Have something done once people reach a value."""
        if self._facts[value]:
            self._called.append(hook)
        else:
            self._hooks.setdefault(value, []).append(hook)

    def put(self, value: int, path: Path = (), *, is_held: bool = False) -> None:
        """Note a fact. One that is held by the object itself is seen by all who have the same object."""
        path = path[:_LONGEST_PATH]
        facts = self._facts[value]
        if not facts:
            self._called.extend(self._hooks.pop(value, ()))
        if path not in facts or (is_held and not facts[path]):
            facts[path] = is_held
            self._pending.append((value, path))

    def has(self, value: int) -> bool:
        """Whether people are in a value, or in a field of it."""
        return bool(self._facts[value])

    def run(self) -> None:
        """Follow all facts, as far as the steps go."""
        while self.steps > 0 and (self._pending or self._called):
            if not self._pending:
                self.steps -= 1
                self._called.popleft()()
                continue
            value, path = self._pending.popleft()
            self._go_on(value, path)
            if self._facts[value][path] and path:
                self._go_back(value, path)

    def reached_back(self, value: int, path: Path = ()) -> dict[int, Path]:
        """The values that a value, or a field of it, may come from, with what is asked of each; nearest first."""
        found = {value: path}
        pending = deque(found)
        while pending and len(found) < _MOST_SEARCHED:
            current = pending.popleft()
            self.steps -= 1 + len(self._in[current])
            for edge in self._in[current]:
                asked = _undone(edge, found[current])
                if asked is not None and edge.other not in found:
                    found[edge.other] = asked
                    pending.append(edge.other)
        return found

    def _go_on(self, value: int, path: Path) -> None:
        ways = self._out[value]
        self.steps -= 1 + len(ways)
        for edge in ways:
            further = self._through(edge, path)
            if further is not None:
                self.put(edge.other, further, is_held=edge.way is Way.HOLD)

    def _through(self, edge: Edge, path: Path) -> Path | None:
        match edge.way:
            case Way.COPY | Way.HOLD:
                return path
            case Way.STORE:
                return (edge.name, *path)
            case Way.JOIN:
                return ()
            case Way.WHOLE:
                return path if not path or path[0] == ANY else None
            case Way.LOAD:
                return self._loaded(edge.name, path)

    def _loaded(self, name: str, path: Path) -> Path | None:
        if name in self._of_nobody:
            return None
        if not path:
            return path
        return path[1:] if name in (path[0], ANY) or path[0] == ANY else None

    def _go_back(self, value: int, path: Path) -> None:
        """What an object holds is seen where the value came from, too: it is the same object there."""
        self.steps -= len(self._in[value])
        for edge in self._in[value]:
            if edge.way is Way.COPY:
                self.put(edge.other, path, is_held=True)
            elif edge.way is Way.LOAD:
                self.put(edge.other, (edge.name, *path), is_held=True)


def _undone(edge: Edge, path: Path) -> Path | None:
    """What was asked of a value, asked of where it came from."""
    if edge.way is Way.COPY:
        return path
    if edge.way is Way.LOAD:
        return (edge.name, *path) if len(path) < _LONGEST_PATH else None
    if edge.way is Way.STORE and path:
        return path[1:] if path[0] == edge.name or ANY in (path[0], edge.name) else None
    return None
