"""Small apps in Dalvik assembly, and the evidence that is found in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from support.dexfile import ABSTRACT, INTERFACE, PUBLIC, STATIC, Class, Field, Method, assemble
from support.instructions import Code

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog, load_flow_catalog
from permaudit.catalog.framework import FILE_NAME, Framework, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import Operations, load_operations
from permaudit.dex.program import load_program
from permaudit.documents import rules_directory
from permaudit.evidence.gather import Evidence, gather_evidence
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.evidence import CallPath, Read
from permaudit.model.manifest import Component, ComponentKind, IntentFilter, LayoutHandler, Manifest, MetaData

READ_CONTACTS = "android.permission.READ_CONTACTS"
PERMISSIONS = frozenset({READ_CONTACTS, "android.permission.READ_SMS", "android.permission.READ_CALL_LOG"})
ACTIVITY = "Landroid/app/Activity;"
MAIN = "Lx/Main;"
ON_CREATE = "(Landroid/os/Bundle;)V"
LAUNCHER = IntentFilter(("android.intent.action.MAIN",), ("android.intent.category.LAUNCHER",))

_CONTRACT = "Landroid/provider/ContactsContract"
CONTACTS = f"{_CONTRACT}$Contacts;->CONTENT_URI:Landroid/net/Uri;"
PHONES = f"{_CONTRACT}$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;"
EMAILS = f"{_CONTRACT}$CommonDataKinds$Email;->CONTENT_URI:Landroid/net/Uri;"
DATA = f"{_CONTRACT}$Data;->CONTENT_URI:Landroid/net/Uri;"
IMAGES = "Landroid/provider/MediaStore$Images$Media;->EXTERNAL_CONTENT_URI:Landroid/net/Uri;"
PARSE = "Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;"
QUERY = (
    "Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;"
    "[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;"
)
CURSOR = "Landroid/database/Cursor;"

TAKE = f"""
    const/4 v7, 0
    invoke-interface {{v6, v7}}, {CURSOR}->getString(I)Ljava/lang/String;
    move-result-object v7
"""
"""Take one value out of the row of the cursor in v6."""

STEP = f"""
    :next_row
    invoke-interface {{v6}}, {CURSOR}->moveToNext()Z
    move-result v7
    if-eqz v7, :last_row
    {TAKE}
    goto :next_row
    :last_row
"""
"""Take one value out of every row of the cursor in v6."""


def static(field: str, register: str = "v1") -> str:
    """Put the value of a static field into a register."""
    return f"sget-object {register}, {field}"


def text(content: str, register: str) -> str:
    """Put a string into a register."""
    return f'const-string {register}, "{content}"'


def parsed(content: str) -> str:
    """Put the URI that a constant text spells into v1."""
    return f"{text(content, 'v1')}\n{CALL_PARSE}"


CALL_PARSE = f"""
    invoke-static {{v1}}, {PARSE}
    move-result-object v1
"""


def strings(register: str, *items: str) -> str:
    """Put an array of constant texts into a register, as compilers write it; uses v8 to v10."""
    lines = [f"const/16 v8, {len(items)}", f"new-array {register}, v8, [Ljava/lang/String;"]
    for number, item in enumerate(items):
        lines += [f"const/16 v9, {number}", text(item, "v10"), f"aput-object v10, {register}, v9"]
    return "\n".join(lines)


def query(
    uri: str,
    projection: str = "const/4 v2, 0",
    selection: str = "const/4 v3, 0",
    arguments: str = "const/4 v4, 0",
    use: str = TAKE,
) -> str:
    """A query: `uri` leaves the URI in v1, the others theirs in v2, v3 and v4; `use` finds the cursor in v6."""
    return f"""
        {uri}
        {projection}
        {selection}
        {arguments}
        const/4 v0, 0
        const/4 v5, 0
        invoke-virtual/range {{v0 .. v5}}, {QUERY}
        move-result-object v6
        {use}
    """


def method(
    name: str, body: str, descriptor: str = "()V", flags: int = PUBLIC, *, end: str = "return-void", registers: int = 14
) -> Method:
    """A method of `registers` registers, parameters last."""
    return Method(name, descriptor, flags, Code(registers, f"{body}\n{end}"))


def static_method(name: str, body: str, descriptor: str = "()V", *, end: str = "return-void") -> Method:
    return method(name, body, descriptor, PUBLIC | STATIC, end=end)


def constructor(body: str = "", descriptor: str = "()V") -> Method:
    return method("<init>", body, descriptor)


def main(body: str, *methods: Method, fields: Sequence[Field] = (), interfaces: Sequence[str] = ()) -> Class:
    """The launcher activity, with `body` in onCreate."""
    return Class(MAIN, [method("onCreate", body, ON_CREATE), *methods], fields, ACTIVITY, interfaces)


def interface(name: str, *methods: str) -> Class:
    """An interface of the app; methods as `run()V`."""
    declared = [Method(each[: each.index("(")], each[each.index("(") :], PUBLIC | ABSTRACT) for each in methods]
    return Class(name, declared, flags=PUBLIC | INTERFACE | ABSTRACT)


def component(kind: ComponentKind, name: str, *actions: str, exported: bool = False) -> Component:
    filters = (IntentFilter(actions),) if actions else ()
    return Component(kind, name, "base.apk", exported=exported or bool(actions), filters=filters)


LAUNCHED = Component("activity", "x.Main", "base.apk", exported=True, filters=(LAUNCHER,))


@cache
def catalog() -> Catalog:
    return load_catalog(rules_directory() / "catalog")


@cache
def operations() -> Operations:
    return load_operations(rules_directory() / "catalog")


@cache
def flow_catalog() -> FlowCatalog:
    return load_flow_catalog(rules_directory() / "catalog")


@cache
def framework() -> Framework:
    return load_framework(rules_directory() / "catalog" / FILE_NAME)


def audit(
    *classes: Class,
    components: Sequence[Component] = (LAUNCHED,),
    held: Iterable[str] = PERMISSIONS,
    handlers: Sequence[str] = (),
    layout_classes: Sequence[str] = (),
    listed_classes: Mapping[str, frozenset[str]] | None = None,
    hides_code: bool = False,
    files: Iterable[str] = (),
    first_pages: Iterable[str] = (),
    splits: Iterable[str] = (),
    meta_data: Mapping[str, str] | None = None,
) -> Evidence:
    """The evidence in an app of one DEX file."""
    return audit_dex(
        assemble(classes),
        components=components,
        held=held,
        handlers=handlers,
        layout_classes=layout_classes,
        listed_classes=listed_classes,
        hides_code=hides_code,
        files=files,
        first_pages=first_pages,
        splits=splits,
        meta_data=meta_data,
    )


def audit_dex(
    *dex_files: bytes,
    components: Sequence[Component] = (LAUNCHED,),
    held: Iterable[str] = PERMISSIONS,
    handlers: Sequence[str] = (),
    layout_classes: Sequence[str] = (),
    listed_classes: Mapping[str, frozenset[str]] | None = None,
    hides_code: bool = False,
    files: Iterable[str] = (),
    first_pages: Iterable[str] = (),
    splits: Iterable[str] = (),
    meta_data: Mapping[str, str] | None = None,
) -> Evidence:
    """The evidence in an app of ready DEX files."""
    program = load_program(("base.apk", f"classes{number}.dex", data) for number, data in enumerate(dex_files, 1))
    around = Surroundings(
        manifest=Manifest(
            "x", tuple(components), meta_data=tuple(MetaData(*each) for each in (meta_data or {}).items())
        ),
        layout_handlers=[LayoutHandler("base.apk", "res/layout/main.xml", each) for each in handlers],
        layout_classes=layout_classes,
        listed_classes=listed_classes or {},
        held=frozenset(held),
        hides_code=hides_code,
        files=frozenset(files),
        first_pages=frozenset(first_pages),
        splits=frozenset(splits),
    )
    return gather_evidence(program, catalog(), operations(), framework(), flow_catalog(), around)


def reads_of(*classes: Class) -> list[Read]:
    """The reads of an app whose launcher activity is `Lx/Main;`."""
    return list(audit(*classes).reads)


def the_read(*classes: Class) -> Read:
    """The one read of such an app."""
    (read,) = reads_of(*classes)
    return read


def triggers(read: Read) -> list[str]:
    return sorted(path.trigger for path in read.paths)


def steps(path: CallPath) -> list[str]:
    """The methods of a path as `Class.method`."""
    return [f"{each.method.class_name[1:-1].rpartition('/')[2]}.{each.method.name}" for each in path.steps]
