"""Where in the package something is: a part, then a DEX file and method, or another file."""

from __future__ import annotations

import msgspec


class Method(msgspec.Struct, frozen=True, order=True):
    """A method by its Dalvik names: class descriptor `Lcom/x/A;`, name, and descriptor `(I)V`."""

    class_name: str
    name: str
    descriptor: str

    def __str__(self) -> str:
        return f"{self.class_name}->{self.name}{self.descriptor}"


class Place(msgspec.Struct, frozen=True):
    """A place a stranger can open again.

    `offset` counts 16-bit code units from the start of the method, as `dexdump -d` prints them, or bytes in `file`.
    """

    part: str
    dex: str | None = None
    method: Method | None = None
    file: str | None = None
    offset: int | None = None


class Owner(msgspec.Struct, frozen=True):
    """Who wrote the code: the app itself, a library named in the catalogue, or nobody we can name."""

    kind: str  # app | library | unknown
    name: str | None = None


def dotted(descriptor: str) -> str:
    """Turn `Lcom/x/A;` into `com.x.A`, the way people write class names."""
    return descriptor[1:-1].replace("/", ".") if descriptor.startswith("L") and descriptor.endswith(";") else descriptor


def descriptor_of(class_name: str) -> str:
    """Turn `com.x.A` into `Lcom/x/A;`."""
    return "L" + class_name.replace(".", "/") + ";"
