"""Lets a resolver evaluate the code by which an app unscrambles its texts."""

from __future__ import annotations

from permaudit.catalog.operations import Operations
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.evaluator import Evaluator
from permaudit.evidence.evaluation.library import open_library
from permaudit.evidence.evaluation.library.charsets import platform_constant
from permaudit.evidence.evaluation.operands import UNSEEN, Operand
from permaudit.evidence.evaluation.statics import Statics
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.surroundings import Surroundings


def unscramble(resolver: Resolver, around: Surroundings, operations: Operations) -> Evaluator:
    """Give a resolver an evaluator over the app's code, files and string resources."""
    library = open_library(resolver.code, around.read_file, around.read_strings)

    def platform(reference: str) -> Operand:
        known = platform_constant(reference)
        return known if known is not None else UNSEEN

    alterations = Alterations(resolver.code, operations)
    statics = Statics(resolver.code, resolver.field_owner, resolver.written_at, alterations, platform)
    evaluator = Evaluator(resolver, library, statics, operations)
    resolver.evaluator = evaluator
    return evaluator
