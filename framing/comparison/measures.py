"""The measures that can be compared, each with its kind: which decides the estimate, the interval and the test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from framing.errors import FramingError

Kind = Literal["rate", "mean", "share"]

PRESENCE = "mentions"
DEFAULT_FAMILY = ("loaded", "blaming", "praising", "valence")


@dataclass(frozen=True)
class Measure:
    """
    How a measure of SCORES is compared.

    Args:
        kind: rate (count per 1,000 of `words`, compared as a ratio), share (count per `words`, 0 … 1, compared as a
            ratio) or mean (`value` of an article, -1 … +1, compared as a difference).
        noun: what is counted, in words.
        about: how the actor joins the noun ("about", "of"); empty for valence, which is about the actor itself.
        sort: how a category after ":" joins the noun.
        voice: the one voice that it has scores in; None where it is compared in the voice asked for.
        quality: of a mean, what a higher value is, plain and compared ("favourable", "more favourable").
        scale: of a mean, where it may lie.
    """

    kind: Kind
    noun: str
    about: str = "about"
    sort: str = "of the category"
    voice: str | None = None
    quality: tuple[str, str] = ("favourable", "more favourable")
    scale: str = "from -1 (all blame) to +1 (all praise)"

    @property
    def per(self) -> float:
        """What a value is counted per: 1,000 for a rate, 1 for a share."""
        return 1000.0 if self.kind == "rate" else 1.0


COMPARED: dict[str, Measure] = {
    "loaded": Measure("rate", "loaded words"),
    "blaming": Measure("rate", "blaming words"),
    "praising": Measure("rate", "praising words"),
    "valence": Measure("mean", "colouring words", ""),
    "labels_blaming": Measure("share", "blaming labels among the labels", "on"),
    "labels_praising": Measure("share", "praising labels among the labels", "on"),
    "verbs": Measure("share", "reporting verbs", "for what is said by", "of the kind"),
    "quotations": Measure("share", "quotations that are those", "of", voice="quoted"),
    "quoted_words": Measure("share", "quoted words that are those", "of", voice="quoted"),
    "mentions": Measure("rate", "mentions", "of"),
    "stance": Measure("mean", "mentions", "of", voice="own", scale="from -1 to +1"),
    "tone": Measure(
        "mean", "sentences", "that mention", "read for", "own", ("friendly", "friendlier"), "from -1 to +1"
    ),
    "tone:textblob_subjectivity": Measure(
        "mean", "sentences", "that mention", "read for", "own", ("subjective", "more subjective"), "from 0 to 1"
    ),
}


def find_measure(name: str) -> Measure:
    """
    The measure of that name, or of the part before its ":" ("loaded:labels" is compared as "loaded" is).

    Raises:
        FramingError: no measure has that name.
    """
    measure = COMPARED.get(name) or COMPARED.get(name.partition(":")[0])
    if measure is None:
        raise FramingError(f'there is no measure "{name}" to compare', f"choose from {', '.join(COMPARED)}")
    return measure
