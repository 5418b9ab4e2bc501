"""The printed sheets: everything a reader needs, nothing of the key, and tags for those who listen."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from exercise_samples import HOSTILE, exercise, spot

from framing.exercise.model import UNCHECKED
from framing.exercise.writers import pdf
from framing.exercise.writers.edition import Edition

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="typst is not installed (extra pdf)")
MADE = exercise()


def read(name: str, **edition: object) -> tuple[list[str], object]:
    """The text of every page, and the reader."""
    data = pdf.write(MADE, Edition(**edition)).files[name]  # type: ignore[arg-type]
    reader = pypdf.PdfReader(io.BytesIO(data))
    return [page.extract_text() for page in reader.pages], reader


def letters(text: str) -> str:
    return re.sub(r"[\s\d]", "", text)


def test_the_worksheet_has_the_texts_and_not_the_key() -> None:
    """Every passage can be read on it, and no note, no model answer and no citation of an entry."""
    text = " ".join(read("worksheet.pdf")[0])
    for item in MADE.items:
        for one in item.passages:
            assert letters(one.text)[:40] in letters(text)
    for secret in ("It makes criticism", "ours/v.csv", "criticised the plan", "looks loaded"):
        assert secret not in text
        assert secret in " ".join(" ".join(read("key.pdf")[0]).split())


def test_hostile_text_is_text() -> None:
    """Signs that mean something to the typesetter stand on the paper as they stand in the article."""
    assert letters(HOSTILE)[:30] in letters(" ".join(read("worksheet.pdf")[0]))


def test_every_page_says_that_nobody_checked_it() -> None:
    """Until the review; after it, none does."""
    for name in ("worksheet.pdf", "key.pdf"):
        assert all(UNCHECKED in " ".join(page.split()) for page in read(name)[0])
    reviewed = replace(MADE, items=tuple(replace(item, review="accepted") for item in MADE.items))
    data = pdf.write(reviewed, Edition()).files["worksheet.pdf"]
    assert UNCHECKED not in " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_it_is_tagged_and_dated_nowhere() -> None:
    """Tags, language and title are there; the same exercise gives the same bytes, for there is no hour in them."""
    _, reader = read("key.pdf")
    root = reader.trailer["/Root"]  # type: ignore[attr-defined]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata.title == MADE.title  # type: ignore[attr-defined]
    assert pdf.write(MADE, Edition()) == pdf.write(MADE, Edition())


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper_is_as_asked(paper: str, size: tuple[int, int]) -> None:
    """A4 and letter have their sizes in points."""
    _, reader = read("worksheet.pdf", paper=paper, size=14, tint="cream")
    box = reader.pages[0].mediabox  # type: ignore[attr-defined]
    assert (round(float(box.width)), round(float(box.height))) == size


def test_names_of_outlets_are_told_last() -> None:
    """What is read last stands on a page of its own, after the last task."""
    pages = read("worksheet.pdf")[0]
    assert "Text A: Harbour Post" in " ".join(pages[-1].split())
    assert not any("Text A: Harbour Post" in " ".join(page.split()) for page in pages[:-1])


def test_without_the_typesetter_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack can be made all the same."""
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    made = pdf.write(exercise(spot()), Edition())
    assert made.files == {}
    assert "framing[pdf]" in made.losses[0]
