"""Answers a condition for one app, keeping the evidence; what was hidden turns a no into unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar, assert_never

from permaudit.judge.code_conditions import (
    answer_api,
    answer_bridge,
    answer_flow,
    answer_picker,
    answer_read,
    answer_request,
    answer_string,
)
from permaudit.judge.hiding import HIDDEN_BY, is_refused, was_looked_for
from permaudit.judge.package_conditions import (
    answer_access,
    answer_asset,
    answer_component,
    answer_library,
    answer_limitation,
    answer_manifest,
    answer_packer,
    answer_permission,
    answer_signing,
    answer_target_sdk,
)
from permaudit.judge.truth import all_of, any_of, opposite
from permaudit.model.app import Tristate
from permaudit.model.finding import Match
from permaudit.model.observations import Observations
from permaudit.model.rule import (
    AccessIs,
    All,
    AnyOf,
    ApiIs,
    AssetIs,
    BridgeIs,
    ComponentIs,
    Condition,
    Count,
    FlowIs,
    Leaf,
    LibraryIs,
    LimitationIs,
    ManifestIs,
    Not,
    PackerIs,
    PermissionIs,
    PickerIs,
    ReadIs,
    RequestIs,
    Rule,
    RuleIs,
    SigningIs,
    StringIs,
    TargetSdkIs,
)
from permaudit.model.wording import describe

T = TypeVar("T")
Answer = tuple[tuple[str, ...], Tristate]
"""One thing that a condition may match: the names by which a report shows it, and how it came out."""


def evaluate(condition: Condition, seen: Observations, rules: Mapping[str, Rule] | None = None) -> Match:
    """Answer `condition`; the match tree says why. `rules` are those it may refer to."""
    return Evaluator(seen, rules or {}).evaluate(condition)


class Evaluator:
    """Answers conditions and rules for one app; a rule is answered once, however many refer to it."""

    def __init__(self, seen: Observations, rules: Mapping[str, Rule]) -> None:
        self._seen, self._rules = seen, rules
        self._answered: dict[str, Match] = {}
        self._kinds = {each.class_name: each.kind for each in seen.components}
        self._refusal_is_sure = not seen.hides("manifest")

    def answer(self, rule: Rule) -> Match:
        """Whether a rule speaks for this app, and why."""
        if rule.id not in self._answered:
            self._answered[rule.id] = self.evaluate(rule.when)
        return self._answered[rule.id]

    def evaluate(self, condition: Condition) -> Match:
        """Answer one condition."""
        match condition:
            case All(parts):
                matches = tuple(self.evaluate(part) for part in parts)
                return _joined("all", all_of([each.outcome for each in matches]), matches)
            case AnyOf(parts):
                matches = tuple(self.evaluate(part) for part in parts)
                return _joined("any", any_of([each.outcome for each in matches]), matches)
            case Not(part):
                inner = self.evaluate(part)
                return Match("not", opposite(inner.outcome), (), (inner,))
            case Count():
                return self._count(condition)
            case RuleIs():
                inner = self.answer(self._rules[condition.id])
                return Match("rule", inner.outcome, inner.evidence, (inner,), condition.id)
            case _:
                answers, hidden = self._answers(condition), self._is_hidden(condition)
                outcome = _outcome(answers, hidden=hidden)
                evidence = _evidence(answers, outcome)
                return Match(str(condition.__struct_config__.tag), outcome, evidence, (), describe(condition))

    def _is_hidden(self, condition: Leaf) -> bool:
        """Whether what the condition asks for may be there although it was not seen."""
        if not was_looked_for(condition, self._seen):
            return True
        return bool(self._seen.hides(*HIDDEN_BY[type(condition)])) and not is_refused(condition, self._seen)

    def _count(self, asked: Count) -> Match:
        """Count the things that match one condition on Observations, or else how many of the conditions hold."""
        parts = tuple(self.evaluate(each) for each in asked.of)
        only = asked.of[0] if len(asked.of) == 1 else None
        if only is None or isinstance(only, All | AnyOf | Not | Count | RuleIs):
            outcomes = [each.outcome for each in parts]
            hidden = False
        else:
            things: dict[tuple[str, ...], list[Tristate]] = {}
            for names, answer in self._answers(only):
                things.setdefault(names, []).append(answer)
            outcomes = [any_of(answers) for answers in things.values()]
            hidden = self._is_hidden(only)
        outcome = _compare(asked, outcomes, hidden=hidden)
        evidence = dict.fromkeys(name for part in parts if part.outcome == "yes" for name in part.evidence)
        return Match("count", outcome, tuple(evidence), parts, describe(asked))

    def _answers(self, condition: Leaf) -> Sequence[Answer]:
        """How each thing that the condition may be about came out."""
        seen, sure = self._seen, self._refusal_is_sure
        match condition:
            case ReadIs():
                found = seen.watches if condition.watches else seen.reads
                return [((each.id,), answer_read(condition, each, self._kinds, refusal_is_sure=sure)) for each in found]
            case FlowIs():
                reads = {each.id: each for each in seen.reads}
                return [
                    ((each.read, each.id), answer_flow(condition, each, reads[each.read], refusal_is_sure=sure))
                    for each in seen.flows
                    if each.read in reads
                ]
            case PickerIs():
                return _each(seen.pickers, lambda each: each.action, lambda each: answer_picker(condition, each))
            case ApiIs():
                return [((each.id,), answer_api(condition, each, refusal_is_sure=sure)) for each in seen.calls]
            case RequestIs():
                return _each(seen.asks, lambda each: each.id, lambda each: answer_request(condition, each))
            case StringIs():
                return _each(seen.texts, lambda each: each.text, lambda each: answer_string(condition, each))
            case BridgeIs():
                return _each(seen.bridges, lambda each: each.call, lambda each: answer_bridge(condition, each))
            case _:
                return self._package_answers(condition)

    def _package_answers(
        self,
        condition: PermissionIs
        | LimitationIs
        | AccessIs
        | AssetIs
        | LibraryIs
        | PackerIs
        | ComponentIs
        | ManifestIs
        | SigningIs
        | TargetSdkIs,
    ) -> Sequence[Answer]:
        seen = self._seen
        match condition:
            case PermissionIs():
                return _each(seen.permissions, lambda each: each.name, lambda each: answer_permission(condition, each))
            case LimitationIs():
                return _each(seen.limitations, lambda each: each.kind, lambda each: answer_limitation(condition, each))
            case AccessIs():
                return _each(seen.special_access, lambda each: each.door, lambda each: answer_access(condition, each))
            case AssetIs():
                return _each(
                    seen.files, lambda each: each.at.file or each.id, lambda each: answer_asset(condition, each)
                )
            case LibraryIs():
                return _each(seen.libraries, lambda each: each.name, lambda each: answer_library(condition, each))
            case PackerIs():
                return _each(seen.packers, lambda each: each.name, lambda each: answer_packer(condition, each))
            case ComponentIs():
                return _each(
                    seen.components, lambda each: each.class_name, lambda each: answer_component(condition, each)
                )
            case ManifestIs():
                return [((), answer_manifest(condition, seen.flags))]
            case SigningIs():
                return [((), answer_signing(condition, seen.signing))]
            case TargetSdkIs():
                return [((), answer_target_sdk(condition, seen.app))]
            case _:
                assert_never(condition)


def _each(things: Iterable[T], name: Callable[[T], str], answer: Callable[[T], Tristate]) -> list[Answer]:
    return [((name(each),), answer(each)) for each in things]


def _outcome(answers: Sequence[Answer], *, hidden: bool) -> Tristate:
    outcome = any_of([answer for _, answer in answers])
    # not finding something proves absence only where nothing was hidden
    return "unknown" if outcome == "no" and hidden else outcome


def _evidence(answers: Sequence[Answer], outcome: Tristate) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names, answer in answers if answer == outcome != "no" for name in names))


def _joined(kind: str, outcome: Tristate, parts: tuple[Match, ...]) -> Match:
    evidence = dict.fromkeys(name for part in parts if part.outcome == outcome for name in part.evidence)
    return Match(kind, outcome, tuple(evidence), parts)


def _compare(asked: Count, outcomes: Sequence[Tristate], *, hidden: bool) -> Tristate:
    """At least so many is yes as soon as they are known; that there are fewer is sure only where nothing is hidden."""
    known = outcomes.count("yes")
    most = None if hidden else known + outcomes.count("unknown")
    return all_of(
        [
            _reaches(asked.at_least, known, most),
            "yes" if asked.below is None else opposite(_reaches(asked.below, known, most)),
        ]
    )


def _reaches(bound: int | None, known: int, most: int | None) -> Tristate:
    """Whether there are at least so many, of which `known` are sure and `most` can be (None: any number)."""
    if bound is None or known >= bound:
        return "yes"
    return "no" if most is not None and most < bound else "unknown"
