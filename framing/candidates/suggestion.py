"""A corpus and the lists in force → what else may belong on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from framing.candidates.contexts import DIMENSIONS, Space, build_space
from framing.candidates.counts import Counts, count_terms
from framing.candidates.distinguishing import Design, score_terms
from framing.candidates.evidence import find_evidence
from framing.candidates.formulas import find_formulas, keep_words
from framing.candidates.nearness import Near, agree, rank_near, rate_likeness, steady
from framing.candidates.outlets import lay_out
from framing.candidates.pool import Index, Listed, choose_pool, find_listed, name_terms
from framing.candidates.tables import CANDIDATES, CONTEXTS, DISTINGUISHING
from framing.candidates.terms import Terms, find_terms
from framing.candidates.words import Words, read_words
from framing.columns import check
from framing.comparison.multiplicity import correct
from framing.lexicon import Lexicons
from framing.numerals import count
from framing.text.arrays import Bools, Ints

TOO_FEW = 5  # occurrences of a seed from which nothing can be told
THIN = 50  # occurrences of all seeds from which little can
CHANCE = 0.05  # a distinguishing term has q below this
USUAL = 0.5  # a candidate's contexts are more like those of listed words than this share of all terms' are
_AGAIN = 10  # so many times as many as are wanted are looked at for their part of speech


@dataclass(frozen=True)
class Request:
    """
    What is looked for.

    Attributes:
        like: seeds: words, or pairs of words, whose like are wanted; none: all loaded words in force.
        category: only seeds of this category.
        most: how many candidates of each source, at most.
        least: how often one must stand in own voice, in half as many articles.
    """

    like: Sequence[str] = ()
    category: str | None = None
    most: int = 30
    least: int = 8


@dataclass(frozen=True)
class Suggestions:
    """CANDIDATES, those by contexts first, the best first; and what is to be known of them, a sentence each."""

    candidates: pl.DataFrame
    notes: tuple[str, ...]


@dataclass
class _Ground:
    """A corpus made ready, and what is to be said of it."""

    words: Words
    terms: Terms
    counts: Counts
    design: Design
    index: Index
    listed: Listed
    pool: Bools
    seen: Ints  # occurrences of each term, whoever says it
    notes: list[str] = field(default_factory=list)


def suggest(tables: Mapping[str, pl.DataFrame], lexicons: Lexicons, request: Request = Request()) -> Suggestions:
    """
    Words that may belong on a list, from a corpus alone: for a person to accept or refuse, one by one.

    By contexts: what stands where the seeds stand. Distinguishing: what one outlet uses more than the others do.
    Nothing is suggested that is listed, a name, a function word, rare, or part of wording that articles repeat.

    Args:
        tables: ARTICLES, SENTENCES and QUOTES of one reading as "articles", "sentences" and "quotes".
        lexicons: those in force.
        request: seeds and numbers.
    """
    ground = _prepare(tables, lexicons, request)
    seeds = _choose_seeds(ground, request)
    space = _span(ground, seeds, request.least)
    if space is None:
        ground.notes.append(f"The corpus is too small: no word that could be a candidate stands {request.least} times.")
        return Suggestions(CANDIDATES.empty(), tuple(ground.notes))
    if not space.reduced:
        ground.notes.append(
            f"The corpus is small: contexts are compared as they are, not in {DIMENSIONS} dimensions. "
            "Expect plain words among the candidates."
        )
    fit = _fit(ground, space)
    near = _by_contexts(ground, space, fit, seeds, request)
    telling = _by_outlet(ground, fit, tables["articles"], request.most)
    rows = [_context_row(one, bool(request.like), ground) for one in near] + telling
    return Suggestions(_fill(rows, ground, tables), tuple(ground.notes))


def _prepare(tables: Mapping[str, pl.DataFrame], lexicons: Lexicons, request: Request) -> _Ground:
    articles = tables["articles"]
    words = read_words(articles, tables["sentences"], tables["quotes"])
    formulas = find_formulas(words)
    words = keep_words(words, ~formulas)
    terms = find_terms(words, request.least)
    own = np.bincount(words.article[words.own], minlength=articles.height)
    design, notes = lay_out(articles, own)
    counts = count_terms(words, terms).of_articles(design.once)
    index = Index(words, terms)
    listed = find_listed(lexicons.in_force(), terms, index)
    pool = choose_pool(terms, counts, listed, request.least, articles.height)
    if formulas.any():
        notes.insert(0, f"{count(int(formulas.sum()), 'word')} of wording that articles repeat left out.")
    seen = np.bincount(terms.number, minlength=terms.size)
    return _Ground(words, terms, counts, design, index, listed, pool, seen, notes)


def _choose_seeds(ground: _Ground, request: Request) -> dict[str, list[int]]:
    """Category (like: "") to the seeds that stand often enough; what does not is said."""
    if not request.like:
        categories = {
            name: sorted(term for term in terms if ground.seen[term] >= TOO_FEW)
            for name, terms in sorted(ground.listed.categories.items())
            if request.category in (None, name)
        }
        return {name: terms for name, terms in categories.items() if terms}
    found = []
    for word in request.like:
        term = ground.index.find(word)
        if term is None:
            ground.notes.append(f"`{word}` is not in the corpus (a pair of words must stand there often enough).")
        elif ground.seen[term] < TOO_FEW:
            ground.notes.append(f"`{word}` stands there {ground.seen[term]} ×: too few to tell what is like it.")
        else:
            found.append(int(term))
    total = int(ground.seen[found].sum())
    if found and total < THIN:
        ground.notes.append(
            f"The seeds stand there {total} × in all: few, so expect chance words among the candidates."
        )
    return {"": list(dict.fromkeys(found))} if found else {}


def _span(ground: _Ground, seeds: Mapping[str, Sequence[int]], least: int) -> Space | None:
    """Directions of candidates, seeds and listed words; None where there is no candidate."""
    listed = [term for term in ground.listed.loaded if ground.seen[term] >= TOO_FEW]
    rows = np.union1d(np.flatnonzero(ground.pool), [*listed, *(term for terms in seeds.values() for term in terms)])
    columns = np.flatnonzero(ground.seen[: ground.terms.units] >= least)
    if not ground.pool.any() or not len(columns):
        return None
    return build_space(ground.words, ground.terms, rows.astype(np.int64), columns)


def _fit(ground: _Ground, space: Space) -> Ints:
    """Terms of the pool whose contexts are more like those of listed words than is usual, if that can be told."""
    pool = np.flatnonzero(ground.pool)
    likeness = rate_likeness(space, ground.listed.loaded)
    if likeness is None:
        ground.notes.append("Few listed words stand in the corpus, so plain words are not sorted out.")
        return pool
    of_pool = likeness[space.rows(pool)]
    return pool[of_pool >= np.quantile(of_pool, USUAL)]


def _by_contexts(
    ground: _Ground, space: Space, fit: Ints, seeds: Mapping[str, Sequence[int]], request: Request
) -> list[Near]:
    groups = {}
    for name, terms in seeds.items():
        kin = _kin(ground, terms) if request.like else terms
        groups[name] = steady(space, terms, int(ground.seen[list(terms)].sum()), kin)
    often = fit[(fit < ground.terms.units) | (ground.seen.take(fit) >= 2 * request.least)]  # pairs: by chance more
    ranked = rank_near(space, often[~np.isin(often, seeds.get("", []))], groups, seeds)
    if not request.like:
        return ranked[: request.most]
    ranked = ranked[: request.most * _AGAIN]
    forms = name_terms(ground.words, ground.terms, [*(one.term for one in ranked), *seeds.get("", ())])
    of_seeds = [form for seed in seeds.get("", ()) for form in forms[seed]]
    return [one for one in ranked if agree(forms[one.term], of_seeds)][: request.most]


def _kin(ground: _Ground, seeds: Iterable[int]) -> list[int]:
    """The listed words of the categories of the seeds; the seeds themselves where none is listed."""
    seeds = set(seeds)
    kin = {term for terms in ground.listed.categories.values() if terms & seeds for term in terms}
    return sorted(kin or seeds)


def _context_row(one: Near, like: bool, ground: _Ground) -> dict[str, Any]:
    category: str | None = one.group
    if like:
        of_seeds = [name for seed in one.seeds for name, terms in ground.listed.categories.items() if seed in terms]
        category = of_seeds[0] if of_seeds else None
    return {"number": one.term, "source": CONTEXTS, "score": one.score, "seeds": one.seeds, "category": category}


def _by_outlet(ground: _Ground, fit: Ints, articles: pl.DataFrame, most: int) -> list[dict[str, Any]]:
    """Rows of terms that an outlet uses more: the first of every outlet, then the second of every one, and so on."""
    looked_at = np.zeros(ground.terms.size, bool)
    looked_at[fit] = True
    scores = score_terms(ground.counts.of_terms(looked_at), ground.design)
    names = articles["outlet"].unique().sort().to_list()
    q = correct(scores.p)
    telling = (q < CHANCE) & (scores.z > 0)
    seen = pl.DataFrame(
        {"number": scores.term, "place": scores.outlet, "score": np.round(scores.z, 4), "q": q}
    ).filter(pl.Series(telling))  # fmt: skip
    ranked = seen.sort("score", "number", descending=[True, False]).with_columns(
        pl.int_range(pl.len()).over("place").alias("rank")
    )
    if not len(q):
        ground.notes.append("There is nothing to tell outlets by: there is one, or too few articles.")
        return []
    ground.notes.append(
        f"{count(int(telling.sum()), 'term')} of an outlet at q < {CHANCE}, {count(len(q), 'pair')} of term and outlet "
        "looked at."
    )
    chosen = ranked.sort("rank", "score", "number", descending=[False, True, False]).head(most)
    return [{**row, "source": DISTINGUISHING, "outlet": names[row["place"]]} for row in chosen.iter_rows(named=True)]


def _fill(rows: Sequence[dict[str, Any]], ground: _Ground, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """CANDIDATES from what was found."""
    named = {row["number"] for row in rows} | {seed for row in rows for seed in row.get("seeds", ())}
    forms = name_terms(ground.words, ground.terms, sorted(named))
    evidence = find_evidence(ground.words, ground.terms, tables, [(row["number"], row.get("outlet")) for row in rows])
    outlet = ground.design.outlet.take(ground.counts.article)
    totals, articles = ground.counts.totals(), ground.counts.articles()
    filled = [
        {
            "term": forms[row["number"]][0],
            "forms": list(forms[row["number"]][1:]),
            "source": row["source"],
            "score": row["score"],
            "q": row.get("q"),
            "near": [forms[seed][0] for seed in row.get("seeds", ())],
            "outlet": row.get("outlet"),
            "count": int(totals[row["number"]]),
            "articles": int(articles[row["number"]]),
            "outlets": len(np.unique(outlet[ground.counts.term == row["number"]])),
            "category": row.get("category"),
            "evidence": places,
        }
        for row, places in zip(rows, evidence, strict=True)
    ]
    return check(pl.DataFrame(filled, schema_overrides=CANDIDATES.schema), CANDIDATES) if filled else CANDIDATES.empty()
