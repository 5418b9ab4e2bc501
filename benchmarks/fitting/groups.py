"""Words for parties, camps, faiths and peoples: they get no weight, for whom a text is about is not what it says."""

from __future__ import annotations

from framing.actors.files import load_world

_CAMPS = """
republican republicans democrat democrats democratic gop tory tories labour whig conservative conservatives liberal
liberals progressive progressives socialist socialists communist communists marxist capitalist leftist leftists
rightist left-wing right-wing left-winger right-winger leftwing rightwing far-left far-right hard-left hard-right
alt-right centrist moderate moderates libertarian libertarians populist nationalist nationalists globalist feminist
feminists environmentalist anarchist anarchists islamist islamists monarchist unionist separatist separatists
federalist neoconservative pro-life pro-choice evangelical evangelicals antifa
"""
_FAITHS = """
christian christians catholic catholics protestant jewish jew jews muslim muslims islam islamic hindu hindus
buddhist sikh atheist mormon church mosque synagogue
"""
_PEOPLES = """
black blacks white whites asian hispanic latino latina latinos african-american african indigenous native arab
arabs kurdish palestinian palestinians immigrant immigrants migrant migrants refugee refugees foreigner foreigners
woman women man men girl boy female male gay gays lesbian lesbians transgender trans bisexual disabled elderly
"""
_LISTED = (_CAMPS, _FAITHS, _PEOPLES)


def words_for_groups() -> frozenset[str]:
    """Those words, and the adjectives and names of the peoples of every country, in small letters."""
    peoples = {word.lower() for country in load_world() for word in (*country.adjectives, *country.people)}
    return frozenset(peoples | {word for listed in _LISTED for word in listed.split()})
