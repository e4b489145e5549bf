"""Random bodies of helpers: mostly well-formed calls on operands that are mostly wrong."""

from __future__ import annotations

import random

from evidence.evaluation.running import STRING

from permaudit.dex.descriptors import parameters
from permaudit.dex.opcodes import FORMAT, NAME

BUILDER = "Ljava/lang/StringBuilder;"
CALLED = [
    f"{STRING}->{each}"
    for each in (
        "<init>([C)V", "<init>([BLjava/lang/String;)V", "<init>([III)V", "<init>([BII)V", "charAt(I)C",
        f"substring(II){STRING}", f"replaceAll({STRING}{STRING}){STRING}", f"split({STRING}I)[{STRING}",
        f"join(Ljava/lang/CharSequence;[Ljava/lang/CharSequence;){STRING}", "getBytes()[B", "toCharArray()[C",
        f"valueOf([CII){STRING}", f"valueOf(Ljava/lang/Object;){STRING}", f"concat({STRING}){STRING}", "hashCode()I",
        f"replace(CC){STRING}", "indexOf(II)I", f"startsWith({STRING}I)Z", "equals(Ljava/lang/Object;)Z",
    )
] + [
    f"{BUILDER}->{each}"
    for each in (
        "<init>()V", "<init>(I)V", f"append(C){BUILDER}", f"append([CII){BUILDER}", f"insert(I{STRING}){BUILDER}",
        f"reverse(){BUILDER}", f"toString(){STRING}", "setLength(I)V", f"deleteCharAt(I){BUILDER}", "setCharAt(IC)V",
        f"append(Ljava/lang/CharSequence;II){BUILDER}",
    )
] + [
    "Ljava/lang/Integer;->parseInt(Ljava/lang/String;I)I", "Ljava/lang/Integer;->valueOf(I)Ljava/lang/Integer;",
    "Ljava/lang/Integer;->intValue()I", "Ljava/lang/Long;->parseLong(Ljava/lang/String;)J",
    "Ljava/lang/Integer;->rotateLeft(II)I", "Ljava/lang/Character;->digit(CI)I", "Ljava/lang/Character;->forDigit(II)C",
    "Landroid/util/Base64;->decode(Ljava/lang/String;I)[B",
    "Landroid/util/Base64;->encodeToString([BI)Ljava/lang/String;",
    "Ljava/lang/System;->arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V", "Ljava/util/Arrays;->copyOf([BI)[B",
    "Ljava/util/Arrays;->copyOfRange([CII)[C", "Ljava/util/Arrays;->fill([BB)V", "Ljava/util/Arrays;->fill([CIIC)V",
    "Ljava/util/Arrays;->asList([Ljava/lang/Object;)Ljava/util/List;", "[B->clone()Ljava/lang/Object;",
    "Ljava/util/ArrayList;-><init>()V", "Ljava/util/List;->add(Ljava/lang/Object;)Z",
    "Ljava/util/List;->get(I)Ljava/lang/Object;", "Ljava/util/List;->iterator()Ljava/util/Iterator;",
    "Ljava/util/Iterator;->next()Ljava/lang/Object;", "Ljava/util/HashMap;-><init>()V",
    "Ljava/util/Map;->put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
    "Ljava/util/Map;->get(Ljava/lang/Object;)Ljava/lang/Object;",
    "Ljava/security/MessageDigest;->getInstance(Ljava/lang/String;)Ljava/security/MessageDigest;",
    "Ljava/security/MessageDigest;->update([B)V", "Ljava/security/MessageDigest;->digest()[B",
    "Ljavax/crypto/spec/SecretKeySpec;-><init>([BLjava/lang/String;)V",
    "Ljavax/crypto/spec/IvParameterSpec;-><init>([B)V",
    "Ljavax/crypto/Cipher;->getInstance(Ljava/lang/String;)Ljavax/crypto/Cipher;",
    "Ljavax/crypto/Cipher;->init(ILjava/security/Key;)V", "Ljavax/crypto/Cipher;->doFinal([B)[B",
    "Ljava/io/ByteArrayInputStream;-><init>([B)V", "Ljava/io/InputStream;->read([B)I",
    "Ljava/io/ByteArrayOutputStream;-><init>()V", "Ljava/io/ByteArrayOutputStream;->write([BII)V",
    "Ljava/io/ByteArrayOutputStream;->toString()Ljava/lang/String;",
    "Ljava/io/DataInputStream;->readUTF()Ljava/lang/String;",
    "Ljava/io/DataInputStream;-><init>(Ljava/io/InputStream;)V",
    "Landroid/content/res/AssetManager;->open(Ljava/lang/String;)Ljava/io/InputStream;",
    "Lx/H;->m(I[C[BLjava/lang/String;)Ljava/lang/String;",
    "Lx/H;->unknown(Ljava/lang/Object;)I",
    "Ljava/lang/Thread;->start()V",
]  # fmt: skip
FORMAT_OF = {NAME[each]: FORMAT[each] for each in range(256)}
ARITHMETIC = [NAME[each] for each in range(0x90, 0xE3) if FORMAT[each] in ("23x", "12x")]
TYPES = ["[B", "[C", "[I", "[J", "[Ljava/lang/String;", "[[B", STRING, BUILDER, "Lx/H;", "Ljava/util/ArrayList;"]
TEXTS = [
    "",
    "abc",
    "AES/CBC/PKCS5Padding",
    "UTF-8",
    "[z-a]",
    "[a--b]",
    "MD5",
    "1_0",
    "0x1f",
    "\ud800",
    "+7",
    "a" * 300,
    "=",
]
STATIC_OWNERS = (
    "Ljava/lang/System;", "Ljava/util/Arrays;", "Landroid/util/Base64;",
)  # fmt: skip
STATIC_NAMES = ("valueOf", "getInstance", "parse", "join", "rotate", "digit(C", "forDigit", "m(", "unknown(")
ANY_OF = {
    "Ljava/util/ArrayList;": "Ljava/util/List;", "Ljava/util/HashMap;": "Ljava/util/Map;",
    "Ljava/lang/CharSequence;": STRING, "Ljava/io/ByteArrayInputStream;": "Ljava/io/InputStream;",
    "[Ljava/lang/CharSequence;": "[Ljava/lang/String;", "Ljavax/crypto/spec/SecretKeySpec;": "Ljava/security/Key;",
    "[Ljava/lang/Object;": "[Ljava/lang/String;",
}  # fmt: skip
NUMBERS = (0, 1, 2, 3, 7, 16, 64, 255, -1, 65536, -2147483648, 2147483647)
FIELDS = ["Lx/H;->t:[C", f"Lx/H;->s:{STRING}", "Lx/H;->n:I", "Lx/H;->o:Ljava/lang/Object;"]


PRELUDE = [
    ("const/4 v0, 2", "I"),
    ('const-string v1, "abc"', STRING),
    ("const/16 v2, 16\nnew-array v2, v2, [B", "[B"),
    ("const/4 v3, 3\nnew-array v3, v3, [C", "[C"),
    (f"new-instance v4, {BUILDER}\ninvoke-direct {{v4}}, {BUILDER}-><init>()V", BUILDER),
    (
        "new-instance v5, Ljava/util/ArrayList;\ninvoke-direct {v5}, Ljava/util/ArrayList;-><init>()V",
        "Ljava/util/List;",
    ),
    ('const-string v6, "AES"', STRING),
    ("new-instance v7, Ljava/util/HashMap;\ninvoke-direct {v7}, Ljava/util/HashMap;-><init>()V", "Ljava/util/Map;"),
    ("const/4 v8, 1", "I"),
    ("const/4 v9, 0", "I"),
]
INTEGERS = "IZBCSJ"


class _Writer:
    """Writes instructions on registers whose types it knows, but does not always care about."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311  no secret
        self.types = [kind for _, kind in PRELUDE]

    def register(self, kind: str) -> int:
        """A register that holds something of a type, if there is one, and mostly."""
        wanted = [place for place, held in enumerate(self.types) if held == kind or (kind in INTEGERS and held == "I")]
        if kind == "Ljava/lang/Object;" or not wanted or self.draw.random() < 0.08:
            return self.draw.randrange(10)
        return self.draw.choice(wanted)

    def put(self, kind: str) -> int:
        """A register to write something of a type into."""
        place = self.draw.randrange(10)
        self.types[place] = "I" if kind in INTEGERS else kind
        return place

    def line(self) -> str:  # noqa: PLR0911  one for each kind of instruction
        """One instruction."""
        draw = self.draw
        match draw.randrange(12):
            case 0:
                return f"const v{self.put('I')}, {draw.choice(NUMBERS)}"
            case 1:
                return f"const-string v{self.put(STRING)}, {quoted(draw.choice(TEXTS))}"
            case 2:
                kind, size = draw.choice(TYPES[:6]), self.register("I")
                return f"new-array v{self.put(kind)}, v{size}, {kind}"
            case 3:
                kind = draw.choice(TYPES[6:])
                return f"new-instance v{self.put(kind)}, {kind}"
            case 4:
                kind, name = draw.choice((("[B", "byte"), ("[C", "char"), ("[Ljava/lang/String;", "object")))
                array, place, other = self.register(kind), self.register("I"), self.register("I")
                if draw.random() < 0.5:
                    return f"aput-{name} v{other}, v{array}, v{place}"
                return f"aget-{name} v{self.put('I' if name != 'object' else STRING)}, v{array}, v{place}"
            case 5:
                name = draw.choice(ARITHMETIC)
                taken = [self.register("I"), self.register("I")]
                registers = [self.put("I"), *taken] if FORMAT_OF[name] == "23x" else taken
                return f"{name} {', '.join(f'v{each}' for each in registers)}"
            case 6:
                field = draw.choice(FIELDS)
                if draw.random() < 0.5:
                    return f"sput-object v{self.register(field.partition(':')[2])}, {field}"
                return f"sget-object v{self.put(field.partition(':')[2])}, {field}"
            case 7:
                return f"iput-object v{draw.randrange(10)}, v{self.register('Lx/H;')}, {draw.choice(FIELDS)}"
            case 8:
                where = draw.choice((":middle", ":end", ":top"))
                return f"{draw.choice(('if-eqz', 'if-gez'))} v{self.register('I')}, {where}"
            case _:
                return self.call(draw.choice(CALLED))

    def call(self, called: str) -> str:
        owner, _, name = called.partition("->")
        kinds = parameters(name[name.index("(") :])
        given_back = name.partition(")")[2]
        static = owner in STATIC_OWNERS or name.startswith(STATIC_NAMES)
        how = "static" if static else "direct" if name.startswith("<init>") else "virtual"
        of = ANY_OF.get(owner, owner)
        registers = [] if static else [self.register(of)]
        for kind in kinds:
            place = self.register(kind)
            registers += [place, (place + 1) % 10] if kind == "J" else [place]
        if self.draw.random() < 0.02:
            registers = registers[1:]
        if name.startswith("<init>") and registers:
            self.types[registers[0]] = of
        call = f"invoke-{how} {{{', '.join(f'v{each}' for each in registers[:5])}}}, {called}"
        if given_back == "V":
            return call
        ending = "-wide" if given_back == "J" else "" if given_back in INTEGERS else "-object"
        return f"{call}\nmove-result{ending} v{self.put(ANY_OF.get(given_back, given_back))}"


def quoted(content: str) -> str:
    """A text as the assembler reads it."""
    return '"' + ascii(content)[1:-1].replace('"', '\\"') + '"'


def body(seed: int, *, returns: bool = True) -> str:
    """A body of some thirty random instructions, with three places to jump to."""
    writer = _Writer(seed)
    lines = [":top", *(writer.line() for _ in range(writer.draw.randrange(4, 40)))]
    lines.insert(writer.draw.randrange(len(lines)), ":middle")
    end = f"return-object v{writer.register(STRING)}" if returns else "return-void"
    return "\n".join([*(line for line, _ in PRELUDE), *lines, ":end", end])
