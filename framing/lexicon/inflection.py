"""Inflected forms, made while an entry is written and read by its author; nothing is guessed when texts are read."""

from __future__ import annotations

from framing.lexicon.words import fold

_UNIVERSAL = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
_TAGS = {"NOUN": ("NNS",), "VERB": ("VBZ", "VBD", "VBN", "VBG"), "ADJ": ("JJR", "JJS"), "ADV": ("RBR", "RBS")}


def inflect(term: str, pos: str) -> tuple[str, ...]:
    """
    The inflected forms of a term without the term itself, as lemminflect gives them; () where nothing is inflected.

    Of a phrase, a verb inflects its first word ("lash out": lashed out) and a noun its last ("hired gun": hired guns).
    Adjectives and adverbs of more than two syllables or with a hyphen get none: English says "more" then.

    Args:
        term: the base form.
        pos: noun, verb, adj or adv; anything else gives ().
    """
    from lemminflect import getInflection

    universal = _UNIVERSAL.get(pos)
    words = term.split()
    if universal is None or not words or not term[-1].isalpha():
        return ()
    if universal in ("ADJ", "ADV") and (len(words) > 1 or "-" in term or _syllables(term) > 2):
        return ()
    at = 0 if universal == "VERB" else len(words) - 1
    forms = []
    for tag in _TAGS[universal]:
        for form in getInflection(words[at], tag=tag, inflect_oov=universal in ("NOUN", "VERB"))[:2]:
            forms.append(" ".join([*words[:at], form, *words[at + 1 :]]))
    return tuple(dict.fromkeys(form for form in forms if fold(form) != fold(term)))


def _syllables(word: str) -> int:
    """Runs of vowels: roughly how many syllables."""
    vowels = "".join(letter if letter in "aeiouy" else " " for letter in word.casefold())
    return len(vowels.split())


def inflect_like(plain: str, term: str, surface: str, pos: str) -> str:
    """
    A plainer word in the form in which a term stands: "criticise" for "slammed" (of "slam") is "criticised".

    Args:
        plain: the plainer word, a base form; "" gives "".
        term, surface, pos: the base form of what it stands for, the form it is in, and its part of speech.

    Returns:
        the form; the plainer word as it is where no form is known.
    """
    universal = _UNIVERSAL.get(pos)
    if not plain or universal not in ("NOUN", "VERB"):
        return plain
    from lemminflect import getInflection, getLemma

    at, own = (0, 0) if universal == "VERB" else (len(term.split()) - 1, len(plain.split()) - 1)
    words, wanted = plain.split(), fold(surface).split()
    words[own] = (getLemma(words[own], upos=universal) or words[own : own + 1])[0]  # lists say "said" for "snarl"
    if fold(surface) == fold(term):
        return " ".join(words)
    for tag in _TAGS[universal]:
        forms = getInflection(term.split()[at], tag=tag)
        if any(fold(form) in wanted for form in forms):
            found = getInflection(words[own], tag=tag)
            return " ".join([*words[:own], found[0], *words[own + 1 :]]) if found else plain
    return plain
