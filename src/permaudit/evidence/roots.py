"""Where the system enters the app: components and their triggers, callbacks that wait for an outside event, layouts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from permaudit.catalog.catalog import Catalog
from permaudit.dex.calls import lambda_bodies
from permaudit.dex.symbols import Int64s
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.model.evidence import Trigger
from permaudit.model.manifest import Component, LayoutHandler, Manifest
from permaudit.model.place import descriptor_of

_SYSTEM_BINDS = "android.permission.BIND_"
_ON_RECEIVE = b"onReceive(Landroid/content/Context;Landroid/content/Intent;)V"
_RECEIVER = "Landroid/content/BroadcastReceiver;"
_VIEW_HANDLER = b"(Landroid/view/View;)V"
Mask = npt.NDArray[np.bool_]
_STARTUP_PROVIDER = "androidx.startup"
_PROVIDER_STARTS = ("onCreate", "attachInfo", "<init>", "<clinit>")


@dataclass(slots=True)
class Roots:
    """Methods the system calls: their trigger and component; callbacks replace the trigger they inherit.

    `components_of` names, for a method and a trigger, the component that is entered; `classes` are the components by
    type number, `class_triggers` what enters them.
    """

    triggers: dict[int, set[Trigger]] = field(default_factory=dict)
    components_of: dict[int, dict[Trigger, str]] = field(default_factory=dict)
    callbacks: dict[int, Trigger] = field(default_factory=dict)
    classes: dict[int, Component] = field(default_factory=dict)
    class_triggers: dict[int, set[Trigger]] = field(default_factory=dict)

    def add(self, method: int, trigger: Trigger, component: str | None) -> None:
        """Enter a root; the first component named for a method stays."""
        self.triggers.setdefault(method, set()).add(trigger)
        if component is not None:
            self.components_of.setdefault(method, {}).setdefault(trigger, component)


class RootFinder:
    """Finds roots among the methods of a call graph."""

    def __init__(self, code: Code, catalog: Catalog, manifest: Manifest) -> None:
        self._code, self._catalog, self._manifest = code, catalog, manifest
        self._callback_index: dict[str, list[tuple[str, Trigger]]] = {}
        for each in catalog.callbacks:
            self._callback_index.setdefault(each.name + each.descriptor, []).append((each.class_name, each.trigger))

    def component_types(self) -> Int64s:
        """Type numbers of the manifest's component classes."""
        names = sorted({each.class_name for each in self._manifest.components})
        numbers = [self._code.symbols.type_number(descriptor_of(name).encode()) for name in names]
        return np.array([number for number in numbers if number >= 0], np.int64)

    def live_types(self, layout_classes: Sequence[str]) -> Int64s:
        """Types of which the system makes objects: components, the application, layout tags, startup initialisers."""
        names = {each.class_name for each in self._manifest.components} | set(layout_classes)
        names |= {name for name in (self._manifest.component_factory, self._manifest.backup_agent) if name}
        names |= set(self._initialisers())
        numbers = [self._code.symbols.type_number(descriptor_of(name).encode()) for name in sorted(names)]
        return np.array([number for number in numbers if number >= 0], np.int64)

    def find(
        self,
        dispatch: Dispatch,
        scripts: ScriptEntries,
        nodes: Int64s,
        handlers: Sequence[LayoutHandler],
        layout_classes: Sequence[str],
        permission_callbacks: Collection[int],
        started: Collection[int],
    ) -> Roots:
        """All roots and callbacks among `nodes`.

        `permission_callbacks` are known to hear about a permission; `started` are component types that the app itself
        starts, whose trigger is that of the starter.
        """
        roots = Roots()
        entered = dispatch.overrides_platform(nodes)
        for component in self._manifest.components:
            self._enter_component(roots, component, nodes, entered, started, dispatch)
        for name in sorted({*layout_classes}):
            self._enter_class(roots, name, self._layout_trigger(), None, nodes, entered)
        for name in self._initialisers():
            self._enter_class(roots, name, "app-start", name, nodes, entered)
        for own in (self._manifest.component_factory, self._manifest.backup_agent):
            if own:
                self._enter_class(roots, own, "app-start", own, nodes, entered)
        self._enter_handlers(roots, handlers, nodes)
        is_node = np.zeros(len(self._code.symbols.method_keys), np.bool_)
        is_node[nodes] = True
        self._enter_scripts(roots, scripts, dispatch, is_node)
        self._mark_callbacks(roots, nodes)
        self._mark_receivers(roots, dispatch, nodes)
        self._mark_lambdas(roots, is_node)
        roots.callbacks.update({method: "permission-granted" for method in permission_callbacks if is_node[method]})
        return roots

    def _enter_component(
        self,
        roots: Roots,
        component: Component,
        nodes: Int64s,
        entered: Mask,
        started: Collection[int],
        dispatch: Dispatch,
    ) -> None:
        number = self._code.symbols.type_number(descriptor_of(component.class_name).encode())
        if number >= 0:
            roots.classes.setdefault(number, component)
        for trigger in component_triggers(component, self._catalog):
            if trigger == "background" and (number in started or not self._may_start(component, number, dispatch)):
                continue
            if trigger == "screen-open" and self._only_by_alias(component):
                continue
            roots.class_triggers.setdefault(number, set()).add(trigger)
            self._enter_class(roots, component.class_name, trigger, component.class_name, nodes, entered)
        if component.kind == "provider" and component.exported and number >= 0:
            self._open_to_others(roots, number, nodes, entered)

    def _open_to_others(self, roots: Roots, provider: int, nodes: Int64s, entered: Mask) -> None:
        """Other apps ask a provider that is exported; only its start is the app's."""
        types = self._code.symbols.method_types[nodes]
        for method in nodes[(types == provider) & entered].tolist():
            if self._code.method(int(method)).name not in _PROVIDER_STARTS and int(method) in roots.triggers:
                roots.callbacks[int(method)] = "other-app"

    def _enter_class(
        self,
        roots: Roots,
        name: str,
        trigger: Trigger,
        component: str | None,
        nodes: Int64s,
        entered: Mask,
    ) -> None:
        """The overrides and constructors of a class that the system makes, and those it inherits inside the app."""
        number = self._code.symbols.type_number(descriptor_of(name).encode())
        if number < 0:
            return
        types = self._code.symbols.method_types[nodes]
        chain = [number, *self._code.hierarchy.superclasses(number)]
        constructor = self._code.symbols.find_signature(b"<init>()V")
        initialiser = self._code.symbols.find_signature(b"<clinit>()V")
        signatures = self._code.symbols.method_signatures[nodes]
        made = np.isin(signatures, [constructor, initialiser]) & (types == number)
        for method in nodes[(np.isin(types, chain) & entered) | made].tolist():
            if not self._is_overridden(int(method), chain):
                roots.add(int(method), trigger, component)

    def _is_overridden(self, method: int, chain: list[int]) -> bool:
        """Whether a class further down the chain has its own version, which runs instead."""
        symbols = self._code.symbols
        owner, signature = int(symbols.method_types[method]), int(symbols.method_signatures[method])
        below = np.array(chain[: chain.index(owner)], np.int64)
        numbers = symbols.method_numbers(below, np.full(len(below), signature))
        return bool(np.any(self._code.program.row_of[numbers[numbers >= 0]] >= 0))

    def _enter_handlers(self, roots: Roots, handlers: Sequence[LayoutHandler], nodes: Int64s) -> None:
        """Methods named by `android:onClick` in a layout: public void name(View) of an activity."""
        names = {handler.method_name for handler in handlers}
        activities = [n for n, each in roots.classes.items() if each.kind in ("activity", "activity-alias")]
        family = {above for n in activities for above in (n, *self._code.hierarchy.superclasses(n))}
        for name in sorted(names):
            signature = self._code.symbols.find_signature(name.encode() + _VIEW_HANDLER)
            if signature < 0:
                continue
            for method in nodes[self._code.symbols.method_signatures[nodes] == signature].tolist():
                owner = int(self._code.symbols.method_types[method])
                if owner in family:
                    component = roots.classes.get(owner)
                    roots.add(int(method), "tap", component.class_name if component else None)
                    roots.callbacks[int(method)] = "tap"

    def _enter_scripts(self, roots: Roots, scripts: ScriptEntries, dispatch: Dispatch, is_node: Mask) -> None:
        """Methods that scripts call by name, of classes whose objects may exist; some need none of the app's making."""
        methods = np.array(sorted(scripts.triggers), np.int64)
        methods = methods[is_node[methods]]
        is_live = dispatch.is_live(self._code.symbols.method_types[methods])
        methods = methods[is_live | np.isin(methods, sorted(scripts.without_object))]
        for method in methods.tolist():
            roots.callbacks[method] = scripts.triggers[method]
            roots.triggers.setdefault(method, set()).add(scripts.triggers[method])

    def _mark_callbacks(self, roots: Roots, nodes: Int64s) -> None:
        """Catalogue callbacks among the nodes: methods that override one of them."""
        symbols = self._code.symbols
        for signature_text, owners in sorted(self._callback_index.items()):
            signature = symbols.find_signature(signature_text.encode())
            if signature < 0:
                continue
            for method in nodes[symbols.method_signatures[nodes] == signature].tolist():
                trigger = self._trigger_of(int(symbols.method_types[method]), owners)
                if trigger is not None:
                    roots.callbacks.setdefault(int(method), trigger)

    def _layout_trigger(self) -> Trigger:
        """When a view or fragment of a layout is made: with a screen, which is the first one if there is no other."""
        screens = {each.class_name for each in self._manifest.components if each.kind == "activity"}
        return "screen-open" if len(screens) > 1 else "app-start"

    def _may_start(self, component: Component, number: int, dispatch: Dispatch) -> bool:
        """Whether the system starts a component by itself, or any code names the class of one that it does not."""
        if component.filters or (component.permission or "").startswith(_SYSTEM_BINDS):
            return True
        if number >= 0 and dispatch.mentions.gather(np.array([number]))[1].size:
            return True
        raw = component.class_name.encode()
        return any(tables.strings.find(raw) >= 0 for tables in self._code.program.files)

    def _only_by_alias(self, component: Component) -> bool:
        """Whether an activity is opened by the name of an alias alone: it has no filter and is not exported."""
        if component.kind != "activity" or component.filters or component.exported:
            return False
        return any(
            each.kind == "activity-alias" and each.class_name == component.class_name
            for each in self._manifest.components
        )

    def _mark_receivers(self, roots: Roots, dispatch: Dispatch, nodes: Int64s) -> None:
        """Receivers registered in code wait for the broadcasts that the registering method names."""
        signature = self._code.symbols.find_signature(_ON_RECEIVE)
        receivers = nodes[self._code.symbols.method_signatures[nodes] == signature] if signature >= 0 else nodes[:0]
        for method in receivers.tolist():
            owner = int(self._code.symbols.method_types[method])
            if owner in roots.classes or _RECEIVER not in self._code.platform_ancestors(self._code.type_name(owner)):
                continue
            _, rows = dispatch.allocations.gather(np.array([owner]))
            makers = {int(dispatch.allocations.methods[row]) for row in rows.tolist()}
            named = {text for maker in makers for text in self._code.strings_of(maker)}
            triggers = sorted(
                {
                    self._catalog.components.action_triggers[each]
                    for each in named & set(self._catalog.components.action_triggers)
                }
            )
            roots.callbacks.setdefault(int(method), triggers[0] if triggers else "background")

    def _mark_lambdas(self, roots: Roots, is_node: Mask) -> None:
        """Bodies of lambdas that the compiler left to the system to wrap into a callback's interface."""
        by_name: dict[str, list[tuple[str, Trigger]]] = {}
        for each in self._catalog.callbacks:
            by_name.setdefault(each.name, []).append((each.class_name, each.trigger))
        for method, interface, name in lambda_bodies(self._code.program):
            owners = by_name.get(name.decode("utf-8", "replace"), [])
            names = self._code.platform_ancestors(self._code.type_name(interface))
            trigger = next((trigger for owner, trigger in owners if owner in names), None)
            if is_node[method] and trigger is not None:
                roots.callbacks.setdefault(method, trigger)

    def _trigger_of(self, type_number: int, owners: list[tuple[str, Trigger]]) -> Trigger | None:
        above = {self._code.type_name(int(each)) for each in self._code.hierarchy.ancestors(type_number)}
        platform = {name for each in above for name in self._code.platform_ancestors(each)}
        for class_name, trigger in owners:
            if class_name in above or class_name in platform:
                return trigger
        return None

    def _initialisers(self) -> list[str]:
        """Classes named by androidx.startup meta-data of a provider."""
        return sorted(
            data.name
            for component in self._manifest.components
            if component.kind == "provider"
            for data in component.meta_data
            if data.value == _STARTUP_PROVIDER
        )


def component_triggers(component: Component, catalog: Catalog) -> list[Trigger]:
    """What starts a component from outside; a service or receiver that only the app itself starts gets `background`.

    Its starters' triggers are added by intent edges, and then `background` is dropped again.
    """
    if component.kind in ("application", "provider"):
        return ["app-start"]
    if component.kind in ("activity", "activity-alias"):
        return ["app-start" if component.is_launcher else "screen-open"]
    triggers = sorted(
        {catalog.components.action_triggers[a] for a in component.actions & set(catalog.components.action_triggers)}
    )
    if triggers:
        return triggers
    return ["other-app"] if component.exported else ["background"]
