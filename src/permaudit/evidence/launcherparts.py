"""Calls that switch off the part of an app which the home screen shows: its icon is gone, the app is not."""

from __future__ import annotations

from collections.abc import Iterator

from permaudit.dex.opcodes import DIRECT_INVOKES, INVOKES
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import ClassName, Made, Number, Result, Site, Text, Value
from permaudit.model.manifest import Manifest
from permaudit.model.place import dotted

_COMPONENT_NAME = "Landroid/content/ComponentName;"
_OWN_NAME = "->getComponentName()Landroid/content/ComponentName;"
_SWITCHED_OFF = (2, 3, 4)
"""COMPONENT_ENABLED_STATE_DISABLED, _DISABLED_USER and _DISABLED_UNTIL_USED of PackageManager."""
_SWITCHED_ON = (0, 1)
"""COMPONENT_ENABLED_STATE_DEFAULT and _ENABLED."""
_NAME, _STATE = 0, 1  # parameters of setComponentEnabledSetting


class LauncherParts:
    """The activities and aliases that the home screen shows, and the calls that switch one of them off."""

    def __init__(self, resolver: Resolver, manifest: Manifest) -> None:
        self._resolver, self._package = resolver, manifest.package
        self._names = {each.name or each.class_name for each in manifest.components if each.is_launcher}

    def switched_off(self, frame: Frame, index: int) -> list[Context]:
        """The contexts in which a call of setComponentEnabledSetting switches off what the home screen shows."""
        if not self._names or self._exchanges(frame, index):
            return []
        return self._switched(frame, index, _SWITCHED_OFF)

    def _exchanges(self, frame: Frame, index: int) -> bool:
        """Whether the same method switches another such part on, as where the person chooses another icon."""
        body, code = frame.body, self._resolver.code
        callee = code.callee(body, index)
        others = [each for each, called in enumerate(body.instructions) if called.opcode in INVOKES and each != index]
        return any(
            code.callee(body, each) == callee and bool(self._switched(frame, each, _SWITCHED_ON)) for each in others
        )

    def _switched(self, frame: Frame, index: int, states: tuple[int, ...]) -> list[Context]:
        """The contexts in which a call sets one of these states for what the home screen shows."""
        found: list[Context] = []
        for state in self._resolver.argument(frame, index, _STATE, Context()):
            if isinstance(state.value, Number) and state.value.number in states:
                for part in self._resolver.argument(frame, index, _NAME, state.context):
                    found.extend(self._named(part.value, part.context))
        return found

    def _named(self, value: Value, context: Context) -> Iterator[Context]:
        """The contexts in which a ComponentName names such a part."""
        match value:
            case Result(method) if method.endswith(_OWN_NAME):
                if dotted(method.partition("->")[0]) in self._names:
                    yield context
            case Made(descriptor, site) if descriptor == _COMPONENT_NAME:
                yield from self._made(site, context)
            case _:
                pass

    def _made(self, site: Site, context: Context) -> Iterator[Context]:
        frame = self._resolver.open_frame(site.method)
        if frame is None:
            return
        register = frame.body.instructions[site.index].registers[0]
        for use in frame.body.uses(site.index, register)[0]:
            each = frame.body.instructions[use]
            if each.opcode in DIRECT_INVOKES and len(each.registers) > 1 and each.registers[0] == register:
                for got in self._resolver.values(frame, use, each.registers[-1], context):
                    if self._name_of(got.value) in self._names:
                        yield got.context

    def _name_of(self, value: Value) -> str:
        match value:
            case Text(text):
                return self._package + text if text.startswith(".") else text
            case ClassName(descriptor):
                return dotted(descriptor)
            case _:
                return ""
