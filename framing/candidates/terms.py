"""Words with their forms and pairs of words: where each stands, and which of them could carry a charge at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.candidates.forms import form_keys
from framing.candidates.words import Words
from framing.text.arrays import Bools, Ints
from framing.text.kinds import CLOSED, Kind
from framing.text.wordclasses import common_words

SHORTEST = 3  # letters of a word
NAMED = 0.5  # a word with so large a share of capitals behind another word is a name
TIED = 8.0  # two words are a phrase if they stand together this many times as often as chance would have them
_FUNCTION = frozenset(word for kind, words in CLOSED.items() if kind != Kind.REPORT for word in words.split())
_MODIFIERS = {Kind.ADJECTIVE, Kind.NOUN, Kind.NOUN_OR_VERB, Kind.PAST, Kind.OTHER}
_HEADS = {Kind.NOUN, Kind.NOUN_OR_VERB, Kind.S_FORM, Kind.OTHER}


@dataclass(frozen=True)
class Terms:
    """
    Single words, each with its inflected forms, and after them pairs of words.

    Attributes:
        unit: for each spelling of the corpus the number of its single word.
        units: how many single words there are; terms from there on are pairs.
        pairs: the two single words of each pair, a row a pair.
        content: which single words are neither function words, names, numbers nor too short.
        number, at: every occurrence of a term: which, and the place of its (first) word. A single word stands at each
            place, so the first occurrences are those of single words, place by place.
    """

    unit: Ints
    units: int
    pairs: Ints
    content: Bools
    number: Ints
    at: Ints

    @property
    def size(self) -> int:
        """How many terms there are."""
        return self.units + len(self.pairs)


def find_terms(words: Words, least: int) -> Terms:
    """
    The terms of a corpus.

    Args:
        words: from `read_words`.
        least: how often a pair must stand in own voice.
    """
    codes: dict[str, int] = {}
    spellings = words.spellings.to_list()
    unit = np.array([codes.setdefault(key, len(codes)) for key in form_keys(spellings)], np.int64)
    single = unit.take(words.spelling)
    content = _content(words, unit, single, len(codes))
    pairs, pair, at = _find_pairs(words, single, content, least)
    number = np.concatenate([single, pair + len(codes)])
    return Terms(unit, len(codes), pairs, content, number, np.concatenate([np.arange(len(single)), at]))


def _content(words: Words, unit: Ints, single: Ints, units: int) -> Bools:
    """Which single words could carry a charge, by their form alone."""
    spellings = words.spellings
    plain = spellings.str.contains(r"^\p{L}+$") & (spellings.str.len_chars() >= SHORTEST)
    unfit = ~plain.to_numpy() | spellings.is_in(list(_FUNCTION)).to_numpy()
    behind = words.joined if words.joined.any() else ~words.joined
    seen = np.bincount(single, minlength=units)
    inside = np.bincount(single[behind], minlength=units)
    named = np.bincount(single[behind & words.capital], minlength=units)
    always = np.bincount(single[words.capital], minlength=units) == seen
    name = np.where(inside > 0, named >= NAMED * inside, always)
    out: Bools = ~name
    out[unit[unfit]] = False
    return out


def _find_pairs(words: Words, single: Ints, content: Bools, least: int) -> tuple[Ints, Ints, Ints]:
    """
    A modifier and a noun that stand together often, and more often than chance would have them.

    Returns:
        the two single words of each pair; and of each occurrence the pair and the place.
    """
    kinds = common_words()
    kind = [kinds.get(spelling, Kind.OTHER) for spelling in words.spellings.to_list()]
    first, second = (np.array([one in wanted for one in kind], bool) for wanted in (_MODIFIERS, _HEADS))
    fits = content.take(single)
    opens = fits & first.take(words.spelling)
    closes = fits & second.take(words.spelling) & words.joined
    at = np.flatnonzero(opens[:-1] & closes[1:])
    key = single[at] * len(content) + single[at + 1]
    known, number, count = np.unique(key, return_inverse=True, return_counts=True)
    own = np.bincount(number[words.own[at]], minlength=len(known))
    pair = np.stack(np.divmod(known, len(content)), 1)
    seen = np.bincount(single, minlength=len(content)).astype(float)
    tied = count * float(len(single)) >= TIED * seen.take(pair[:, 0]) * seen.take(pair[:, 1])
    keep = (own >= least) & tied
    renumbered = np.cumsum(keep) - 1
    stays = keep.take(number)
    return pair[keep], renumbered.take(number[stays]), at[stays]
