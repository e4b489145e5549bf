"""Where code comes from that an app loads: who writes the file, and which address or asset its bytes flow from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from permaudit.catalog.code_sources import CodeSources, FileWrite, fill_shown
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.descriptors import parameters
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE, STATIC_INVOKES
from permaudit.evidence.filepaths import PathResolver
from permaudit.evidence.flows.addresses import read_address
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.sites import numbers_of
from permaudit.evidence.values import UNKNOWN_PIECE, Text, Uri

MOST_STEPS = 2_000
"""Registers looked behind for the code of one loader."""

DEEPEST = 5
"""Calls entered or left on the way from the bytes to their address."""

_MOST_WRITES = 64
_MOST_CALLERS = 8
_MOST_TOLD = 200
_RESULTS = (0x0A, 0x0B, 0x0C)
_NEW_ARRAY, _AGET_OBJECT = 0x23, 0x46
_IGET_OBJECT, _IPUT_OBJECT, _SGET_OBJECT = 0x54, 0x5B, 0x62
_TEXTS = frozenset({"Ljava/lang/String;", "Ljava/lang/CharSequence;", "Ljava/lang/Object;", "Landroid/net/Uri;"})

_Step = tuple[Frame, int, int, Context]


@dataclass(slots=True)
class Origin:
    """What flows into loaded code: addresses, files of the package, or at least what a server answers."""

    addresses: set[str] = field(default_factory=set)
    assets: set[str] = field(default_factory=set)
    answered: bool = False

    @property
    def is_known(self) -> bool:
        """Whether an address or an asset was found."""
        return bool(self.addresses or self.assets)


def package_of(class_name: str) -> str:
    """The package of a class, `Lcom/x/A;`, as `Lcom/x`."""
    return class_name.rpartition("/")[0]


class OriginFinder:
    """Looks behind bytes for where they come from, and behind a file's path for the bytes that are written there.

    Packages in `near` are looked at first: what writes a file of code seldom stands far from what loads it.
    """

    def __init__(
        self, resolver: PathResolver, sources: CodeSources, is_own: Callable[[int], bool], near: frozenset[str]
    ) -> None:
        self._resolver, self._code, self._is_own = resolver, resolver.code, is_own
        self._near = near
        self._sources = sources
        self._assets = {each.method: each.folder for each in sources.assets}
        self._named = {name.partition("->")[2] for name in (*self._assets, *sources.answers)}
        self._writes: list[tuple[str, list[_Step]]] | None = None
        self._files: dict[str, Origin] = {}

    def of_file(self, path: str) -> Origin:
        """What is written to the file at a path, by whatever code of the app's own."""
        if path not in self._files:
            found = self._files[path] = Origin()
            for written, steps in self._written() if _is_named(path) else ():
                if written == path:
                    self._search(steps, found)
        return self._files[path]

    def of_argument(self, frame: Frame, call: int, position: int) -> Origin:
        """What flows into an argument that holds code itself."""
        register = self._resolver.argument_register(frame.body, call, position)
        found = Origin()
        if register >= 0:
            self._search([(frame, call, register, Context())], found)
        return found

    def _written(self) -> list[tuple[str, list[_Step]]]:
        """Every file that the app's own code writes under a known name, and where the content is looked for."""
        if self._writes is None:
            self._writes = []
            kept = self._resolver.budget.left // 2  # for looking behind what is written
            for entry, method, call in sorted(self._writing(), key=lambda each: not self._is_near(each[1])):
                if len(self._writes) < _MOST_WRITES and self._resolver.budget.left > kept:
                    self._writes.extend(self._write(entry, method, call))
        return self._writes

    def _writing(self) -> Iterator[tuple[FileWrite, int, int]]:
        for entry in self._sources.writes:
            for number in numbers_of(self._code, entry, inherited=entry.inherited):
                yield from ((entry, method, call) for method, call in self._code.invokes(number, self._is_own))

    def _is_near(self, method: int) -> bool:
        return package_of(self._code.method(method).class_name) in self._near

    def _write(self, entry: FileWrite, method: int, call: int) -> Iterator[tuple[str, list[_Step]]]:
        frame = self._resolver.open_frame(method)
        if frame is None:
            return
        for path, context in self._resolver.paths(frame, call, entry.file, Context()):
            if not _is_named(path):
                continue
            register = frame.body.instructions[call].registers[0] if entry.receiver else -1
            if entry.content is not None:
                register = self._resolver.argument_register(frame.body, call, entry.content)
            given = [(call, register)] if register >= 0 else _given_to_stream(frame.body, call)
            yield self._below(entry, frame, call, path, context), [(frame, at, each, context) for at, each in given]

    def _below(self, entry: FileWrite, frame: Frame, call: int, path: str, context: Context) -> str:
        """A path that a method takes within a folder of its own, as a whole."""
        if not entry.under:
            return path
        first = self._texts(frame, call, 0, context) if "{0}" in entry.under else []
        return f"{fill_shown(entry.under, [first[0] if len(first) == 1 else UNKNOWN_PIECE])}/{path.lstrip('/')}"

    def _search(self, steps: list[_Step], found: Origin) -> None:
        """Look behind registers, those of the nearest calls first; stop once something is known."""
        search = _Search(found)
        search.add(0, steps)
        for depth in range(DEEPEST + 1):
            while search.waiting[depth] and search.steps < MOST_STEPS and not self._resolver.budget.spent:
                search.steps += 1
                self._look_behind(search, depth, *search.waiting[depth].pop())
            if found.is_known:
                return

    def _look_behind(
        self, search: _Search, depth: int, frame: Frame, index: int, register: int, context: Context
    ) -> None:
        body = frame.body
        definitions, walked = body.definitions(index, register)
        self._resolver.budget.spend(1 + walked // 4)
        for definition in definitions:
            if definition == ENTRY:
                self._ascend(search, depth, frame, register, context)
                continue
            if search.is_met(frame, definition, register):
                continue
            each = body.instructions[definition]
            if each.opcode in MOVES or each.opcode == _AGET_OBJECT:
                search.add(depth, [(frame, definition, each.registers[1], context)])
            elif each.opcode in _RESULTS and definition and body.instructions[definition - 1].opcode in INVOKES:
                self._look_at_call(search, depth, frame, definition - 1, context)
            elif each.opcode in (NEW_INSTANCE, _NEW_ARRAY):
                for use in body.uses(definition, register)[0]:
                    told = body.instructions[use]
                    if told.opcode in INVOKES:
                        self._look_at_call(search, depth, frame, use, context)
                    elif told.opcode == _IPUT_OBJECT and told.registers[1] == register:
                        search.add(depth, [(frame, use, told.registers[0], context)])
            elif each.opcode in (_IGET_OBJECT, _SGET_OBJECT):
                if each.opcode == _IGET_OBJECT:
                    search.add(depth, [(frame, definition, each.registers[1], context)])
                search.add(depth + 1, self._writers(body, definition, context, static=each.opcode == _SGET_OBJECT))

    def _look_at_call(self, search: _Search, depth: int, frame: Frame, call: int, context: Context) -> None:
        """Take what a call tells by its texts; else look behind what it was made with, then into it."""
        if search.is_met(frame, call, -1):
            return
        callee = self._code.callee(frame.body, call)
        if callee < 0:
            return
        method = self._code.method(callee)
        if method.name in self._named:
            owners = self._code.platform_ancestors(method.class_name)
            for folder in sorted({self._assets.get(f"{owner}->{method.name}", "?") for owner in owners} - {"?"}):
                texts = self._texts(frame, call, 0, context)
                search.found.assets.update(f"{folder}{text.lstrip('/')}" for text in texts)
                return
            search.found.answered |= any(f"{owner}->{method.name}" in self._sources.answers for owner in owners)
        is_static = frame.body.instructions[call].opcode in STATIC_INVOKES
        registers = frame.body.instructions[call].registers
        if not is_static:
            search.add(depth, [(frame, call, registers[0], context)])
        for position, kind in enumerate(parameters(method.descriptor)):
            register = self._resolver.argument_register(frame.body, call, position)
            if register < 0 or kind[0] not in "L[":
                continue
            addresses = self._addresses(frame, call, position, context) if kind in _TEXTS else set()
            search.found.addresses |= addresses
            if not addresses:
                search.add(depth, [(frame, call, register, context)])
        search.add(depth + 1, self._returned(frame, call, callee, context))

    def _addresses(self, frame: Frame, call: int, position: int, context: Context) -> set[str]:
        texts = self._texts(frame, call, position, context)
        return {address.url for address in map(read_address, texts) if address is not None}

    def _texts(self, frame: Frame, call: int, position: int, context: Context) -> list[str]:
        got = self._resolver.argument(frame, call, position, context)
        texts = (each.value.text for each in got if isinstance(each.value, Text | Uri))
        return [text[:_MOST_TOLD] for text in texts if text.strip(UNKNOWN_PIECE)]

    def _ascend(self, search: _Search, depth: int, frame: Frame, register: int, context: Context) -> None:
        """Go on in the callers of a method, or in the one that the path was found with."""
        word = frame.body.parameter_of(register)
        if word < 0 or (word == 0 and not self._code.is_static(frame.method)):
            return
        known = frame.caller or context.caller_of(frame)
        if known is not None:
            caller, call = known
            search.add(depth, _word(caller, call, word, context))
            return
        search.add(depth + 2, self._handed_over(frame.method, word))
        for method, call in (self._resolver.callers(frame.method) or [])[:_MOST_CALLERS]:
            body = self._code.body(method)
            if body is not None and not any(step[1] == method for step in frame.key):
                caller = Frame(method, body, (*frame.key, ("caller", method, call)))
                search.add(depth + 1, _word(caller, call, word, context.with_caller(frame, caller, call)))

    def _handed_over(self, method: int, word: int) -> list[_Step]:
        """Where a listener for a library's answer is handed over: what stands there beside it made the request.

        Of bytes and streams nothing follows; they are looked for where the method is called.
        """
        words = [each for each in parameters(self._code.method(method).descriptor) for _ in range(1 + (each in "JD"))]
        position = word - (not self._code.is_static(method))
        kind = words[position] if 0 <= position < len(words) else ""
        if not self._code.hierarchy.is_defined(self._code.symbols.type_number(kind.encode())):
            return []
        steps: list[_Step] = []
        for maker, made in self._code.makers_of(int(self._code.symbols.method_types[method]))[:_MOST_CALLERS]:
            frame = self._resolver.open_frame(maker, "maker")
            for definition, register in _made_by(frame.body, made) if frame is not None else []:
                assert frame is not None
                for use in frame.body.uses(definition, register)[0]:
                    each = frame.body.instructions[use]
                    if use != made and each.opcode in INVOKES:
                        steps += [(frame, use, other, Context()) for other in each.registers if other != register]
        return steps

    def _returned(self, frame: Frame, call: int, callee: int, context: Context) -> list[_Step]:
        """What a method of the app gives back."""
        target = int(self._code.program.definition_of[callee])
        body = self._code.body(target) if target >= 0 else None
        if body is None or any(step[1] == target for step in frame.key):
            return []
        inner = Frame(target, body, (*frame.key, ("callee", target, call)), (frame, call))
        return [(inner, index, body.instructions[index].registers[0], context) for index in body.object_returns()]

    def _writers(self, body: MethodBody, index: int, context: Context, *, static: bool) -> list[_Step]:
        named = self._code.field_at(body, body.instructions[index].reference)
        steps: list[_Step] = []
        for method, write in self._resolver.field_writers(named, static=static)[:_MOST_CALLERS] if named else []:
            writer = self._resolver.open_frame(method, "writer")
            if writer is not None:
                steps.append((writer, write, writer.body.instructions[write].registers[0], context))
        return steps


@dataclass(slots=True)
class _Search:
    """What was met on the way, and what waits, by the number of calls between it and the bytes."""

    found: Origin
    waiting: list[list[_Step]] = field(default_factory=lambda: [[] for _ in range(DEEPEST + 1)])
    met: set[tuple[object, ...]] = field(default_factory=set)
    steps: int = 0

    def add(self, depth: int, steps: list[_Step]) -> None:
        """Let registers wait for their turn."""
        if depth <= DEEPEST:
            self.waiting[depth].extend(steps)

    def is_met(self, frame: Frame, index: int, register: int) -> bool:
        """Whether an instruction was looked at before; it is from now on."""
        key = (frame.key, frame.method, index, register)
        if key in self.met:
            return True
        self.met.add(key)
        return False


def _word(caller: Frame, call: int, word: int, context: Context) -> list[_Step]:
    registers = caller.body.instructions[call].registers
    return [(caller, call, registers[word], context)] if word < len(registers) else []


def _given_to_stream(body: MethodBody, call: int) -> list[tuple[int, int]]:
    """What calls in the method give to a stream that a call makes, or to one around it: (call, register)."""
    given: list[tuple[int, int]] = []
    streams = _made_by(body, call)
    for definition, register in streams:
        for use in body.uses(definition, register)[0]:
            each = body.instructions[use]
            if use == call or each.opcode not in INVOKES or register not in each.registers:
                continue
            if register != each.registers[0]:
                around = [made for made in _made_by(body, use) if made not in streams]
                streams.extend(around[: _MOST_CALLERS - len(streams)])
            given.extend((use, other) for other in dict.fromkeys(each.registers) if other != register)
    return given


def _made_by(body: MethodBody, call: int) -> list[tuple[int, int]]:
    """Where the object that a constructor or method gives comes into being: (instruction, register)."""
    result = body.result_of(call)
    if result >= 0:
        return [(result, body.instructions[result].registers[0])]
    receiver = body.instructions[call].registers[0]
    definitions = body.definitions(call, receiver)[0]
    return [(each, receiver) for each in definitions if each >= 0 and body.instructions[each].opcode == NEW_INSTANCE]


def _is_named(path: str) -> bool:
    """Whether the last part of a path is known, so that equal paths mean one file."""
    return bool(path.rpartition("/")[2].strip(UNKNOWN_PIECE + "."))
