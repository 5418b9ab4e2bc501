"""Which kind a common word is by itself: read from the word list that the textblob package carries."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from framing.errors import FramingError
from framing.text.kinds import Kind

_KIND_OF_TAG = {
    "JJ": Kind.ADJECTIVE, "JJR": Kind.ADJECTIVE, "JJS": Kind.ADJECTIVE, "RB": Kind.ADVERB, "RBR": Kind.ADVERB,
    "NN": Kind.NOUN, "NNS": Kind.NOUN, "VB": Kind.VERB, "VBP": Kind.VERB, "VBZ": Kind.VERB, "VBD": Kind.PAST,
    "VBN": Kind.PAST, "VBG": Kind.ING, "MD": Kind.AUXILIARY, "CD": Kind.NUMBER,
}  # fmt: skip


def _tags() -> dict[str, str]:
    """Word to Penn tag, lower-case words only. The file is Brill's tagger lexicon (MIT) as textblob ships it."""
    spec = find_spec("textblob")
    places = list(spec.submodule_search_locations or ()) if spec else []
    path = Path(places[0], "en", "en-lexicon.txt") if places else Path()
    if not path.is_file():
        raise FramingError("textblob's word list en-lexicon.txt is not there", "reinstall with: pip install textblob")
    tags = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word.isalpha() and word.islower():
            tags[word] = tag
    return tags


@cache
def common_words() -> dict[str, Kind]:
    """
    Every common word with its kind.

    The list gives one tag a word. A noun from which a verb is formed ("attack", "attacked") may be either, and so may
    its s-form ("attacks").
    """
    tags = _tags()
    verbs = {word for word, tag in tags.items() if tag[:2] == "VB"}
    kinds = {}
    for word, tag in tags.items():
        kind = _KIND_OF_TAG.get(tag.partition("|")[0])
        if kind is None:
            continue
        if tag in ("NN", "VB", "VBP") and _forms_a_verb(word, verbs):
            kind = Kind.NOUN_OR_VERB if tag == "NN" else Kind.VERB
        elif (
            tag in ("NNS", "VBZ") and (_is_verb(word[:-1], tags, verbs) or _is_verb(word[:-2], tags, verbs))
        ) or tag == "VBZ":
            kind = Kind.S_FORM
        kinds[word] = kind
    return kinds


def _forms_a_verb(word: str, verbs: set[str]) -> bool:
    stem = word.removesuffix("e")
    return any(form in verbs for form in (stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing"))


def _is_verb(word: str, tags: dict[str, str], verbs: set[str]) -> bool:
    return word in verbs or (tags.get(word) == "NN" and _forms_a_verb(word, verbs))
