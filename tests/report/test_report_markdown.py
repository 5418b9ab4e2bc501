"""report.md says the same shorter, and what titles and texts hold stays text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from report_samples import sample

from framing.report import build_report
from framing.report.markdown import code, plain, render_markdown


def test_it_has_findings_figures_limits_and_the_recipe() -> None:
    """The parts stand in order: findings, what was read, outlets, actors, words, limits, recipe."""
    text = render_markdown(build_report(*sample()))
    heads = re.findall("^## (.*)$", text, re.MULTILINE)
    assert heads == [
        "Findings", "What was read", "Outlets", "Actors", "The words that make the difference", "Methods and limits",
        "Recipe",
    ]  # fmt: skip
    assert sample()[0].recipe.line() in text
    assert "A lexicon sees only about a quarter" in text
    assert 'Kovac **claimed** "we' in text


def test_markup_in_names_and_texts_is_text() -> None:
    """No tag of a title or a text is left standing, and no link."""
    text = render_markdown(build_report(*sample()))
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_without_text_no_sentence_is_left() -> None:
    """With texts left out, only the marked words and their places stand."""
    text = render_markdown(build_report(*sample(), text=False))
    assert "stood by" not in text
    assert "**claimed** (`b" in text


@given(st.text())
def test_plain_text_opens_nothing(text: str) -> None:
    """Whatever it holds, no character that Markdown reads is left unescaped, and it stays on one line."""
    made = plain(text)
    assert not re.search(r"[<>]|(?<!\\)(?:\\\\)*[`*_\[\]|~]", made)
    assert not re.search("[\n\r]", made)
    assert not re.match(r"[-+#=]|\d+[.)]", made)


def test_plain_text_is_still_readable() -> None:
    """Ordinary sentences are left as they are."""
    assert plain("She said (twice): 3.5 km, no-one won!") == "She said (twice): 3.5 km, no-one won!"
    assert plain("1. First\n- then") == "1\\. First - then"
    assert plain("[a](javascript:x) **b** <i>") == "\\[a\\](javascript:x) \\*\\*b\\*\\* &lt;i&gt;"


def test_code_holds_backticks() -> None:
    """A name with backticks does not end its code span."""
    assert code("a") == "`a`"
    assert code("a``b") == "``` a``b ```"
