"""The names by which people know Android's API levels."""

from __future__ import annotations

from permaudit.words.sentences import Words

_VERSIONS = {
    14: "4.0", 15: "4.0.3", 16: "4.1", 17: "4.2", 18: "4.3", 19: "4.4", 21: "5.0", 22: "5.1", 23: "6.0", 24: "7.0",
    25: "7.1", 26: "8.0", 27: "8.1", 28: "9", 29: "10", 30: "11", 31: "12", 32: "12L", 33: "13", 34: "14", 35: "15",
    36: "16", 37: "17",
}  # fmt: skip
"""API level to version, from developer.android.com/tools/releases/platforms."""


def name_android(words: Words, level: int) -> str:
    """Speak an API level as a version of Android, or as a level where no version is known."""
    version = _VERSIONS.get(level)
    return words.say("android-version", version=version) if version else words.say("android-api", level=str(level))
