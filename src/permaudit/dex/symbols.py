"""Symbols: types, signatures and methods of all DEX files numbered together, so that files meet by descriptor.

Interning is exact (by bytes, never by hash), so that no name chosen by an adversary can pass for another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from permaudit.dex.tables import DexTables, ragged

_DESCRIPTOR = re.compile(rb"\[*(?:L[^;]*;|[^L\[])")
Int32s = npt.NDArray[np.int32]
Int64s = npt.NDArray[np.int64]
Integers = npt.NDArray[np.integer[Any]]


class Symbols:
    """Global numbers.

    `types` and `names` are raw MUTF-8 descriptors and method names. A signature is (name, proto); a method is
    (type, signature), numbered in the order of that pair. `type_maps`, `method_maps` and `proto_maps` turn the ids of
    the n-th DEX file into global numbers.
    """

    def __init__(self, files: Sequence[DexTables]) -> None:
        self.types: list[bytes] = []
        self.names: list[bytes] = []
        self._type_numbers: dict[bytes, int] = {}
        self._name_numbers: dict[bytes, int] = {}
        self._signatures_by_text: dict[bytes, int] = {}
        self.type_maps = [self._intern_types(each) for each in files]
        self.proto_maps, self.proto_returns, self.proto_parameters = _intern_protos(files, self.type_maps, self.types)
        self._intern_methods(files)

    def type_number(self, descriptor: bytes) -> int:
        """The number of a type, or -1 if no DEX file mentions it."""
        return self._type_numbers.get(descriptor, -1)

    def name_number(self, name: bytes) -> int:
        """The number of a method name, or -1."""
        return self._name_numbers.get(name, -1)

    def method_number(self, type_number: int, signature: int) -> int:
        """The number of a method that some DEX file mentions or defines, or -1."""
        key = type_number * len(self.signature_names) + signature
        where = int(np.searchsorted(self.method_keys, key))
        return where if where < len(self.method_keys) and int(self.method_keys[where]) == key else -1

    def method_numbers(self, types: Int64s, signatures: Int64s) -> Int64s:
        """Vectorised `method_number`."""
        keys = types * np.int64(len(self.signature_names)) + signatures
        return find_sorted(self.method_keys, keys)

    def descriptor(self, signature: int) -> bytes:
        """The `(params)ret` descriptor of a signature."""
        parameters = b"".join(self.types[number] for number in self.parameter_types(signature).tolist())
        return b"(" + parameters + b")" + self.types[int(self.proto_returns[int(self.signature_protos[signature])])]

    def parameter_types(self, signature: int) -> Int64s:
        """Type numbers of the declared parameters of a signature, in order."""
        proto = int(self.signature_protos[signature])
        begin, end = int(self._parameter_ends[proto - 1]) if proto else 0, int(self._parameter_ends[proto])
        return self.proto_parameters[1][begin:end]

    def signature_text(self, signature: int) -> bytes:
        """A signature as `name(params)ret`."""
        return self.names[int(self.signature_names[signature])] + self.descriptor(signature)

    def signatures_named(self, name: bytes) -> Int64s:
        """All signatures with a name."""
        number = self.name_number(name)
        # signatures are numbered by (name, proto), so those of one name stand together
        low, high = bounds_of(self.signature_names, number) if number >= 0 else (0, 0)
        return np.arange(low, high)

    def find_signature(self, text: bytes) -> int:
        """The number of the signature `name(params)ret`, or -1."""
        known = self._signatures_by_text.get(text)
        if known is None:
            known = self._signatures_by_text[text] = self._find_signature(text)
        return known

    def _find_signature(self, text: bytes) -> int:
        """Of the many with a name, such as `<init>`, only those are compared whose types all fit."""
        name, _, rest = text.partition(b"(")
        listed, _, returned = rest.rpartition(b")")
        types = [self._type_numbers.get(each, -1) for each in (returned, *_DESCRIPTOR.findall(listed))]
        numbers = self.signatures_named(name)
        if min(types) < 0 or not numbers.size:
            return -1
        protos = self.signature_protos[numbers]
        begins = np.where(protos > 0, self._parameter_ends[np.maximum(protos - 1, 0)], 0)
        counts = self._parameter_ends[protos] - begins
        fits = (self.proto_returns[protos] == types[0]) & (counts == len(types) - 1)
        numbers, begins = numbers[fits], begins[fits]
        for place, wanted in enumerate(types[1:]):
            fits = self.proto_parameters[1][begins + place] == wanted
            numbers, begins = numbers[fits], begins[fits]
        return int(numbers[0]) if numbers.size else -1

    def _intern_types(self, tables: DexTables) -> Int32s:
        numbers, types = self._type_numbers, self.types
        result = []
        for raw in tables.strings.raw_many(tables.type_names.astype(np.int64)):
            number = numbers.get(raw)
            if number is None:
                number = numbers[raw] = len(types)
                types.append(raw)
            result.append(number)
        return np.array(result, np.int32)

    def _intern_names(self, tables: DexTables) -> Int64s:
        """Global name numbers of the method ids of one file."""
        used = np.zeros(len(tables.strings), np.bool_)
        used[tables.method_names] = True
        ids = np.flatnonzero(used)
        numbers, names = self._name_numbers, self.names
        table = np.zeros(len(tables.strings), np.int64)
        found = []
        for raw in tables.strings.raw_many(ids):
            number = numbers.get(raw)
            if number is None:
                number = numbers[raw] = len(names)
                names.append(raw)
            found.append(number)
        table[ids] = found
        result: Int64s = table[tables.method_names]
        return result

    def _intern_methods(self, files: Sequence[DexTables]) -> None:
        protos = max(len(self.proto_returns), 1)
        keys = [
            self._intern_names(tables) * protos + proto_map[tables.method_protos]
            for tables, proto_map in zip(files, self.proto_maps, strict=True)
        ]
        distinct, numbers = rank(np.concatenate(keys) if keys else np.empty(0, np.int64))
        self.signature_names: Int64s = distinct // protos
        self.signature_protos: Int64s = distinct % protos
        signatures = np.split(numbers, np.cumsum([len(each) for each in keys])[:-1]) if keys else []
        pairs = [
            type_map[tables.method_classes].astype(np.int64) * len(distinct) + signature
            for tables, type_map, signature in zip(files, self.type_maps, signatures, strict=True)
        ]
        self.method_keys, methods = rank(np.concatenate(pairs) if pairs else np.empty(0, np.int64))
        self.method_types: Int64s = self.method_keys // max(len(distinct), 1)
        self.method_signatures: Int64s = self.method_keys % max(len(distinct), 1)
        ends = np.cumsum([len(each) for each in pairs])
        self.method_maps = np.split(methods.astype(np.int32), ends[:-1]) if pairs else []
        self._parameter_ends = np.cumsum(self.proto_parameters[0])


def _intern_protos(
    files: Sequence[DexTables], type_maps: Sequence[Int32s], types: Sequence[bytes]
) -> tuple[list[Int64s], Int64s, tuple[Int64s, Int64s]]:
    """Number all protos by (return, parameters): a trie grown one parameter a step, all files at once.

    Returns the maps of each file, and by global number the return types and the parameter lists (lengths, ids).
    """
    lengths, parameters, returns = [], [], []
    for tables, type_map in zip(files, type_maps, strict=True):
        each_lengths, ids = tables.parameter_lists()
        lengths.append(each_lengths)
        parameters.append(type_map[ids].astype(np.int64))
        returns.append(type_map[tables.proto_returns].astype(np.int64))
    counts = [len(each) for each in lengths]
    all_lengths, all_parameters, node = _join(lengths), _join(parameters), _join(returns).copy()
    all_returns = node.copy()
    first = np.cumsum(all_lengths) - all_lengths
    next_node = len(types)
    for index in range(int(all_lengths.max()) if all_lengths.size else 0):
        longer = np.flatnonzero(all_lengths > index)
        distinct, numbers = rank(node[longer] * (len(types) + 1) + all_parameters[first[longer] + index])
        node[longer] = numbers + next_node
        next_node += len(distinct)
    distinct, numbers = rank(node)
    sample = np.empty(len(distinct), np.int64)
    sample[numbers] = np.arange(len(numbers))
    ids = all_parameters[ragged(first[sample], all_lengths[sample])]
    maps = np.split(numbers, np.cumsum(counts)[:-1]) if counts else []
    return maps, all_returns[sample], (all_lengths[sample], ids)


def _join(arrays: Sequence[Int64s]) -> Int64s:
    return np.concatenate(arrays) if arrays else np.empty(0, np.int64)


def rank(keys: Int64s) -> tuple[Int64s, Int64s]:
    """The distinct keys in order, and for every key its place among them (`np.unique`, several times faster)."""
    if not keys.size:
        return keys, keys
    order = np.argsort(keys)
    ordered = keys[order]
    fresh = np.append(True, ordered[1:] != ordered[:-1])
    numbers = np.empty(len(keys), np.int64)
    numbers[order] = np.cumsum(fresh) - 1
    return ordered[fresh], numbers


def sorted_distinct(keys: Int64s) -> Int64s:
    """The distinct keys in order. `np.unique` has numpy import its masked arrays first, which takes 20 ms."""
    return rank(keys)[0]


def find_sorted(keys: Int64s, wanted: Int64s) -> Int64s:
    """The place of each wanted key among sorted distinct `keys`, or -1."""
    if not keys.size:
        return np.full(len(wanted), -1, np.int64)
    where = keys.searchsorted(wanted)
    where = np.minimum(where, len(keys) - 1)
    result: Int64s = np.where(keys[where] == wanted, where, -1)
    return result


def bounds_of(keys: npt.NDArray[Any], wanted: int) -> tuple[int, int]:
    """The range of rows of sorted `keys` that equal one key.

    The key is given in the keys' own type: any other would have numpy copy all of them.
    """
    key = keys.dtype.type(wanted)
    return int(keys.searchsorted(key)), int(keys.searchsorted(key, side="right"))
