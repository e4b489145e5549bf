"""Turns places, paths, reads and flows into their published JSON shape."""

from __future__ import annotations

from permaudit.model.evidence import Bridge, CallPath, Picker, Read, Step
from permaudit.model.flow import Flow, FlowStep
from permaudit.model.place import Owner, Place
from permaudit.report.json_v1_values import (
    AddressV1,
    BridgeV1,
    EntryV1,
    FlowStepV1,
    FlowV1,
    OwnerV1,
    PathV1,
    PickerV1,
    PlaceV1,
    ReadV1,
    StepV1,
)


def read_v1(read: Read) -> ReadV1:
    """Publish one read with all its paths."""
    return ReadV1(
        id=read.id,
        surface=read.surface,
        uri=read.uri,
        exact=read.exact,
        scope=read.scope,
        fields=list(read.fields),
        all_fields=read.all_fields,
        reveals=read.reveals,
        api=read.api,
        at=place_v1(read.at),
        owner=owner_v1(read.owner),
        permission=read.permission,
        permitted=read.permitted,
        reachable=read.reachable,
        watches=read.watches,
        carried_fields=list(read.carried),
        paths=[path_v1(path) for path in read.paths],
    )


def picker_v1(picker: Picker) -> PickerV1:
    """Publish one picker."""
    return PickerV1(place_v1(picker.at), picker.action, picker.many, picker.reachable)


def flow_v1(flow: Flow) -> FlowV1:
    """Publish one flow with all its steps."""
    return FlowV1(
        id=flow.id,
        read=flow.read,
        fields=list(flow.fields),
        sink=flow.sink,
        role=flow.role,
        leaves_phone=flow.leaves_phone,
        sent_by_script=flow.sent_by_script,
        user_confirmed=flow.user_confirmed,
        api=flow.api,
        at=place_v1(flow.at),
        addresses=[AddressV1(each.url, each.host, each.exact, each.cleartext, each.told) for each in flow.addresses],
        hosts=list(flow.hosts),
        cleartext=flow.cleartext,
        transforms=list(flow.transforms),
        owner=owner_v1(flow.owner),
        reachable=flow.reachable,
        steps=[_flow_step_v1(step) for step in flow.steps],
    )


def bridge_v1(bridge: Bridge) -> BridgeV1:
    """Publish one script call."""
    return BridgeV1(
        framework=bridge.framework,
        call=bridge.call,
        at=place_v1(bridge.at),
        scope=bridge.scope,
        wired=bridge.wired,
        seen_as=bridge.seen_as,
        requests=list(bridge.requests),
        hosts=list(bridge.hosts),
        surface=bridge.surface,
        sends=bridge.sends,
        sent_to=list(bridge.sent_to),
    )


def place_v1(place: Place) -> PlaceV1:
    """Publish a place; members that do not apply are null."""
    method = place.method
    return PlaceV1(
        part=place.part,
        dex=place.dex,
        class_name=method.class_name if method else None,
        method=method.name if method else None,
        descriptor=method.descriptor if method else None,
        file=place.file,
        offset=place.offset,
    )


def owner_v1(owner: Owner) -> OwnerV1:
    """Publish an owner."""
    return OwnerV1("app" if owner.kind == "app" else "library" if owner.kind == "library" else "unknown", owner.name)


def path_v1(path: CallPath) -> PathV1:
    """Publish a call path."""
    entry = path.entry.method
    return PathV1(
        trigger=path.trigger,
        entry=EntryV1(entry.class_name, entry.name, entry.descriptor, path.entry.component),
        steps=[_step_v1(step) for step in path.steps],
    )


def _step_v1(step: Step) -> StepV1:
    return StepV1(step.method.class_name, step.method.name, step.method.descriptor, step.offset, step.via)


def _flow_step_v1(step: FlowStep) -> FlowStepV1:
    at = place_v1(step.at)
    return FlowStepV1(at.part, at.dex, at.class_name, at.method, at.descriptor, at.file, at.offset, step.via, step.what)
