"""Lists and maps: an object whose content is a Python list or dictionary; keys are texts and numbers."""

from __future__ import annotations

from permaudit.evidence.evaluation.arithmetic import BOXES
from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError

_ITERATOR = "Ljava/util/Iterator;"
_LISTS = (
    "Ljava/util/ArrayList;",
    "Ljava/util/LinkedList;",
    "Ljava/util/Vector;",
    "Ljava/util/List;",
    "Ljava/util/Collection;",
)
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
    if isinstance(content, Array) and not content.is_lost:
        return content.items  # Arrays.asList: the array itself
    if not isinstance(content, list):
        raise UndecidedError("list")
    return content


def _map(call: Call) -> dict[object, Operand]:
    content = call.instance(0).content
    if not isinstance(content, dict):
        raise UndecidedError("map")
    return content


def _key(call: Call) -> object:
    """A key as it is compared: a text, a plain number, or a boxed one with its class."""
    key = call.arguments[1]
    if isinstance(key, Instance) and key.class_name in BOXES and isinstance(key.content, int):
        return (key.class_name, key.content)
    if not isinstance(key, int | str):
        raise UndecidedError("key")
    return key


def _new_list(call: Call) -> Operand:
    source = _list(call, 1) if len(call.arguments) > 1 and isinstance(call.arguments[1], Instance) else []
    call.machine.pay(len(source))
    call.instance(0).content = list(source)
    return UNSEEN


def _new_map(call: Call) -> Operand:
    if len(call.arguments) > 1 and not isinstance(call.arguments[1], int):
        raise UndecidedError("map")
    call.instance(0).content = {}
    return UNSEEN


def _add(call: Call) -> Operand:
    if len(call.arguments) != 2:  # noqa: PLR2004  at a place
        raise UndecidedError("overload")
    if isinstance(call.instance(0).content, Array):
        raise UndecidedError("fixed size")
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
    return len(content) if isinstance(content, dict) else len(_list(call))


def _to_array(call: Call) -> Operand:
    items = _list(call)
    call.machine.pay(len(items))
    return Array("L", list(items))


def _as_list(call: Call) -> Operand:
    return Instance("Ljava/util/List;", content=call.array(0))


def _iterator(call: Call) -> Operand:
    size = len(_list(call))
    return Instance(_ITERATOR, content=[call.arguments[0], 0, size])


def _state(call: Call) -> tuple[list[Operand], int]:
    """What an iterator goes through, and how far it is; a list that was changed since ends the evaluation."""
    match call.instance().content:
        case [Instance(is_lost=False) as source, int(place), int(size)]:
            items = _list(Call(call.machine, "", [source]))
            if len(items) == size:
                return items, place
    raise UndecidedError("iterator")


def _next(call: Call) -> Operand:
    items, place = _state(call)
    if place >= len(items):
        raise UndecidedError("bounds")
    _list(call)[1] = place + 1
    return items[place]


def _has_next(call: Call) -> Operand:
    items, place = _state(call)
    return int(place < len(items))


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
    "Ljava/lang/Iterable;->iterator": _iterator,
    "Ljava/util/Arrays;->asList": _as_list,
    f"{_ITERATOR}->hasNext": _has_next,
    f"{_ITERATOR}->next": _next,
}
