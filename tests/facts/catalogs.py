"""Catalogues with nothing in them but what a test needs."""

from collections.abc import Iterable

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.code_sources import CodeSources
from permaudit.catalog.hidden_code import HiddenCodeCatalog
from permaudit.catalog.libraries import Library
from permaudit.catalog.methods import ComponentCatalog
from permaudit.catalog.permissions import DoorShape, PlatformPermission, SplitPermission
from permaudit.catalog.pickers import PickerCatalog
from permaudit.catalog.reflection import ReflectionCatalog
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.signs import CallCatalog


def make_catalog(
    permissions: Iterable[PlatformPermission] = (),
    splits: Iterable[SplitPermission] = (),
    doors: Iterable[DoorShape] = (),
    libraries: Iterable[Library] = (),
) -> Catalog:
    return Catalog(
        uri_fields={},
        uri_methods={},
        apis=(),
        surfaces=(),
        tables={},
        mime_rows={},
        callbacks=(),
        script_entries=(),
        components=ComponentCatalog({}, {}),
        starters=(),
        pickers=PickerCatalog(*[() for _ in PickerCatalog.__struct_fields__]),
        permissions={each.name: each for each in permissions},
        split_permissions=tuple(splits),
        doors=tuple(doors),
        libraries=tuple(libraries),
        loaders=(),
        code_replacers=(),
        code_sources=CodeSources(*[() for _ in CodeSources.__struct_fields__]),
        reflection=ReflectionCatalog(),
        calls=CallCatalog({}, ()),
        texts=(),
        files=(),
        frameworks=(),
        script_values=ScriptValues(
            requests=(),
            global_objects=frozenset(),
            wrappers=frozenset(),
            named_by=frozenset(),
            copies=frozenset(),
            joins=frozenset(),
            joining_words=(),
            properties_of_nobody=frozenset(),
            methods=(),
            machines=(),
            pages=(),
            successes=(),
            failures=frozenset(),
            mixed_in=frozenset(),
        ),
        packers=(),
        public_keys=(),
        hidden_code=HiddenCodeCatalog(*[() for _ in HiddenCodeCatalog.__struct_fields__]),
        places={},
    )
