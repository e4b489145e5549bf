"""Static fields while code is evaluated: what class initialisers leave in them, unless other code may write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from permaudit.dex.descriptors import parameter_words
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.fillers import Fillers
from permaudit.evidence.evaluation.operands import (
    UNSEEN,
    Array,
    Instance,
    Operand,
    UndecidedError,
    copied,
    to_units,
)

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

FieldName = tuple[int, bytes, bytes]
Writers = Callable[[FieldName], "list[tuple[int, int]] | None"]
Owner = Callable[[FieldName], int]


class Statics:
    """The fields of initialised classes, each initialised once for the whole app; nothing is written to them later."""

    def __init__(self, code: Code, owner_of: Owner, writers: Writers, platform: Callable[[str], Operand]) -> None:
        self.code, self.owner_of, self.writers, self.platform = code, owner_of, writers, platform
        self.fields: dict[FieldName, Operand] = {}
        self.initialised: set[int] = set()
        self.fillers = Fillers(code)
        self.filled: set[FieldName] = set()
        self.clinit = code.symbols.find_signature(b"<clinit>()V")

    def copy_for(self, machine: Machine) -> EvaluatedStatics:
        """A view for one evaluation, which may change what it reads."""
        return EvaluatedStatics(self, machine)


class EvaluatedStatics:
    """Static fields as one evaluation sees and changes them."""

    def __init__(self, shared: Statics, machine: Machine) -> None:
        self._shared, self._machine = shared, machine
        self._own: dict[FieldName, Operand] = {}
        self._copies: dict[int, Array | Instance] = {}
        self._initialising = 0

    def read(self, field: FieldName) -> Operand:
        """What a static field holds when it is first read."""
        shared = self._shared
        owner = shared.owner_of(field)
        name = (owner, field[1], field[2])
        if not shared.code.hierarchy.is_defined(owner):
            reference = f"{shared.code.type_name(owner)}->{field[1].decode('utf-8', 'replace')}"
            return shared.platform(reference)
        self._initialise(owner)
        if name in self._own:
            return self._own[name]
        if self._initialising:
            return shared.fields.get(name, UNSEEN)
        self._fill(name)
        known = shared.fields.get(name, UNSEEN) if self._is_settled(name) else UNSEEN
        self._own[name] = copied(known, self._copies)
        return self._own[name]

    def write(self, field: FieldName, operand: Operand) -> None:
        """Put a value into a static field."""
        owner = self._shared.owner_of(field)
        self._initialise(owner)
        fields = self._shared.fields if self._initialising else self._own
        fields[owner, field[1], field[2]] = operand

    def _is_settled(self, name: FieldName) -> bool:
        """Whether nothing but the initialiser, or methods that fill it when they are asked, writes a field."""
        writers = self._shared.writers(name)
        if writers is None:
            return False
        return all(self._fills(name[0], method) for method, _ in writers)

    def _fills(self, owner: int, method: int) -> bool:
        code = self._shared.code
        if method in self._machine.running:
            return True
        named = code.method(method)
        if named.name == "<clinit>":
            return True
        # a method that nobody tells anything, such as the one that loads the table at first use
        own = int(code.symbols.method_types[method]) == owner
        return own and code.is_static(method) and not parameter_words(named.descriptor)

    def _initialise(self, owner: int) -> None:
        shared = self._shared
        if owner in shared.initialised or not shared.code.hierarchy.is_defined(owner):
            return
        shared.initialised.add(owner)
        for name, kind, stated in shared.code.static_values(owner):
            shared.fields[owner, name, kind] = self._stated(stated)
        method = shared.code.method_of(owner, shared.clinit) if shared.clinit >= 0 else -1
        body = shared.code.body(method) if method >= 0 else None
        if body is None or int(shared.code.symbols.method_types[method]) != owner:
            return
        self._initialising += 1
        try:
            self._machine.run(Activation(method, body))
        except UndecidedError:
            self._give_up(owner)
        finally:
            self._initialising -= 1

    def _fill(self, name: FieldName) -> None:
        """Run the one method that fills the array or collection of a field; where several do, it is not known."""
        shared = self._shared
        fillers = shared.fillers.of(name)
        if fillers is not None:
            fillers -= self._machine.running
        if name in shared.filled or fillers == frozenset():
            return
        shared.filled.add(name)
        (method, *others) = fillers or (-1,)
        body = shared.code.body(method) if method >= 0 and not others else None
        if body is None:
            shared.fields[name] = UNSEEN
            return
        self._initialising += 1
        try:
            self._machine.run(Activation(method, body))
        except UndecidedError:
            shared.fields[name] = UNSEEN
        finally:
            self._initialising -= 1

    def _stated(self, stated: str | int | None) -> Operand:
        if stated is None:
            return UNSEEN
        return to_units(stated) if isinstance(stated, str) else stated

    def _give_up(self, owner: int) -> None:
        """Of an initialiser that was not evaluated to its end, only texts and numbers written at one place hold."""
        fields = self._shared.fields
        for name in [each for each in fields if each[0] == owner]:
            writers = self._shared.writers(name)
            plain = isinstance(fields[name], int | str)
            if not plain or writers is None or len(writers) > 1 or (writers and fields[name] == 0):
                fields[name] = UNSEEN
