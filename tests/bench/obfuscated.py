"""Plans and fills classes as an optimising obfuscator leaves them: short names, shared interfaces, lambdas."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from string import ascii_lowercase

from bench.blocks import (
    BLOCK_TEXTS,
    CLINIT_TEXT,
    INIT_TEXT,
    RETURN_TEXTS,
    SUPER_INIT_TEXT,
    SWITCH_TEXT,
    Block,
    BlockCode,
    Target,
    build_block,
)  # fmt: skip
from support.dexfile import ABSTRACT, FINAL, INTERFACE, OBJECT, PUBLIC, STATIC, SYNTHETIC, Class, Field, Method
from support.references import FieldReference, MethodReference, parse_field, parse_method, parse_proto

HUBS = tuple(
    (f"La/{letter};", "a", descriptor)
    for letter, descriptor in zip(
        ascii_lowercase,
        (
            "()V", "(Ljava/lang/Object;)Ljava/lang/Object;", "()Ljava/lang/Object;", "(Ljava/lang/Object;)V",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", "(Ljava/lang/Object;)Z", "(I)V", "()Z",
        ) * 3,
        strict=False,
    )
)  # fmt: skip
"""The shared functional interfaces: class, method name, descriptor."""

_PROTOS = (
    ("()V", 20), ("(Ljava/lang/Object;)V", 15), ("(Ljava/lang/Object;)Ljava/lang/Object;", 14),
    ("()Ljava/lang/Object;", 12), ("(Ljava/lang/String;)V", 6), ("()Z", 6), ("(I)V", 6), ("()I", 5), ("(J)V", 2),
    ("(Ljava/lang/Object;Ljava/lang/Object;)V", 5), ("()Ljava/lang/String;", 4), ("([B)[B", 2), ("()J", 3),
    ("(Landroid/content/Context;)V", 2),
)  # fmt: skip
_NAMES = (("a", 60), ("b", 18), ("c", 9), ("d", 6), ("e", 4), ("f", 3))
_ROLES = (("plain", 45), ("lambda", 30), ("runnable", 10), ("singleton", 15))
_LOCAL_SHARE = 0.75
_OVERLOAD_BY_CLASS_SHARE = 0.2
_SUBCLASS_SHARE = 0.15


@dataclass(slots=True)
class Plan:
    """A class before it has bodies."""

    name: str
    role: str
    superclass: str = OBJECT
    interfaces: tuple[str, ...] = ()
    methods: list[tuple[str, str, int]] = field(default_factory=list)


class Index:
    """What a slot can be filled with: methods by kind and shorty, class names by role."""

    def __init__(self) -> None:
        self.methods: dict[tuple[str, str], list[MethodReference]] = defaultdict(list)
        self.classes: dict[str, list[str]] = defaultdict(list)

    def add(self, plan: Plan) -> None:
        """Offer the class and its methods."""
        self.classes[plan.role].append(plan.name)
        for name, descriptor, flags in plan.methods:
            if name[0] == "<" or plan.role != "plain":
                continue
            reference = MethodReference(plan.name, name, parse_proto(descriptor))
            kind = "static" if flags & STATIC else "virtual"
            self.methods[kind, reference.proto.shorty].append(reference)


def name_class(number: int) -> str:
    """`La/b/c;` and so on, distinct for each number, never in the package of the hubs."""
    package, leaf = divmod(number, 200)
    return f"L{_letters(package + 26)}/{_letters(leaf)};"


def plan_dex(rng: random.Random, first_number: int, method_count: int, known: list[str]) -> list[Plan]:
    """Classes with about `method_count` methods; `known` are names of earlier classes to use in signatures."""
    plans: list[Plan] = []
    planned = 0
    while planned < method_count:
        plan = _plan_class(rng, name_class(first_number + len(plans)), plans, known)
        plans.append(plan)
        planned += len(plan.methods)
    return plans


def _plan_class(rng: random.Random, name: str, earlier: list[Plan], known: list[str]) -> Plan:
    role = _choose(rng, _ROLES)
    if role == "plain":
        return _plan_plain(rng, name, earlier, known)
    hub, method, descriptor = rng.choice(HUBS)
    init = ("<init>", "(Ljava/lang/Object;)V", PUBLIC)
    if role == "runnable":
        return Plan(name, role, interfaces=("Ljava/lang/Runnable;",), methods=[init, ("run", "()V", PUBLIC | FINAL)])
    methods = [init, (method, descriptor, PUBLIC | FINAL)]
    if role == "singleton":
        methods.append(("<clinit>", "()V", STATIC))
    return Plan(name, role, interfaces=(hub,), methods=methods)


def _plan_plain(rng: random.Random, name: str, earlier: list[Plan], known: list[str]) -> Plan:
    plan = Plan(name, "plain")
    rows: dict[tuple[str, str], int] = {("<init>", "(Ljava/lang/Object;)V"): PUBLIC}
    parents = [item for item in earlier[-40:] if item.role == "plain"]
    if parents and rng.random() < _SUBCLASS_SHARE:
        parent = rng.choice(parents)
        plan.superclass = parent.name
        overridden = [row for row in parent.methods if row[0][0] != "<" and not row[2] & STATIC]
        rows |= {(row[0], row[1]): PUBLIC for row in overridden[:3]}
    for _ in range(rng.randint(4, 14)):
        descriptor = _choose(rng, _PROTOS)
        if known and rng.random() < _OVERLOAD_BY_CLASS_SHARE:
            descriptor = f"({rng.choice(known)}){descriptor.partition(')')[2]}"
        flags = PUBLIC | STATIC if rng.random() < 0.4 else PUBLIC | FINAL * (rng.random() < 0.3)
        rows.setdefault((_choose(rng, _NAMES), descriptor), flags)
    plan.methods = [(method, descriptor, flags) for (method, descriptor), flags in rows.items()]
    return plan


class Filler:
    """Gives planned classes their bodies."""

    def __init__(self, rng: random.Random, everywhere: Index, words: list[str]) -> None:
        self.rng = rng
        self.everywhere = everywhere
        self.here = Index()
        self.words = words
        self.blocks = [build_block(text) for text in BLOCK_TEXTS]
        self.static_blocks = [block for block in self.blocks if not block.needs_this]
        self.init = build_block(INIT_TEXT)
        self.super_init = build_block(SUPER_INIT_TEXT)
        self.clinit = build_block(CLINIT_TEXT)
        self.nop = build_block("nop")
        self.returns = {letter: build_block(text) for letter, text in RETURN_TEXTS.items()}
        self.switch_returns = {
            letter: build_block(SWITCH_TEXT + "nop\n" * (letter in "LIZ") + text)
            for letter, text in RETURN_TEXTS.items()
        }
        self.instructions = 0

    def fill(self, plans: list[Plan]) -> list[Class]:
        """The classes of one DEX file; calls prefer the same file, as splitting by package makes them."""
        self.here = Index()
        for plan in plans:
            self.here.add(plan)
        return [self._fill_class(plan) for plan in plans]

    def _fill_class(self, plan: Plan) -> Class:
        methods = [
            Method(name, descriptor, flags, self._body(plan, name, descriptor, flags))
            for name, descriptor, flags in plan.methods
        ]
        fields = [Field("a", OBJECT, PUBLIC | STATIC if plan.role == "singleton" else PUBLIC)]
        flags = PUBLIC if plan.role == "plain" else PUBLIC | FINAL | SYNTHETIC
        return Class(plan.name, methods, fields, plan.superclass, plan.interfaces, flags)

    def _body(self, plan: Plan, name: str, descriptor: str, flags: int) -> BlockCode:
        pool = self.static_blocks if flags & STATIC or plan.role == "singleton" else self.blocks
        blocks = self.rng.choices(pool, k=self.rng.choice((1, 1, 2, 2, 3, 3, 4, 4, 9)))
        if name == "<init>":
            blocks = [self.init if plan.superclass == OBJECT else self.super_init, *blocks[:1]]
        elif name == "<clinit>":
            blocks = [self.clinit]
        letter = descriptor.partition(")")[2][0]
        letter = "L" if letter == "[" else letter
        if self.rng.random() < 0.04:
            if sum(block.code_units for block in blocks) % 2:
                blocks.append(self.nop)
            blocks.append(self.switch_returns[letter])
        else:
            blocks.append(self.returns[letter])
        self.instructions += sum(block.instructions for block in blocks)
        return BlockCode(blocks, [target for block in blocks for target in self._targets(plan, block)])

    def _targets(self, plan: Plan, block: Block) -> list[Target]:
        chosen: dict[str, str] = {"own": plan.name, "super": plan.superclass}
        return [self._target(kind, slot, chosen) for _, kind, slot in block.slots]

    def _target(self, kind: str, slot: str, chosen: dict[str, str]) -> Target:
        if kind == "string":
            return self.rng.choice(self.words) if slot == "slot" else slot
        role = slot[6 : slot.index(";")] if slot.startswith("Lslot/") else ""
        if kind == "type":
            return self._class_of(role, chosen) if role else slot
        if kind == "field":
            reference = parse_field(slot)
            return FieldReference(self._class_of(role, chosen), "a", OBJECT) if role else reference
        method = parse_method(slot)
        if role in ("static", "virtual"):
            return self._pick_method(role, method.proto.shorty)
        if role == "hub":
            hubs = [row for row in HUBS if row[2] == slot[slot.index("(") :]]
            owner, name, _ = self.rng.choice(hubs)
            return MethodReference(owner, name, method.proto)
        return MethodReference(self._class_of(role, chosen), method.name, method.proto) if role else method

    def _class_of(self, role: str, chosen: dict[str, str]) -> str:
        if role not in chosen:
            local = self.here.classes[role]
            everywhere = self.everywhere.classes[role]
            chosen[role] = self.rng.choice(local if local and self.rng.random() < _LOCAL_SHARE else everywhere)
        return chosen[role]

    def _pick_method(self, kind: str, shorty: str) -> MethodReference:
        local = self.here.methods[kind, shorty]
        use_local = local and self.rng.random() < _LOCAL_SHARE
        return self.rng.choice(local if use_local else self.everywhere.methods[kind, shorty])


def hub_interfaces() -> list[Class]:
    """The shared interfaces themselves."""
    return [
        Class(name, [Method(method, descriptor, PUBLIC | ABSTRACT)], flags=PUBLIC | INTERFACE | ABSTRACT)
        for name, method, descriptor in HUBS
    ]


def _choose(rng: random.Random, table: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([row[0] for row in table], [row[1] for row in table])[0]


def _letters(number: int) -> str:
    out = ""
    while True:
        number, rest = divmod(number, 26)
        out = ascii_lowercase[rest] + out
        if number == 0:
            return out
        number -= 1
