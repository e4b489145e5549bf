"""Static fields while code is evaluated: what class initialisers leave in them, unless other code may write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.arithmetic import fitting
from permaudit.evidence.evaluation.operands import (
    UNSEEN,
    Copies,
    Operand,
    UndecidedError,
    copied,
    count_held,
    is_changed,
    to_units,
)

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

FieldName = tuple[int, bytes, bytes]


class Writers(Protocol):
    """Where a field is written; None if in too many places."""

    def __call__(self, field: FieldName, *, static: bool = True) -> list[tuple[int, int]] | None:
        """Look for a field by the class that declares it."""


Owner = Callable[[FieldName], int]
_MOST_IN_PROGRESS = 6


class Statics:
    """The fields of initialised classes, each initialised once for the whole app; nothing is written to them later.

    `writers` are where a field is written, `alterations` where what an array or collection in it holds is changed.
    """

    def __init__(
        self,
        code: Code,
        owner_of: Owner,
        writers: Writers,
        alterations: Alterations,
        platform: Callable[[str], Operand],
    ) -> None:
        self.code, self._owner_of, self.platform = code, owner_of, platform
        self.writers, self.alterations = writers, alterations
        self.fields: dict[FieldName, Operand] = {}
        self.in_progress: set[int] = set()
        self._initialised: set[int] = set()
        self._owners: dict[FieldName, int] = {}
        self._filled: dict[FieldName, Operand] = {}
        self._sites: dict[FieldName, list[tuple[int, int]] | None] = {}
        self._clinit = code.symbols.find_signature(b"<clinit>()V")

    def owner(self, field: FieldName) -> int:
        """The class that declares a field which a reference names."""
        if field not in self._owners:
            self._owners[field] = self._owner_of(field)
        return self._owners[field]

    def changed_at(self, name: FieldName) -> list[tuple[int, int]] | None:
        """Where a field is written, or the array in it is changed, outside its own class's initialiser.

        None if that is in too many places, or in another class's initialiser: when that runs is not known.
        """
        if name not in self._sites:
            self._sites[name] = self._find_sites(name)
        return self._sites[name]

    def _find_sites(self, name: FieldName) -> list[tuple[int, int]] | None:
        writers = self.writers(name)
        alterers = self.alterations.sites(name)
        if writers is None or alterers is None:
            return None
        own = self.initialiser(name[0])
        return [(method, index) for method, index in (*writers, *alterers) if method != own]

    def instance_sites(self, name: FieldName) -> list[tuple[int, int]] | None:
        """Where a field of objects is written, or the array in it is changed; None if in too many places."""
        writers = self.writers(name, static=False)
        alterers = self.alterations.sites(name)
        return None if writers is None or alterers is None else [*writers, *alterers]

    def initialiser(self, owner: int) -> int:
        """The class initialiser that a class itself has, or -1."""
        method = self.code.symbols.method_number(owner, self._clinit) if self._clinit >= 0 else -1
        return method if method >= 0 and int(self.code.program.row_of[method]) >= 0 else -1

    def initialise(self, owner: int, machine: Machine) -> None:
        """Run a class's initialiser, if it was not run yet, with nothing but other classes' fields around it."""
        if owner in self._initialised or not self.code.hierarchy.is_defined(owner):
            return
        if len(self.in_progress) >= _MOST_IN_PROGRESS:
            raise UndecidedError("initialisers")
        self._initialised.add(owner)
        stated = self._stated(owner)
        self.fields.update(stated)
        method = self.initialiser(owner)
        body = self.code.body(method) if method >= 0 else None
        if body is None:
            return
        self.in_progress.add(owner)
        inner = machine.for_initialiser(owner, stated)
        try:
            inner.run(Activation(method, body))
            finished = inner.statics.holds_still()
        except UndecidedError:
            finished = False
        finally:
            self.in_progress.discard(owner)
        written = inner.statics.of(owner)
        self.fields.update(written if finished else self._given_up(written, method))

    def filler(self, name: FieldName) -> int:
        """The one method that gives a field what it holds, or fills it, so that it means nothing before; or -1."""
        methods = {method for method, _ in self.changed_at(name) or ()}
        if len(methods) != 1 or not name[2].startswith((b"L", b"[")):
            return -1
        (method,) = methods
        initial = self.fields.get(name, UNSEEN)
        is_written = any(writer == method for writer, _ in self.writers(name) or ())
        return method if initial == 0 or not is_written else -1

    def filled(self, name: FieldName, method: int, machine: Machine) -> Operand:
        """What a field holds after its filler has run once."""
        if name not in self._filled:
            self._filled[name] = UNSEEN  # while it runs
            copies: Copies = {}
            own = {each: held for each, held in self.fields.items() if each[0] == name[0]}
            machine.pay(len(self.fields) + sum(map(count_held, own.values())))
            before = {each: copied(held, copies) for each, held in own.items()}
            body = self.code.body(method)
            inner = machine.for_initialiser(name[0], before)
            try:
                if body is not None:
                    inner.run(Activation(method, body))
                    found = inner.statics.of(name[0]).get(name, UNSEEN)
                    self._filled[name] = found if inner.statics.holds_still() else UNSEEN
            except UndecidedError:
                self._filled[name] = UNSEEN
        return self._filled[name]

    def _stated(self, owner: int) -> dict[FieldName, Operand]:
        found: dict[FieldName, Operand] = {}
        for name, kind, stated in self.code.static_values(owner):
            operand: Operand = to_units(stated) if isinstance(stated, str) else UNSEEN
            found[owner, name, kind] = stated if isinstance(stated, int) else operand
        return found

    def _given_up(self, fields: dict[FieldName, Operand], method: int) -> dict[FieldName, Operand]:
        """Of an initialiser that was not evaluated to its end, only texts and numbers written once hold."""
        found: dict[FieldName, Operand] = {}
        body = self.code.body(method)
        for name, operand in fields.items():
            if not isinstance(operand, int | str):
                found[name] = UNSEEN
                continue
            writers = self.writers(name)
            once = writers is not None and (
                not writers
                or (
                    len(writers) == 1
                    and operand != 0
                    and writers[0][0] == method
                    and body is not None
                    and not body.in_loop(writers[0][1])
                )
            )
            found[name] = operand if once else UNSEEN
        return found


class EvaluatedStatics:
    """Static fields as one evaluation sees and changes them; `owner` is the class whose initialiser it runs, or -1."""

    def __init__(
        self, shared: Statics, machine: Machine, owner: int = -1, stated: dict[FieldName, Operand] | None = None
    ) -> None:
        self._shared, self._machine, self._owner = shared, machine, owner
        self._own: dict[FieldName, Operand] = dict(stated or {})
        self._written: set[FieldName] = set()
        self._read: set[FieldName] = set()
        self._copies: Copies = {}

    def owner_of(self, field: FieldName) -> FieldName:
        """A field by the class that declares it."""
        return (self._shared.owner(field), field[1], field[2])

    def read(self, field: FieldName) -> Operand:
        """What a static field holds when it is first read."""
        shared = self._shared
        name = self.owner_of(field)
        owner = name[0]
        if owner != self._owner or owner < 0:
            if not shared.code.hierarchy.is_defined(owner):
                reference = f"{shared.code.type_name(owner)}->{field[1].decode('utf-8', 'replace')}"
                return shared.platform(reference) if owner >= 0 else UNSEEN
            shared.initialise(owner, self._machine)
        if name not in self._own:
            self._own[name] = self._first(name)
        return self._own[name]

    def _first(self, name: FieldName) -> Operand:
        sites = self._shared.changed_at(name)
        if sites is None or (name[0] in self._shared.in_progress and sites != []):
            return UNSEEN
        if name[0] in self._shared.in_progress and self._shared.writers(name):
            return UNSEEN
        method = self._shared.filler(name)
        if method >= 0 and not self._machine.is_running(method):
            return self._copy(self._shared.filled(name, method, self._machine))
        self._read.add(name)
        return self._copy(self._shared.fields.get(name, UNSEEN))

    def _copy(self, held: Operand) -> Operand:
        """A copy of what a field holds, which is paid for."""
        self._machine.pay(count_held(held))
        return copied(held, self._copies)

    def write(self, field: FieldName, operand: Operand) -> None:
        """Put a value into a static field."""
        name = self.owner_of(field)
        if name[0] != self._owner:
            self._shared.initialise(name[0], self._machine)
        self._own[name] = (
            fitting(field[2][:1].decode("ascii", "replace"), operand) if isinstance(operand, int) else operand
        )
        self._written.add(name)

    def forget(self, field: FieldName) -> None:
        """Take a field for unknown: code that was passed over may write it."""
        self._own[self.owner_of(field)] = UNSEEN

    def of(self, owner: int) -> dict[FieldName, Operand]:
        """The fields of one class as they were left."""
        return {name: operand for name, operand in self._own.items() if name[0] == owner}

    def holds_still(self) -> bool:
        """Whether all code that writes the fields that were read has run here: else they may hold something else."""
        return all(
            self._machine.has_run(method, index)
            for name in self._read
            for method, index in self._shared.changed_at(name) or ()
        )

    def is_changed(self) -> bool:
        """Whether the next evaluation in the same app would find other fields than this one did."""
        return bool(self._written) or is_changed(self._copies)
