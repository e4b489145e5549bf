"""Code that the package holds and that is not read: native libraries, code among other files, what a shell unpacks."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.apk.package import Package
from permaudit.catalog.catalog import Catalog
from permaudit.dex.program import Program
from permaudit.facts.buried_code import buried_code_limitations
from permaudit.facts.carried_code import Sought, carried_code_limitations
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.mentions import Mentions
from permaudit.facts.native_code import native_code_limitations
from permaudit.facts.packed_shells import packed_shell_limitations
from permaudit.facts.quiet_code import Harmless
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Manifest
from permaudit.model.permission import Permission, SpecialAccess


def hidden_code_limitations(
    package: Package, program: Program, defined: DefinedClasses, catalog: Catalog, *, asks_for_people: bool
) -> list[Limitation]:
    """Everything in the package that is or may be code and is not read.

    Vague signs, and what was left out for its size, hide code only if the app asks for people's data: safety is not
    to be buried under noise (a game without such a permission may be as large as it likes).
    """
    texts, hidden = Mentions(catalog.native_mentions, wide=True), catalog.hidden_code
    found = native_code_limitations(package, texts, asks_for_people=asks_for_people)
    harmless = Harmless(hidden.harmless_classes, (each.name for each in hidden.harmful_names))
    sought = Sought(texts, harmless, Mentions(hidden.people_permissions, wide=True))
    found += carried_code_limitations(package, defined, hidden.library_code, sought, asks_for_people=asks_for_people)
    if asks_for_people:
        found += buried_code_limitations(package, program)
        found += packed_shell_limitations(package, program, catalog)
    return found


def asks_for_people(
    manifest: Manifest, permissions: Iterable[Permission], access: Iterable[SpecialAccess], catalog: Catalog
) -> bool:
    """Whether Android could let the app see people: by a permission, a role or a service, or by a sister app's."""
    if manifest.shared_user_id or any(True for _ in access):
        return True
    people = catalog.hidden_code.people_permissions
    return any(each.held_now and each.name in people for each in permissions)
