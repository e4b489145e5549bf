"""What one component hands to another: the data and extras of intents, and the arguments of bundles, by their keys."""

from __future__ import annotations

import numpy as np

from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch

_MOST_GIVERS = 24
_INTENT = b"Landroid/content/Intent;"
_KEYED = (_INTENT, b"Landroid/os/Bundle;", b"Landroid/os/BaseBundle;", b"Landroid/os/PersistableBundle;")
_DATA_SETTERS = {
    b"setData(Landroid/net/Uri;)Landroid/content/Intent;": 0,
    b"setDataAndType(Landroid/net/Uri;Ljava/lang/String;)Landroid/content/Intent;": 0,
    b"<init>(Ljava/lang/String;Landroid/net/Uri;)V": 1,
    b"<init>(Ljava/lang/String;Landroid/net/Uri;Landroid/content/Context;Ljava/lang/Class;)V": 1,
}
_Given = tuple[int, int, int]


class Deliveries:
    """Finds where values were given, as (method, index of the call, declared position of the value)."""

    def __init__(self, code: Code, dispatch: Dispatch) -> None:
        self._code, self._dispatch = code, dispatch
        self._data: list[_Given] | None = None
        self._by_key: dict[str, list[_Given]] | None = None

    def data_for(self, method: int) -> list[_Given]:
        """Where a URI is put into an intent in a method that names the component which `method` belongs to."""
        if self._data is None:
            self._data = [
                (caller, index, position)
                for signature, position in _DATA_SETTERS.items()
                for caller, index in self._sites(_INTENT, signature)
            ]
        namers = self._namers(method)
        return sorted(each for each in self._data if each[0] in namers)[:_MOST_GIVERS]

    def under_key(self, method: int, key: str) -> list[_Given]:
        """Where a value is put under a key: by those who name the component, or else by anybody."""
        if self._by_key is None:
            self._by_key = self._index_keys()
        given = self._by_key.get(key, [])
        namers = self._namers(method)
        near = [each for each in given if each[0] in namers]
        return (near or given)[:_MOST_GIVERS]

    def _namers(self, method: int) -> set[int]:
        """Methods that name the class of a method, or a subclass of it, by a class constant."""
        owner = int(self._code.symbols.method_types[method])
        types = np.array([owner, *self._code.descendants(owner)])
        _, rows = self._dispatch.mentions.gather(types)
        return {int(self._dispatch.mentions.methods[row]) for row in rows.tolist()}

    def _index_keys(self) -> dict[str, list[_Given]]:
        """All puts into intents and bundles whose key is a constant."""
        found: dict[str, list[_Given]] = {}
        for owner in _KEYED:
            number = self._code.symbols.type_number(owner)
            for method in range(*bounds_of(self._code.symbols.method_types, number)) if number >= 0 else ():
                if not self._code.method(method).name.startswith("put"):
                    continue
                for caller, index in self._code.invokes(method):
                    key = self._constant_key(caller, index)
                    if key is not None:
                        found.setdefault(key, []).append((caller, index, 1))
        return {key: sorted(sites) for key, sites in found.items()}

    def _constant_key(self, method: int, index: int) -> str | None:
        body = self._code.body(method)
        if body is None or len(body.instructions[index].registers) < 3:  # noqa: PLR2004  receiver, key, value
            return None
        definitions, _ = body.definitions(index, body.instructions[index].registers[1])
        texts = {
            self._code.text(body, body.instructions[each].reference)
            for each in definitions
            if each >= 0 and body.instructions[each].opcode in (0x1A, 0x1B)
        }
        return texts.pop() if len(texts) == 1 and len(definitions) == 1 else None

    def _sites(self, owner: bytes, signature: bytes) -> list[tuple[int, int]]:
        symbols = self._code.symbols
        number = symbols.find_signature(signature)
        of = symbols.type_number(owner)
        method = symbols.method_number(of, number) if number >= 0 and of >= 0 else -1
        return self._code.invokes(method) if method >= 0 else []
