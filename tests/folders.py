"""What is in a folder, for tests of what writes folders."""

from __future__ import annotations

from pathlib import Path


def read_all(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
