"""What readers see instead of a type's name. Writers know kinds of task only; the titles are for the eye."""

from __future__ import annotations

from framing.exercise.types import EXERCISES

TITLES = {name: kind.title for name, kind in EXERCISES.items()}
"""Type → title."""
