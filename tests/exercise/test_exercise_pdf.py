"""The printed sheets: everything a reader needs, nothing of the key, and tags for those who listen."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from exercise_samples import HOSTILE, PLAN, exercise, items, passage, spot
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exercise.model import UNCHECKED, Exercise, Mark, Note, Order, Sort, Word, Write
from framing.exercise.writers import pdf
from framing.exercise.writers.edition import Edition

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="typst is not installed (extra pdf)")
MADE = exercise()
SHEETS = ("worksheet.pdf", "key.pdf")


@cache
def write(made: Exercise, edition: Edition = Edition()) -> dict[str, Any]:  # noqa: B008  # frozen
    """A reader for each of the sheets."""
    return {name: pypdf.PdfReader(io.BytesIO(data)) for name, data in pdf.write(made, edition).files.items()}


def pages(reader: Any) -> list[str]:
    """The text of every page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def fonts_of(reader: Any) -> set[str]:
    """Names of the fonts in a file."""
    held = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    return {str(font["/BaseFont"]).split("+")[-1].removesuffix("-Identity-H") for font in held}


def letters(text: str) -> str:
    """Text without spaces and digits: numbers of words stand between words."""
    return re.sub(r"[\s\d]", "", text)


def read(name: str, made: Exercise = MADE) -> str:
    """The text of a sheet."""
    return " ".join(pages(write(made)[name]))


def test_every_text_is_on_the_worksheet_and_no_note_is() -> None:
    """Texts, stems and tasks can be read on it; why a word is in the key, plainer words and models stand in the key."""
    worksheet, key = read("worksheet.pdf"), read("key.pdf")
    for item in MADE.items:
        for text in (item.stem, *(one.text for one in item.passages), *(task.prompt for task in item.tasks)):
            assert letters(text) in letters(worksheet)
        for note in item.notes:
            assert note.why not in worksheet
            assert all(part in key for part in (note.why, note.plain, note.entry))
    for secret in ("criticised the plan", "In the key", "looks loaded", "LIX", "What would make you trust"):
        assert secret not in worksheet
        assert secret in key


def test_the_key_says_what_the_list_is() -> None:
    """Names and versions, what the list does not see, what to know, who judges, and how it was made."""
    for line in (*MADE.lexicons, *MADE.known_misses, *MADE.warnings, "not the judge", MADE.recipe):
        assert line in read("key.pdf")
        assert line not in read("worksheet.pdf")


def test_the_key_tells_every_kind_of_answer() -> None:
    """Words with their numbers, places, classes that are fine too, counts, and a model answer as one way."""
    key = read("key.pdf")
    told = ("3 slammed, 5 reckless", "Arguable, fine either way: 6 plan", "approving (fine too: plain)",
            "The mayor 1 4", "1 more or fewer is fine", "One way to say it", "10 speaker",
            "Leaving words alone is an answer")  # fmt: skip
    for line in told:
        assert line in key


def test_hostile_text_is_text() -> None:
    """Signs that mean something to the typesetter stand on the paper as they stand in the article."""
    assert letters(HOSTILE) in letters(read("worksheet.pdf"))
    markup = '#panic() #import "@preview/x:1.0.0" $ x $ = Head @ref <label> // gone /* gone */ `raw` \\ ~ [x]'
    item = replace(
        spot(),
        stem=markup,
        passages=(replace(passage(f"The {markup} end.", markup), after=f". {markup}"),),
        tasks=(Mark(markup, ()), Order(markup, (markup, "b"), (0, 1), markup, "high"), Write(markup, (markup,))),
        notes=(Note("key", markup, markup, markup, markup, words=(0,)),),
        talk=(markup,),
    )
    made = replace(exercise(item), title=markup, credit=markup, forewarning=markup, warnings=(markup,))
    assert letters(read("worksheet.pdf", made)).count(letters(markup)) >= 9
    assert letters(read("key.pdf", made)).count(letters(markup)) >= 12


def test_what_stands_between_words_is_kept() -> None:
    """Line ends, paragraphs and lines without words lose nothing."""
    text = "Work begins\n\n* * *\n\nin May.\r\n\r\n(No word)\nThe council pays.\n\n—\n"
    assert letters(text) in letters(read("worksheet.pdf", exercise(spot(text=text))))


def test_signs_without_a_shape_are_named() -> None:
    """A sign that no font has becomes a mark for a missing one, and the log names it; the rest of the text stands."""
    made = exercise(replace(spot(text="Voters 漢字 said 🎉 yes."), tasks=(), notes=()))
    result = pdf.write(made, Edition())
    assert all(sign in result.losses[0] for sign in "漢字🎉")
    text = read("worksheet.pdf", made)
    assert "Voters \ufffd\ufffd said \ufffd yes." in text
    assert pdf.write(exercise(spot()), Edition()).losses == ()


def test_other_scripts_come_from_the_typesetter_not_from_the_machine() -> None:
    """Greek, Cyrillic, Hebrew, Arabic and common signs have a shape in fonts that come along, whatever is installed."""
    made = exercise(replace(spot(text="Ελλάδα Жители שלום مرحبا ☐ ✂ → ✓ ½ €"), tasks=(), notes=()))
    assert pdf.write(made, Edition()).losses == ()
    assert fonts_of(write(made)["worksheet.pdf"]) <= {
        "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold", "LibertinusSerif-Regular", "DejaVuSansMono",
        "NewCMMath-Regular",
    }  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=30), st.text(max_size=20), st.sampled_from(["en", "en-GB", "de-AT", "", "x", "zh-Hans", "ar"]))
def test_any_text_can_be_printed(text: str, gap: str, language: str) -> None:
    """Whatever stands in an article, in whichever language, both sheets are made."""
    words = (Word("The", ""), Word(text or "x", gap), Word("end", gap))
    item = replace(spot(), passages=(replace(passage("x"), words=words),), tasks=(Mark("?", (1,)),), notes=())
    made = replace(exercise(item), language=language)
    for reader in write(made).values():
        assert "end" in " ".join(pages(reader))


def test_long_things_stay_on_the_page() -> None:
    """A text of several pages goes on to its last word, a long list below the fold too, and an endless word breaks."""
    text = " ".join(f"word{'abcdefghij'[n % 10]}" for n in range(1500)) + f" {'endless' * 60}. {'=' * 300} Lastword."
    tasks = tuple(replace(task, text=f"{'name ' * 900}lastname") for task in items()[6].tasks if task.kind == "reveal")
    made = exercise(replace(spot(text=text), tasks=(), notes=()), replace(items()[6], tasks=tasks))
    for name in SHEETS:
        assert "Lastword" in read(name, made)
        assert "lastname" in read(name, made)
        for page in write(made)[name].pages:
            places: list[tuple[str, float, float]] = []
            page.extract_text(visitor_text=lambda text, cm, *_, into=places: into.append((text.strip(), cm[4], cm[5])))
            assert all(30 < x < 540 and 25 < y < 820 for text, x, y in places if text)


def test_a_sort_with_long_classes_leaves_room_for_its_prompts() -> None:
    """Where columns would be too narrow each class has its box below the prompt."""
    classes = tuple(f"named {where} in the text that was read" for where in ("first", "later", "never"))
    prompts = ("The survivors were counted by nobody in particular.", "It was said.")
    made = exercise(replace(spot(), tasks=(Sort("Who?", prompts, classes, ((0,), (1,))),), notes=()))
    for size in (12, 18):
        text = " ".join(pages(write(made, Edition(size=size))["worksheet.pdf"]))
        assert text.count("named later in the text that was read") == 2
        assert prompts[0] in text


def test_every_page_says_that_nobody_checked_it() -> None:
    """Until the review; after it, none does."""
    reviewed = replace(MADE, items=tuple(replace(item, review="accepted") for item in MADE.items))
    for name in SHEETS:
        assert all(UNCHECKED in page for page in pages(write(MADE)[name]))
        assert UNCHECKED not in read(name, reviewed)


def test_every_page_says_which_it_is() -> None:
    """The exercise's id and credit, and the number of the page, stand at the foot."""
    for name in SHEETS:
        shown = pages(write(MADE)[name])
        for number, page in enumerate(shown, 1):
            assert f"page {number} of {len(shown)}" in page
            assert MADE.id in page
            assert MADE.credit in page


def test_it_is_tagged_and_dated_nowhere() -> None:
    """PDF/UA tags, language and title are there; the same exercise gives the same bytes, without an hour in them."""
    files = pdf.write(MADE, Edition()).files
    assert pdf.write(MADE, Edition()).files == files
    for name, reader in write(MADE).items():
        root = reader.trailer["/Root"]
        assert "/StructTreeRoot" in root
        assert root["/Lang"] == "en"
        assert MADE.title in reader.metadata.title
        assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
        assert reader.metadata.get("/CreationDate", "D:1970").startswith("D:1970")
        assert not re.search(rb"D:20\d\d|20\d\d-\d\d-\d\dT", files[name] + root["/Metadata"].get_data())


def test_all_fonts_are_in_the_file() -> None:
    """The sheets look the same on every machine: their fonts are bundled and embedded, and the licence lies beside."""
    for reader in write(MADE).values():
        assert fonts_of(reader) == {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}
    folder = pdf.files("framing.exercise.writers") / "fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in folder.joinpath("OFL.txt").read_text("utf-8")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper_and_size_are_as_asked(paper: Any, size: tuple[int, int]) -> None:
    """A4 and letter have their sizes in points, and the text to read stands in the size that was asked for."""
    for points in (12, 14, 18):
        reader = write(MADE, Edition(paper=paper, size=points, tint="cream"))["worksheet.pdf"]
        box = reader.pages[0].mediabox
        assert (round(float(box.width)), round(float(box.height))) == size
        sizes: list[float] = []
        reader.pages[0].extract_text(visitor_text=lambda text, cm, tm, font, at, into=sizes: into.append(at))
        assert any(abs(at - points) < 0.1 for at in sizes)


def test_names_of_outlets_are_told_last() -> None:
    """Below the fold of the last page, upside down, after the last task; at their place the sheet says to stop."""
    shown = pages(write(MADE)["worksheet.pdf"])
    told = "Who published them: Text A: Harbour Post"
    assert told in shown[-1].split("Fold the foot of the page", 1)[1]
    assert not any(told in page for page in shown[:-1])
    assert "turn to the end of the last page: Who published them." in " ".join(shown)
    assert "Fold the foot" not in read("key.pdf")


def test_a_masked_source_is_named_by_no_other_item() -> None:
    """Where one item masks who published an article, all items do; the sources stand below the fold, with licences."""
    text = passage(PLAN, "Text A", outlet="Harbour Post", title="A plan", licence="CC BY 4.0")
    masked = replace(text, source=replace(text.source, hidden=True))
    made = exercise(replace(spot(1), passages=(text,)), replace(spot(2), passages=(masked,)))
    above, below = read("worksheet.pdf", made).split("Fold the foot of the page")
    assert "Harbour Post" not in above
    assert "1 Text A, 2 Text A Harbour Post, “A plan”, CC BY 4.0" in below
    assert "Harbour Post" in read("key.pdf", made).split("Nothing")[0]


def test_much_to_tell_last_has_a_page_of_its_own() -> None:
    """What would not fit below a fold is not printed beside a task."""
    tasks = tuple(
        replace(task, text="Text A: Harbour Post. " * 150) for task in items()[6].tasks if task.kind == "reveal"
    )
    shown = pages(write(exercise(replace(items()[6], tasks=tasks), spot()))["worksheet.pdf"])
    (last,) = [number for number, page in enumerate(shown) if "Keep this page back" in page]
    assert shown[last].startswith("Keep this page back")
    assert not any("Text A: Harbour Post" in page for page in shown[:last])


def test_without_the_typesetter_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack can be made all the same."""
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    made = pdf.write(exercise(spot()), Edition())
    assert made.files == {}
    assert "framing[pdf]" in made.losses[0]
