"""The types of exercise, a file each."""

from framing.exercise.request import ExerciseType
from framing.exercise.types.spot import SPOT

EXERCISES: dict[str, ExerciseType] = {kind.name: kind for kind in (SPOT,)}
"""Name → type, in the order in which they are listed."""
