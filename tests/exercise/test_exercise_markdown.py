"""The sheets as Markdown: a renderer shows what stands in the text, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exercise_samples import HOSTILE, PLAN, exercise, items, passage, spot
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from framing.exercise.model import UNCHECKED, Exercise, Mark, Passage, Word, Write
from framing.exercise.writers import markdown
from framing.exercise.writers.edition import Edition

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SHOWN = {"text", "softbreak", "strong_open", "strong_close"}
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
SIGNS = st.text(st.sampled_from("\\`*_[](){}<>|~#$^@=&;:!+-.\"'/ \n\tab1"), min_size=1, max_size=25)


def sheets(made: Exercise) -> dict[str, str]:
    """Both sheets, as text."""
    return {name: data.decode() for name, data in markdown.write(made, Edition()).files.items()}


def tokens(text: str) -> list[Token]:
    """What a renderer makes of the inside of every block; nothing of it is HTML, code, a link, a picture or struck."""
    inner: list[Token] = []
    for token in READER.parse(text):
        assert token.type not in ("html_block", "code_block", "fence")
        inner += token.children or []
    assert {token.type for token in inner} <= SHOWN
    return inner


def visible(text: str) -> str:
    """What a renderer shows, with single spaces."""
    return " ".join("".join(token.content or " " for token in tokens(text)).split())


def letters(text: str) -> str:
    """Text without spaces, and without what nobody sees."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


@given(TEXTS | SIGNS)
@example("~~gone~~ **bold** __bold__ `code` [a](b) ![a](b) <b>x</b> &lt; &#65; https://example.org")
@example("1. a")
@example("12) a")
@example("- a")
@example("---")
@example("===")
@example("    code")
@example("a | b")
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """Any line, at the beginning of a paragraph, of a list or in a cell, is shown letter by letter."""
    plain = " ".join("".join(sign for sign in " ".join(text.split()) if sign.isprintable()).split())
    assert visible(markdown.escape(text)) == plain
    assert plain in visible(f"| head |\n|---|\n| {markdown.escape(text)} |")
    assert visible(f"- {markdown.escape(text)}") == plain
    assert visible(f"> {markdown.escape(text)}") == plain


@given(st.lists(st.tuples(SIGNS | TEXTS, SIGNS | st.sampled_from([" ", "\n\n", ".\r\n\r\n"])), min_size=1, max_size=6))
@example([("one", ""), ("two", "\n\n* * *\n\n"), ("three", "\n\n(a)\n\n(b)\n\n")])
@example([("one", ""), ("two", "")])
@example([("one", ""), ("two", "~~"), ("three", "~~")])
def test_any_passage_can_be_read(parts: list[tuple[str, str]]) -> None:
    """A passage of any words and any signs between them is shown letter by letter, and marked words beside it."""
    text = Passage(tuple(Word(word, gap) for word, gap in parts), parts[0][1], "Text A")
    made = exercise(replace(spot(), passages=(text,), tasks=(Mark("Mark.", (0,)),), notes=()))
    shown = sheets(made)
    assert letters(text.text) in letters(visible(shown["worksheet.md"]))
    first, *others = text.words
    marked = f"{first.before}[{first.text}]{''.join(word.before + word.text for word in others)}{text.after}"
    assert letters(marked) in letters(visible(shown["key.md"]))


@given(SIGNS)
def test_any_field_can_be_read(text: str) -> None:
    """Titles, stems, tasks and notes may hold anything too."""
    item = replace(
        spot(text=f"It {text} is"),
        stem=text,
        tasks=(Write(text, (text,), text, (text,)),),
        notes=tuple(replace(note, why=text, surface=text) for note in spot().notes[:1]),
    )
    item = replace(item, notes=tuple(replace(note, words=(0,)) for note in item.notes), talk=(text,))
    for sheet in sheets(replace(exercise(item), title=text, credit=text, recipe=text)).values():
        tokens(sheet)


def test_both_sheets_have_every_text_and_task() -> None:
    """Stems, texts and tasks of every kind stand in both."""
    made = exercise()
    for sheet in sheets(made).values():
        shown = letters(visible(sheet)).replace("[", "").replace("]", "")
        for item in made.items:
            for text in (item.stem, *(one.text for one in item.passages), *(task.prompt for task in item.tasks)):
                assert letters(text).replace("[", "").replace("]", "") in shown
    assert HOSTILE.split(" hailed")[0] in visible(sheets(made)["worksheet.md"])


def test_the_key_marks_words_and_the_worksheet_does_not() -> None:
    """In the key words of the list stand in bold brackets; the worksheet has the same text plain."""
    files = sheets(exercise())
    assert "**\\[slammed\\]**" in files["key.md"]
    assert "\\[plan\\]" in files["key.md"]
    assert "slammed the reckless" in files["worksheet.md"]


@pytest.mark.parametrize(
    "secret",
    ["It makes criticism", "ours/v.csv", "3 slammed, 5 reckless", "approving (fine too: plain)", "One way to say it",
     "not the judge", "loaded-en 1.1.0", "irony", "Only 3 of 6", "LIX 35", "What would make you trust"],
)  # fmt: skip
def test_what_is_for_teachers_stands_in_the_key_alone(secret: str) -> None:
    """Notes, answers, models, the list's names and limits, warnings, the level, and what to talk about."""
    made = exercise()
    assert secret in visible(sheets(made)["key.md"])
    assert secret not in visible(sheets(made)["worksheet.md"])


def test_it_is_plain_for_word_processors() -> None:
    """No line ends in spaces, tables have a head and as many cells in every row, and no two blank lines follow."""
    for sheet in sheets(exercise()).values():
        assert all(line == line.rstrip() for line in sheet.splitlines())
        assert "\n\n\n" not in sheet
        assert sheet.endswith("\n")
        assert "|---|" in sheet
        for block in sheet.split("\n\n"):
            if block.startswith("|"):
                cells = {line.replace("\\|", "").count("|") for line in block.splitlines()}
                assert len(cells) == 1


def test_what_is_told_last_stands_below_a_line() -> None:
    """The sheet says to stop, and tells at its very end; sources that are masked stand there too, in every item."""
    text = passage(PLAN, "Text A", outlet="Harbour Post", title="A plan")
    masked = replace(text, source=replace(text.source, hidden=True))
    made = exercise(replace(spot(1), passages=(text,)), replace(items()[6], passages=(masked, masked)))
    above, below = sheets(made)["worksheet.md"].split("\n---\n")
    assert "look at the end of the sheet: Who published them" in above
    assert "Harbour Post" not in above
    assert "Text A: Harbour Post. Text B: Courier." in below
    assert "1 Text A, 2 Text A Harbour Post, “A plan”" in visible(below)


def test_both_sheets_say_that_nobody_checked_the_key() -> None:
    """Until the review."""
    reviewed = tuple(replace(item, review="edited") for item in items())
    for name, sheet in sheets(exercise()).items():
        assert UNCHECKED in sheet
        assert UNCHECKED not in sheets(exercise(*reviewed))[name]
