"""`--format json`: the published report, its JSON Lines form, and its JSON Schema."""

from __future__ import annotations

import json
from inspect import cleandoc
from typing import Any

import msgspec

from permaudit.model.observations import Observations
from permaudit.model.report import Report
from permaudit.report.escaping import escape_json
from permaudit.report.json_v1_behaviour import ask_v1, call_v1, text_v1
from permaudit.report.json_v1_evidence import bridge_v1, flow_v1, picker_v1, read_v1
from permaudit.report.json_v1_package import package_v1
from permaudit.report.json_v1_report import ReportV1, clause_v1
from permaudit.report.json_v1_values import (
    AppV1,
    CoverageV1,
    FindingV1,
    InputV1,
    LimitationV1,
    PartV1,
    PermissionV1,
    SignerV1,
    SpecialAccessV1,
    ToolV1,
    UriCallsV1,
    VerdictV1,
)
from permaudit.words.sentences import Words


def render(report: Report, words: Words) -> str:
    """One app as an indented JSON object, ending in a line break."""
    return msgspec.json.format(_encode(report, words), indent=2) + "\n"


def render_line(report: Report, words: Words) -> str:
    """One app as one line of JSON Lines, ending in a line break."""
    return _encode(report, words) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one report."""
    body = msgspec.json.schema(ReportV1)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "permaudit/report/1", **body}


def render_schema() -> str:
    """The JSON Schema as indented text, ending in a line break; the same by every version of msgspec."""
    published = schema()
    for each in published["$defs"].values():
        if "description" in each:
            each["description"] = cleandoc(each["description"])  # which msgspec does itself from 0.23 on
    return json.dumps(published, indent=2, sort_keys=True) + "\n"


def _encode(report: Report, words: Words) -> str:
    # json rather than msgspec, which refuses the lone surrogates that a DEX string may hold
    plain = msgspec.to_builtins(report_v1(report, words))
    return escape_json(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def report_v1(report: Report, words: Words) -> ReportV1:
    """Publish a report; words speak the details of limitations."""
    seen = report.observations
    return ReportV1(
        schema="permaudit/report/1",
        tool=ToolV1(report.version, report.rules_sha256),
        input=_input_v1(seen),
        app=_app_v1(seen),
        verdict=_verdict_v1(report),
        permissions=_permissions_v1(seen),
        special_access=[
            SpecialAccessV1(each.door, each.part, each.component, list(each.grants)) for each in seen.special_access
        ],
        reads=[read_v1(each) for each in seen.reads],
        watches=[read_v1(each) for each in seen.watches],
        pickers=[picker_v1(each) for each in seen.pickers],
        flows=[flow_v1(each) for each in seen.flows],
        bridges=[bridge_v1(each) for each in seen.bridges],
        calls=[call_v1(each) for each in seen.calls],
        requests=[ask_v1(each) for each in seen.asks],
        texts=[text_v1(each) for each in seen.texts],
        package=package_v1(seen),
        limitations=[LimitationV1(each.kind, words.speak(each.detail), list(each.hides)) for each in seen.limitations],
        coverage=_coverage_v1(seen),
        findings=_findings_v1(report),
        clauses=[clause_v1(each) for each in report.concerns],
    )


def _input_v1(seen: Observations) -> InputV1:
    source = seen.source
    parts = [PartV1(part.name, part.size, part.sha256) for part in source.parts]
    return InputV1(source.name, source.kind, source.size, source.sha256, parts)


def _app_v1(seen: Observations) -> AppV1:
    app = seen.app
    return AppV1(
        package=app.package,
        label=app.label,
        version_name=app.version_name,
        version_code=app.version_code,
        min_sdk=app.min_sdk,
        target_sdk=app.target_sdk,
        signers=[SignerV1(each.sha256, each.subject, list(each.schemes), each.verified) for each in app.signers],
    )


def _verdict_v1(report: Report) -> VerdictV1:
    verdict = report.verdict
    return VerdictV1(verdict.could, verdict.does, verdict.level, verdict.cannot_tell, list(verdict.because))


def _permissions_v1(seen: Observations) -> list[PermissionV1]:
    return [
        PermissionV1(
            name=each.name,
            part=each.part,
            source=each.source,
            implied_by=each.implied_by,
            min_sdk=each.min_sdk,
            max_sdk=each.max_sdk,
            group=each.group,
            protection=each.protection,
            used=each.used,
            held_now=each.held_now,
            install_time=each.install_time,
            silent_with=list(each.silent_with),
        )
        for each in seen.permissions
    ]


def _coverage_v1(seen: Observations) -> CoverageV1:
    coverage = seen.coverage
    calls = coverage.uri_calls
    return CoverageV1(
        dex_files=coverage.dex_files,
        methods=coverage.methods,
        instructions=coverage.instructions,
        methods_decoded=coverage.methods_decoded,
        uri_calls=UriCallsV1(calls.surfaces, calls.other, calls.unresolved),
        components=coverage.components,
        missing_components=coverage.missing_components,
        hidden=sorted({hidden for each in seen.limitations for hidden in each.hides}),
    )


def _findings_v1(report: Report) -> list[FindingV1]:
    return [
        FindingV1(
            rule=each.rule,
            title=each.title,
            category=each.category,
            severity=each.severity,
            confidence=each.confidence,
            outcome=each.outcome,
            why=each.why,
            advice=each.advice,
            evidence=list(each.evidence),
            clauses=list(each.clauses),
        )
        for each in report.findings
    ]
