"""Ready-made pieces of method bodies with open references, for bodies by the hundred thousand."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from support.instructions import Code
from support.references import FieldReference, MethodReference, Pool

LOCALS = 4
"""Every generated body uses v0 to v3, so that `this` is always v4."""

Target: TypeAlias = str | FieldReference | MethodReference
_CODE_HEADER_BYTES = 16
_FIRST_MARK = 0xA000


@dataclass(frozen=True, slots=True)
class Block:
    """Some instructions: their bytes, their count, and each open reference as (byte offset, kind, slot)."""

    units: bytes
    instructions: int
    slots: tuple[tuple[int, str, str], ...]
    needs_this: bool

    @property
    def code_units(self) -> int:
        """Length in 16-bit units."""
        return len(self.units) // 2


class _Recorder(Pool):
    """A pool that answers with a mark no other code unit of a block has, and remembers what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    def _mark(self, kind: str, slot: str) -> int:
        self.asked.append((kind, slot))
        return _FIRST_MARK + len(self.asked) - 1

    def string_index(self, text: str) -> int:
        return self._mark("string", text)

    def type_index(self, descriptor: str) -> int:
        return self._mark("type", descriptor)

    def field_index(self, reference: FieldReference) -> int:
        return self._mark("field", f"{reference.owner}->{reference.name}:{reference.type}")

    def method_index(self, reference: MethodReference) -> int:
        proto = f"({''.join(reference.proto.parameters)}){reference.proto.return_type}"
        return self._mark("method", f"{reference.owner}->{reference.name}{proto}")


def build_block(text: str) -> Block:
    """Assemble one block from the text form of `Code`; `p0` is `this`."""
    recorder = _Recorder()
    code = Code(LOCALS + 1, text, ins=1).encode(recorder, 1)
    units = code[_CODE_HEADER_BYTES:]
    words = struct.unpack(f"<{len(units) // 2}H", units)
    slots = []
    for number, (kind, slot) in enumerate(recorder.asked):
        places = [place for place, word in enumerate(words) if word == _FIRST_MARK + number]
        if len(places) != 1:
            raise ValueError(text)
        slots.append((places[0] * 2, kind, slot))
    lines = [line.strip() for line in text.splitlines()]
    instructions = sum(1 for line in lines if line and not line.startswith((":", ".")))
    return Block(units, instructions, tuple(slots), "p0" in text)


@dataclass(frozen=True, slots=True)
class BlockCode:
    """A body made of blocks behind one another; `targets` answers their slots in order."""

    blocks: Sequence[Block]
    targets: Sequence[Target]

    def encode(self, pool: Pool, parameter_words: int) -> bytes:
        """The code_item with the pool's indices filled in."""
        units = b"".join([block.units for block in self.blocks])
        head = struct.pack("<4H2I", LOCALS + parameter_words, parameter_words, LOCALS + 1, 0, 0, len(units) // 2)
        code = bytearray(head + units)
        base, number = _CODE_HEADER_BYTES, 0
        for block in self.blocks:
            for offset, kind, _ in block.slots:
                struct.pack_into("<H", code, base + offset, _look_up(pool, kind, self.targets[number]))
                number += 1
            base += len(block.units)
        return bytes(code)


def _look_up(pool: Pool, kind: str, target: Target) -> int:
    if isinstance(target, MethodReference):
        known = pool.methods.get(target)
        return pool.method_index(target) if known is None else known
    if isinstance(target, FieldReference):
        known = pool.fields.get(target)
        return pool.field_index(target) if known is None else known
    return pool.string_index(target) if kind == "string" else pool.type_index(target)


BLOCK_TEXTS = (
    """
    const-string v0, "slot"
    invoke-static {v0}, Lslot/static;->x(Ljava/lang/Object;)V
    """,
    """
    sget-object v0, Lslot/singleton;->a:Ljava/lang/Object;
    if-nez v0, :known
    const/4 v0, 0
    :known
    invoke-static {v0}, Lslot/static;->x(Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v1
    """,
    """
    iget-object v1, p0, Lslot/own;->a:Ljava/lang/Object;
    invoke-virtual {v1}, Lslot/virtual;->x()V
    """,
    """
    iget-object v0, p0, Lslot/own;->a:Ljava/lang/Object;
    const/4 v1, 0
    invoke-virtual {v0, v1}, Lslot/virtual;->x(Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v1
    iput-object v1, p0, Lslot/own;->a:Ljava/lang/Object;
    """,
    """
    invoke-static {}, Lslot/static;->x()Ljava/lang/Object;
    move-result-object v1
    const/4 v0, 0
    invoke-interface {v1, v0}, Lslot/hub;->x(Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v0
    """,
    """
    new-instance v1, Lslot/lambda;
    const/4 v0, 0
    invoke-direct {v1, v0}, Lslot/lambda;-><init>(Ljava/lang/Object;)V
    invoke-static {v1}, Lslot/static;->x(Ljava/lang/Object;)V
    """,
    """
    sget-object v0, Lslot/singleton;->a:Ljava/lang/Object;
    invoke-interface {v0}, Lslot/hub;->x()V
    """,
    """
    const/4 v2, 0
    const/16 v3, 100
    :again
    if-ge v2, v3, :end
    mul-int/lit8 v0, v2, 31
    add-int/lit8 v2, v2, 1
    goto :again
    :end
    nop
    """,
    """
    new-instance v0, Ljava/lang/StringBuilder;
    invoke-direct {v0}, Ljava/lang/StringBuilder;-><init>()V
    const-string v1, "slot"
    invoke-virtual {v0, v1}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-virtual {v0}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v1
    """,
    """
    invoke-static {}, Ljava/lang/System;->currentTimeMillis()J
    move-result-wide v0
    const-wide/16 v2, 1000
    rem-long/2addr v0, v2
    """,
    """
    new-instance v1, Lslot/runnable;
    const/4 v0, 0
    invoke-direct {v1, v0}, Lslot/runnable;-><init>(Ljava/lang/Object;)V
    invoke-static {}, Ljava/util/concurrent/Executors;->newCachedThreadPool()Ljava/util/concurrent/ExecutorService;
    move-result-object v0
    invoke-interface {v0, v1}, Ljava/util/concurrent/Executor;->execute(Ljava/lang/Runnable;)V
    """,
    """
    new-instance v0, Ljava/util/ArrayList;
    invoke-direct {v0}, Ljava/util/ArrayList;-><init>()V
    const-string v1, "slot"
    invoke-interface {v0, v1}, Ljava/util/List;->add(Ljava/lang/Object;)Z
    invoke-interface {v0}, Ljava/util/List;->size()I
    move-result v2
    """,
    """
    invoke-static {}, Lslot/static;->x()Ljava/lang/Object;
    move-result-object v0
    if-nez v0, :fine
    new-instance v1, Ljava/lang/IllegalStateException;
    const-string v2, "slot"
    invoke-direct {v1, v2}, Ljava/lang/IllegalStateException;-><init>(Ljava/lang/String;)V
    throw v1
    :fine
    nop
    """,
    """
    const/4 v0, 3
    new-array v1, v0, [Ljava/lang/Object;
    const/4 v2, 1
    const-string v3, "slot"
    aput-object v3, v1, v2
    array-length v2, v1
    """,
    """
    invoke-static {}, Lslot/static;->x()V
    """,
    """
    invoke-static {}, Lslot/static;->x()Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Lslot/plain;
    iget-object v1, v0, Lslot/plain;->a:Ljava/lang/Object;
    """,
)

RETURN_TEXTS = {
    "V": "return-void",
    "L": "const/4 v0, 0\nreturn-object v0",
    "I": "const/4 v0, 1\nreturn v0",
    "Z": "const/4 v0, 1\nreturn v0",
    "J": "const-wide/16 v0, 7\nreturn-wide v0",
}
"""The end of a body by the first letter of its shorty."""

SWITCH_TEXT = """
    const/4 v0, 2
    packed-switch v0, 1, :one, :two
    const/4 v1, 0
    goto :done
    :one
    const/4 v1, 1
    goto :done
    :two
    const/4 v1, 2
    :done
"""
"""Goes before a return. Its payload needs an even code unit: a `nop` before it makes it so."""

INIT_TEXT = """
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
"""

SUPER_INIT_TEXT = """
    invoke-direct {p0, p1}, Lslot/super;-><init>(Ljava/lang/Object;)V
"""

CLINIT_TEXT = """
    new-instance v0, Lslot/own;
    const/4 v1, 0
    invoke-direct {v0, v1}, Lslot/own;-><init>(Ljava/lang/Object;)V
    sput-object v0, Lslot/own;->a:Ljava/lang/Object;
"""
