"""Where built and fetched apps are kept: outside the tree, never committed."""

import os
from pathlib import Path


def cache_folder(*parts: str) -> Path:
    """A folder in $PERMAUDIT_CACHE, or in ~/.cache/permaudit; made when it is not there."""
    root = os.environ.get("PERMAUDIT_CACHE")
    folder = (Path(root) if root else Path.home() / ".cache" / "permaudit").joinpath(*parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
