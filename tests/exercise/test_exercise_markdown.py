"""The sheets as Markdown: a renderer shows what stands in the text, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from exercise_samples import exercise, passage, spot
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.exercise.writers import markdown
from framing.exercise.writers.edition import Edition

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)


def visible(text: str) -> str:
    """What a renderer shows."""
    parts: list[str] = []
    for token in READER.parse(text):
        assert token.type != "html_block"
        for inner in token.children or []:
            assert inner.type not in ("html_inline", "link_open", "image")
            parts.append(inner.content if inner.type in ("text", "code_inline") else " ")
    return " ".join(" ".join(parts).split())


@given(TEXTS)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """Any line, at the beginning of a paragraph or in a cell, is shown letter by letter."""
    plain = " ".join("".join(mark for mark in " ".join(text.split()) if mark.isprintable()).split())
    assert visible(markdown.escape(text)) == plain
    assert plain in visible(f"| head |\n|---|\n| {markdown.escape(text)} |")


@given(TEXTS)
def test_any_passage_can_be_read(text: str) -> None:
    """A passage of any text shows its words in both sheets, and no HTML of it is HTML."""
    made = exercise(replace(spot(), passages=(passage(f"The mayor {text} spoke"),), tasks=(), notes=()))
    for data in markdown.write(made, Edition()).files.values():
        assert "The mayor" in visible(data.decode())


def test_the_key_marks_words_and_the_worksheet_does_not() -> None:
    """In the key words of the list stand in bold brackets; the worksheet has the same text plain."""
    files = {name: data.decode() for name, data in markdown.write(exercise(), Edition()).files.items()}
    assert "**\\[slammed\\]**" in files["key.md"]
    assert "\\[plan\\]" in files["key.md"]
    assert "slammed the reckless" in files["worksheet.md"]
    assert "It makes criticism" not in files["worksheet.md"]
    assert all(line == line.rstrip() for text in files.values() for line in text.splitlines())
