"""Where the cursor of a query arrives: the call's result, a callback of the handler, or the loader's callbacks."""

from __future__ import annotations

from permaudit.dex.body import ENTRY
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.arguments import Place, object_read
from permaudit.evidence.cursors import CursorFollower
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.owners import outermost
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Handed, Made, Number, Text, Unknown, Value

_Start = tuple[int, int, int]
_LOAD_FINISHED = b"onLoadFinished"
_LOADING = ("loadInBackground", "loadCursor")


class CursorStarts:
    """Finds the places from which a cursor is followed."""

    def __init__(self, resolver: Resolver, follower: CursorFollower) -> None:
        self._resolver, self._code, self._follower = resolver, resolver.code, follower

    def starts(self, read: RawRead) -> list[_Start] | None:
        """Where to begin, or None if the cursor goes where it cannot be followed."""
        if read.api.result == "return":
            return self._follower.result_start(read.method, read.index)
        if read.api.result == "callback" and read.api.callback is not None:
            return self._callback_starts(read, read.api.callback) or None
        return self._loader_starts(read) or None

    def bundle_text(self, bundle: Place, key: str) -> Value:
        """The text put into a Bundle argument under `key`; null if the bundle is, or holds no such key."""
        frame, call, register, context = bundle.frame, bundle.index, bundle.register, bundle.context
        values = self._resolver.values(frame, call, register, context)
        if any(isinstance(each.value, Number) for each in values):
            return Number(0)
        for definition in frame.body.definitions(call, register)[0]:
            if definition < 0 or frame.body.instructions[definition].opcode != 0x22:  # noqa: PLR2004  new-instance
                return Unknown("bundle")
            for use in frame.body.uses(definition, frame.body.instructions[definition].registers[0])[0]:
                found = self._put(frame, use, context, key)
                if found is not None:
                    return found
        return Number(0)

    def _put(self, frame: Frame, use: int, context: Context, key: str) -> Value | None:
        each = frame.body.instructions[use]
        callee = self._code.callee(frame.body, use) if each.opcode in INVOKES else -1
        if (
            callee < 0
            or self._code.method(callee).name not in ("putString", "putCharSequence")
            or len(each.registers) < 3  # noqa: PLR2004  bundle, key, value
        ):
            return None
        name = self._resolver.values(frame, use, each.registers[1], context)[0].value
        if name != Text(key):
            return None
        return self._resolver.values(frame, use, each.registers[2], context)[0].value

    def _callback_starts(self, read: RawRead, callback: str) -> list[_Start]:
        """The cursor parameter of the handler's callback, in the class of the object the call is made on."""
        frame = self._resolver.open_frame(read.method)
        if frame is None:
            return []
        types: set[int] = set()
        index, register = object_read(self._resolver, frame.body, read)
        for each in self._resolver.values(frame, index, register, Context()) if register >= 0 else ():
            match each.value:
                case Made(descriptor):
                    types.add(self._code.symbols.type_number(descriptor.encode()))
                case Handed(owner, 0):
                    types.add(int(self._code.symbols.method_types[owner]))
                case _:
                    pass
        types = types or self._named(frame, read)
        signature = self._code.symbols.find_signature(callback.encode())
        return [start for each in sorted(types) for start in self._last_parameter(each, signature)]

    def _named(self, frame: Frame, read: RawRead) -> set[int]:
        """The type that the call names, with those below it."""
        if read.by is None:
            named = int(self._code.symbols.method_types[self._code.callee(frame.body, read.index)])
        else:
            named = self._code.symbols.type_number(read.api.class_name.encode())
        return {named, *self._code.descendants(named)} if named >= 0 else set()

    def _loader_starts(self, read: RawRead) -> list[_Start]:
        """`onLoadFinished` of the class that made the loader (or of a class inside or around it)."""
        owner = self._code.type_name(int(self._code.symbols.method_types[read.method]))
        outer = outermost(owner)
        starts: list[_Start] = []
        for signature in self._code.symbols.signatures_named(_LOAD_FINISHED).tolist():
            for number in self._code.definitions_with(signature):
                name = self._code.type_name(int(self._code.symbols.method_types[number]))
                if outermost(name) == outer:
                    starts.extend(self._last_parameter(int(self._code.symbols.method_types[number]), signature))
        return starts + self._loaded_here(read)

    def _loaded_here(self, read: RawRead) -> list[_Start]:
        """`loadInBackground()` called on the new loader in the same method."""
        body = self._code.body(read.method)
        index, register = object_read(self._resolver, body, read) if body is not None else (-1, -1)
        if body is None or register < 0:
            return []
        starts: list[_Start] = []
        for use in body.uses(index, register)[0]:
            each = body.instructions[use]
            callee = self._code.callee(body, use) if each.opcode in INVOKES else -1
            if callee >= 0 and self._code.method(callee).name in _LOADING and each.registers[0] == register:
                starts.extend(self._follower.result_start(read.method, use))
        return starts

    def _last_parameter(self, type_number: int, signature: int) -> list[_Start]:
        number = self._code.symbols.method_number(type_number, signature) if type_number >= 0 and signature >= 0 else -1
        body = self._code.body(number) if number >= 0 else None
        return [(number, ENTRY, body.registers - 1)] if body is not None else []
