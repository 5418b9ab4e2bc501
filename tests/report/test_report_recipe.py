"""The recipe names everything that the figures rest on, and changes when any of it does."""

from __future__ import annotations

import json

import polars as pl
from report_samples import ACTORS, LEXICONS, build_articles

import framing
from framing.comparison import Settings
from framing.recipe import make_recipe


def test_the_line_names_lists_actors_corpus_settings_and_libraries() -> None:
    """One line holds what is needed to make the figures again."""
    line = make_recipe(build_articles(), LEXICONS, ACTORS, Settings(seed=7), "people.csv").line()
    assert "\n" not in line
    assert line.startswith(
        f"framing {framing.__version__} | lexicons colours@1.2.0#abababab sayings@1.0.0#cdcdcdcd | actors people.csv:2#"
    )
    assert "corpus 14 articles#" in line
    assert "seed 7" in line
    assert f"polars {pl.__version__}" in line


def test_the_order_of_articles_does_not_matter_but_their_words_do() -> None:
    """The digest of a corpus is the same in any order, and another as soon as a letter differs."""
    articles = build_articles()
    recipe = make_recipe(articles, LEXICONS, ACTORS)
    assert make_recipe(articles.reverse(), LEXICONS, ACTORS[::-1]) == recipe
    other = make_recipe(articles.with_columns(text=pl.col("text") + "."), LEXICONS, ACTORS)
    assert other.corpus.digest != recipe.corpus.digest
    assert make_recipe(articles, LEXICONS, ACTORS[:1]).actors.digest != recipe.actors.digest


def test_it_is_plain_json() -> None:
    """As a dict it can be written and read back."""
    recipe = make_recipe(build_articles(), LEXICONS, ACTORS)
    read = json.loads(json.dumps(recipe.as_dict()))
    assert read["lexicons"][0] == {"name": "colours", "version": "1.2.0", "size": 2, "digest": "abababab"}
    assert read["settings"]["seed"] == 0
    assert set(read["libraries"]) == {"polars", "numpy", "scipy"}
