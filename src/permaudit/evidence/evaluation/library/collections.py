"""Lists and maps: an object whose content is a Python list or dictionary; keys are texts and numbers."""

from __future__ import annotations

from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError

_ITERATOR = "Ljava/util/Iterator;"
_LISTS = ("Ljava/util/ArrayList;", "Ljava/util/LinkedList;", "Ljava/util/Vector;", "Ljava/util/List;")
_MAPS = (
    "Ljava/util/HashMap;",
    "Ljava/util/LinkedHashMap;",
    "Ljava/util/TreeMap;",
    "Ljava/util/concurrent/ConcurrentHashMap;",
    "Ljava/util/Map;",
    "Landroid/util/SparseArray;",
)


def _list(call: Call, position: int = 0) -> list[Operand]:
    content = call.instance(position).content
    if not isinstance(content, list):
        raise UndecidedError("list")
    return content


def _map(call: Call) -> dict[Operand, Operand]:
    content = call.instance(0).content
    if not isinstance(content, dict):
        raise UndecidedError("map")
    return content


def _key(call: Call) -> Operand:
    key = call.arguments[1]
    if not isinstance(key, int | str):
        raise UndecidedError("key")
    return key


def _new_list(call: Call) -> Operand:
    source = call.arguments[1] if len(call.arguments) > 1 else 0
    call.instance(0).content = list(_list(call, 1)) if isinstance(source, Instance) else []
    return UNSEEN


def _new_map(call: Call) -> Operand:
    if len(call.arguments) > 1 and not isinstance(call.arguments[1], int):
        raise UndecidedError("map")
    call.instance(0).content = {}
    return UNSEEN


def _add(call: Call) -> Operand:
    if len(call.arguments) != 2:  # noqa: PLR2004  at a place
        raise UndecidedError("overload")
    call.machine.spend(1)
    _list(call).append(call.arguments[1])
    return 1


def _get(call: Call) -> Operand:
    content = call.instance(0).content
    if isinstance(content, dict):
        return _map(call).get(_key(call), call.arguments[2] if len(call.arguments) > 2 else 0)  # noqa: PLR2004
    items, place = _list(call), call.number(1)
    if not 0 <= place < len(items):
        raise UndecidedError("bounds")
    return items[place]


def _put(call: Call) -> Operand:
    call.machine.spend(1)
    _map(call)[_key(call)] = call.arguments[2]
    return UNSEEN


def _size(call: Call) -> Operand:
    content = call.instance(0).content
    if not isinstance(content, list | dict):
        raise UndecidedError("collection")
    return len(content)


def _to_array(call: Call) -> Operand:
    items = _list(call)
    call.machine.spend(1 + len(items) // 16)
    return Array("L", list(items))


def _as_list(call: Call) -> Operand:
    return Instance("Ljava/util/ArrayList;", content=call.array(0).items)


def _iterator(call: Call) -> Operand:
    items = _list(call)
    call.machine.spend(1 + len(items) // 16)
    return Instance(_ITERATOR, content=list(reversed(items)))


def _next(call: Call) -> Operand:
    left = _list(call)
    if not left:
        raise UndecidedError("bounds")
    return left.pop()


COLLECTIONS: dict[str, Function] = {
    **{
        f"{name}->{method}": function
        for name in _LISTS
        for method, function in {
            "<init>": _new_list,
            "add": _add,
            "get": _get,
            "size": _size,
            "toArray": _to_array,
            "iterator": _iterator,
        }.items()
    },
    **{
        f"{name}->{method}": function
        for name in _MAPS
        for method, function in {
            "<init>": _new_map,
            "put": _put,
            "append": _put,
            "get": _get,
            "getOrDefault": _get,
            "containsKey": lambda call: int(_key(call) in _map(call)),
            "size": _size,
        }.items()
    },
    "Ljava/util/Arrays;->asList": _as_list,
    f"{_ITERATOR}->hasNext": lambda call: int(bool(_list(call))),
    f"{_ITERATOR}->next": _next,
}
