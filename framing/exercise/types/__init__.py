"""The types of exercise, a file each."""

from framing.exercise.request import ExerciseType
from framing.exercise.types.agency import AGENCY
from framing.exercise.types.blind import BLIND
from framing.exercise.types.dispute import DISPUTE
from framing.exercise.types.headlines import HEADLINES
from framing.exercise.types.ladder import LADDER
from framing.exercise.types.portrait import PORTRAIT
from framing.exercise.types.rewrite import REWRITE
from framing.exercise.types.spot import SPOT
from framing.exercise.types.verbs import VERBS
from framing.exercise.types.voices import VOICES

EXERCISES: dict[str, ExerciseType] = {
    kind.name: kind for kind in (SPOT, LADDER, REWRITE, HEADLINES, BLIND, VOICES, VERBS, AGENCY, PORTRAIT, DISPUTE)
}
"""Name → type, in the order in which they are listed."""
