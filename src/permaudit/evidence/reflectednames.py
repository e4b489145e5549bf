"""What reflection gives: the class of a name or of an object, and the fields and methods that are looked up in it."""

from __future__ import annotations

from permaudit.dex.body import ENTRY, MOVES
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.asked import Asked
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Resolved
from permaudit.evidence.values import (
    UNKNOWN_PIECE,
    ClassName,
    FieldName,
    Handed,
    Items,
    Made,
    MethodName,
    Number,
    Result,
    Site,
    Text,
    Unknown,
    Uri,
    Value,
)

_CHECK_CAST = 0x1F
_FIELD_READS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])
_MOST_MOVES = 16
_MOST_SUBCLASSES = 8
_ANY = "Ljava/lang/Object;"
_CONSTRUCTOR = "<init>"


def class_of_name(asked: Asked) -> list[Resolved]:
    """`Class.forName` and `ClassLoader.loadClass`."""
    position = 1 if len(asked.registers) == 2 else 0  # noqa: PLR2004  loadClass has a receiver
    return [Resolved(_class_named(each.value), each.context) for each in asked.values(asked.registers[position])]


def _class_named(value: Value) -> Value:
    if isinstance(value, Text) and UNKNOWN_PIECE not in value.text:
        name = value.text.replace(".", "/")
        return ClassName(name if name.startswith("[") else f"L{name};")
    return Unknown("reflection")


def class_of_object(asked: Asked) -> list[Resolved]:
    """`getClass()`: the class that was made, or the type by which the object is declared and those below it."""
    results: list[Resolved] = []
    for each in asked.first():
        name = _class_of(asked, each.value) or _declared_type(asked)
        found: list[Value] = [ClassName(name)] if name else [Unknown("reflection")]
        if name and not isinstance(each.value, Made):
            found.extend(_subclasses(asked.resolver.code, name))
        results.extend(Resolved(value, each.context) for value in found)
    return results


def _subclasses(code: Code, descriptor: str) -> list[Value]:
    """The app's classes below a type; not known if they are too many to mean anything."""
    number = code.symbols.type_number(descriptor.encode("utf-8", "replace"))
    below = code.descendants(number) if number >= 0 else []
    if len(below) > _MOST_SUBCLASSES:
        return [Unknown("reflection")]
    return [ClassName(code.type_name(each)) for each in below]


def _class_of(asked: Asked, value: Value) -> str:
    """The class of an object, as far as its value tells."""
    code = asked.resolver.code
    match value:
        case Made(descriptor):
            return descriptor
        case Result(reference):
            kind = reference.rpartition(")")[2] if ")" in reference else reference.rpartition(":")[2]
            return kind if kind[:1] in ("L", "[") and kind != _ANY else ""
        case Handed(method, 0):
            return code.type_name(int(code.symbols.method_types[method]))
        case Text():
            return "Ljava/lang/String;"
        case Uri():
            return "Landroid/net/Uri;"
        case ClassName():
            return "Ljava/lang/Class;"
        case _:
            return ""


def _declared_type(asked: Asked) -> str:
    """The one type that the code gives to the receiver of the call: of a parameter, field or result, or by a cast."""
    body, code = asked.body, asked.resolver.code
    types: set[str] = set()
    seen: set[tuple[int, int]] = set()
    waiting = [(asked.call, asked.registers[0])]
    while waiting and len(seen) < _MOST_MOVES:
        index, register = waiting.pop()
        for definition in body.definitions(index, register)[0]:
            if (definition, register) in seen:
                continue
            seen.add((definition, register))
            if definition != ENTRY and body.instructions[definition].opcode in MOVES:
                waiting.append((definition, body.instructions[definition].registers[1]))
                continue
            casts = {
                code.type_name(code.type_at(body, body.instructions[use].reference))
                for use in body.uses(definition, register)[0]
                if body.instructions[use].opcode == _CHECK_CAST
                and code.type_at(body, body.instructions[use].reference) >= 0
            }
            types |= casts or {_type_at(asked, definition, register)}
    return types.pop() if len(types) == 1 and _ANY not in types else ""


def _type_at(asked: Asked, definition: int, register: int) -> str:
    """The declared type of what a definition leaves in a register; nothing where it declares none."""
    body, code = asked.body, asked.resolver.code
    if definition == ENTRY:
        return _parameter_type(asked, body.parameter_of(register))
    each = body.instructions[definition]
    if each.opcode in _FIELD_READS:
        field = code.field_at(body, each.reference)
        return decode_mutf8(field[2]) if field is not None else ""
    call = definition - 1
    if call >= 0 and body.instructions[call].opcode in INVOKES and body.result_of(call) == definition:
        callee = code.callee(body, call)
        return code.method(callee).descriptor.rpartition(")")[2] if callee >= 0 else ""
    return ""


def _parameter_type(asked: Asked, word: int) -> str:
    code, method = asked.resolver.code, asked.frame.method
    static = code.is_static(method)
    if word == 0 and not static:
        return code.type_name(int(code.symbols.method_types[method]))
    at = 0 if static else 1
    for each in code.symbols.parameter_types(int(code.symbols.method_signatures[method])).tolist():
        if at == word:
            return code.type_name(each)
        at += 2 if code.symbols.types[each] in (b"J", b"D") else 1
    return ""


def field_of_class(asked: Asked) -> list[Resolved]:
    """`getField` and `getDeclaredField`."""
    results = []
    for owner in asked.first():
        for name in asked.values(asked.registers[1], owner.context):
            match owner.value, name.value:
                case ClassName(descriptor), Text(text) if UNKNOWN_PIECE not in text:
                    results.append(Resolved(FieldName(descriptor, text), name.context))
                case _:
                    results.append(Resolved(Unknown("reflection"), name.context))
    return results


def method_of_class(asked: Asked) -> list[Resolved]:
    """`getMethod` and `getDeclaredMethod`."""
    owner, name, *parameters = asked.registers
    return _methods(asked, owner, name, parameters[0] if parameters else None)


def constructor_of_class(asked: Asked) -> list[Resolved]:
    """`getConstructor` and `getDeclaredConstructor`."""
    owner, *parameters = asked.registers
    return _methods(asked, owner, None, parameters[0] if parameters else None)


def method_of_lookup(asked: Asked) -> list[Resolved]:
    """`MethodHandles.Lookup.findVirtual` and its like; their MethodType is not looked into."""
    _, owner, name, *_ = asked.registers
    return _methods(asked, owner, name, None)


def _methods(asked: Asked, owner: int, name: int | None, parameters: int | None) -> list[Resolved]:
    """Every method that the class and the name may stand for; the class may stay unknown, the name may not."""
    results = []
    here = Site(asked.frame.method, asked.call)
    for of in asked.values(owner):
        descriptor = of.value.descriptor if isinstance(of.value, ClassName) else ""
        for named in [Resolved(Text(_CONSTRUCTOR), of.context)] if name is None else asked.values(name, of.context):
            if not isinstance(named.value, Text) or UNKNOWN_PIECE in named.value.text:
                results.append(Resolved(Unknown("reflection"), named.context))
                continue
            for types, context in _parameter_types(asked, parameters, named.context):
                results.append(Resolved(MethodName(descriptor, named.value.text, types, here), context))
    return results


def _parameter_types(
    asked: Asked, register: int | None, context: Context
) -> list[tuple[tuple[str, ...] | None, Context]]:
    if register is None:
        return [(None, context)]
    found: list[tuple[tuple[str, ...] | None, Context]] = []
    for each in asked.values(register, context):
        match each.value:
            case Items(items):
                types = tuple(item.descriptor if isinstance(item, ClassName) else "" for item in items)
                found.append((types, each.context))
            case Number(0):
                found.append(((), each.context))
            case _:
                found.append((None, each.context))
    return found
