"""The one error of the DEX readers: a file that does not keep the format's promises."""

from __future__ import annotations


class DexDamageError(ValueError):
    """The DEX file cannot be read as Android would read it; the text says what is wrong, for a Limitation."""
