"""Marks that people made are read in whichever form they come, and what can't be read is named."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from validation_samples import RECKLESS, SLAMMED, TEXT, write_csv, write_lines

from framing.errors import CorpusError, FramingError
from framing.validation import READERS, Annotated, read_annotated
from framing.validation.formats.marked_words import find_words
from framing.validation.records import LOADERS
from framing.validation.spans import make_span

BOTH = (RECKLESS, SLAMMED)
SECOND = "Nobody spoke at the pier."


def spans_of(found: Annotated) -> dict[str, tuple[tuple[int, int], ...]]:
    return {one.text: tuple(tuple(span) for span in one.spans) for one in found.texts}


def reasons_of(found: Annotated) -> dict[str, str]:
    return dict(found.set_aside.select("place", "reason").rows())


def write_offsets(folder: Path) -> Path:
    rows = [{"text": TEXT, "start": start, "end": end} for start, end in BOTH]
    return write_csv(folder / "a.csv", [*rows, {"text": SECOND, "start": "", "end": ""}])


def write_span_lists(folder: Path) -> Path:
    return write_lines(folder / "a.jsonl", [{"text": TEXT, "spans": BOTH}, {"text": SECOND, "spans": []}])


def write_span_parquet(folder: Path) -> Path:
    marks = [[{"start": start, "end": end} for start, end in BOTH], []]
    pl.DataFrame({"text": [TEXT, SECOND], "spans": marks}).write_parquet(folder / "a.parquet")
    return folder / "a.parquet"


def write_words(folder: Path) -> Path:
    return write_csv(
        folder / "a.csv",
        [{"text": TEXT, "biased_words": "slammed; Reckless"}, {"text": SECOND, "biased_words": ""}],
    )


def write_word_lists(folder: Path) -> Path:
    pl.DataFrame({"text": [TEXT, SECOND], "words": [["slammed", "reckless"], []]}).write_parquet(folder / "a.parquet")
    return folder / "a.parquet"


def write_python_lists(folder: Path) -> Path:
    rows = [{"text": TEXT, "biased_words": "['slammed', 'reckless']"}, {"text": SECOND, "biased_words": "[]"}]
    return write_csv(folder / "a.csv", rows)


def write_doccano(folder: Path) -> Path:
    labels = [[*span, "loaded"] for span in BOTH]
    return write_lines(folder / "a.jsonl", [{"id": 1, "text": TEXT, "label": labels}, {"text": SECOND, "label": []}])


def write_doccano_labels(folder: Path) -> Path:
    labels = [[*span, "loaded"] for span in BOTH]
    return write_lines(folder / "a.jsonl", [{"text": TEXT, "labels": labels}, {"text": SECOND, "labels": []}])


def write_doccano_entities(folder: Path) -> Path:
    marks = [{"id": 1, "label": "loaded", "start_offset": start, "end_offset": end} for start, end in BOTH]
    return write_lines(folder / "a.jsonl", [{"text": TEXT, "entities": marks}, {"text": SECOND, "entities": []}])


def write_label_studio(folder: Path) -> Path:
    def task(text: str, *spans: tuple[int, int]) -> dict[str, object]:
        values = [{"start": s, "end": e, "text": text[s:e], "labels": ["Loaded"]} for s, e in spans]
        results = [{"type": "labels", "value": value} for value in values]
        choice = {"type": "choices", "value": {"choices": ["seen"]}}
        cancelled = {"was_cancelled": True, "result": [{"value": {"start": 0, "end": 3}}]}
        return {"data": {"text": text}, "annotations": [{"completed_by": 1, "result": [*results, choice]}, cancelled]}

    (folder / "a.json").write_text(json.dumps([task(TEXT, *BOTH), task(SECOND)]), "utf-8")
    return folder / "a.json"


def write_book(folder: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in [(), ("text", "start", "end"), (TEXT, *RECKLESS), (TEXT, 19.0, "26"), (SECOND,)]:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


@pytest.mark.parametrize(
    ("write", "form"),
    [
        (write_offsets, "offsets"), (write_span_lists, "offsets"), (write_span_parquet, "offsets"),
        (write_book, "offsets"), (write_words, "marked words"), (write_word_lists, "marked words"),
        (write_python_lists, "marked words"), (write_doccano, "doccano"), (write_doccano_labels, "doccano"),
        (write_doccano_entities, "doccano"), (write_label_studio, "label studio"),
    ],
)  # fmt: skip
def test_every_form_gives_the_same_marks(tmp_path: Path, write: object, form: str) -> None:
    """The same two words marked in one of two texts are the same in every form, and the form is named."""
    path = write(tmp_path)  # type: ignore[operator]
    found = read_annotated(path)
    assert {text: tuple(sorted(spans)) for text, spans in spans_of(found).items()} == {TEXT: BOTH, SECOND: ()}
    assert found.whole
    assert found.set_aside.height == 0
    assert f"{path.name} was read as {READERS[form].title}." in found.notes


def test_a_coding_sheet_is_judged_in_part(tmp_path: Path) -> None:
    """Of a filled-in sheet the marks are judged; an unmarked sentence is judged whole if nothing in it is loaded."""
    row = {"sentence": TEXT, "before": "The ", "mark": "reckless", "after": TEXT[12:]}
    none = {"before": "", "mark": "", "after": ""}
    path = write_csv(
        tmp_path / "a.csv",
        [
            {"id": "s-1", **row, "loaded (y/n/?)": "y"},
            {"id": "s-2", **row, "before": "The reckless mayor ", "mark": "slammed", "loaded (y/n/?)": "No"},
            {"id": "s-3", **none, "sentence": SECOND, "loaded (y/n/?)": "n"},
            {"id": "s-4", **none, "sentence": "Gulls screamed.", "loaded (y/n/?)": "y"},
            {"id": "s-5", **row, "mark": "elsewhere", "loaded (y/n/?)": "y"},
            {"id": "s-6", **none, "sentence": "Not asked.", "loaded (y/n/?)": "?"},
            {"id": "s-7", **row, "loaded (y/n/?)": "hm"},
            {"id": "s-8", **none, "sentence": "", "loaded (y/n/?)": "n"},
        ],
    )
    found = read_annotated(path)
    assert not found.whole
    assert spans_of(found) == {TEXT: (RECKLESS,), SECOND: (), "Gulls screamed.": ()}
    assert {one.text: one.judged for one in found.texts} == {
        TEXT: BOTH, SECOND: ((0, len(SECOND)),), "Gulls screamed.": ()
    }  # fmt: skip
    assert set(reasons_of(found)) == {"a.csv:6", "a.csv:8", "a.csv:9"}


def test_coders_of_one_sheet_are_settled(tmp_path: Path) -> None:
    """With a column `coder` the majority counts, and an item without one is not judged."""
    row = {"sentence": TEXT, "before": "The ", "mark": "reckless"}
    said = [("s-1", "a", "y"), ("s-1", "b", "y"), ("s-1", "c", "n"), ("s-2", "a", "y"), ("s-2", "b", "n")]
    rows = [{"id": item, "coder": coder, **row, "loaded": answer} for item, coder, answer in said]
    (one,) = read_annotated(write_csv(tmp_path / "a.csv", rows)).texts
    assert (one.spans, one.judged) == ((RECKLESS,), (RECKLESS,))


def test_a_sheet_trimmed_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """Where spaces at the ends of cells are lost, the mark is looked for in its sentence."""
    rows = [{"id": "s-1", "sentence": TEXT, "before": "The", "mark": "reckless", "loaded (y/n/?)": "y"}]
    assert spans_of(read_annotated(write_csv(tmp_path / "a.csv", rows))) == {TEXT: (RECKLESS,)}


def test_rows_that_cannot_be_used_are_listed(tmp_path: Path) -> None:
    """Each bad row is named with its line and its fault, and the rest is read."""
    rows: list[dict[str, object]] = [
        {"text": TEXT, "start": 4, "end": 12},
        {"text": TEXT, "start": 4, "end": 400},
        {"text": TEXT, "start": 9, "end": 9},
        {"text": TEXT, "start": "x", "end": 12},
        {"text": TEXT, "start": "", "end": 12},
        {"text": TEXT, "start": 1.5, "end": 12},
        {"text": " ", "start": 0, "end": 1},
        {"text": TEXT, "start": -1, "end": 3},
    ]
    found = read_annotated(write_csv(tmp_path / "a.csv", rows))
    assert spans_of(found) == {TEXT: (RECKLESS,)}
    assert set(reasons_of(found)) == {f"a.csv:{line}" for line in range(3, 10)}
    assert reasons_of(found)["a.csv:3"] == f"4 to 400 does not lie in the text, of {len(TEXT)} characters"
    assert reasons_of(found)["a.csv:8"] == "it has no text"


def test_words_not_in_the_text_are_listed(tmp_path: Path) -> None:
    """A word that stands nowhere in its text, or inside another word only, is named; the text is kept."""
    rows = [{"text": TEXT, "words": "slam; reckless; mayoral"}]
    found = read_annotated(write_csv(tmp_path / "a.csv", rows))
    assert spans_of(found) == {TEXT: (RECKLESS,)}
    assert [reason.split("`")[1] for reason in found.set_aside["reason"]] == ["slam", "mayoral"]
    assert set(found.set_aside["kind"]) == {"not found"}


def test_words_are_found_whole_wherever_they_stand() -> None:
    """Case, curly apostrophes and line breaks don't matter; every place counts; parts of words don't."""
    text = "Voss’s plan.  A war\nhero, a WAR hero, a warhero; C++ (C++)."
    assert [text[slice(*span)] for span in find_words("war hero", text)] == ["war\nhero", "WAR hero"]
    assert [text[slice(*span)] for span in find_words("Voss's", text)] == ["Voss’s"]
    assert len(find_words("c++", text)) == 2
    assert find_words("", text) == []


def test_quotation_marks_around_a_word_do_not_matter(tmp_path: Path) -> None:
    """Whoever copied a word with the quotation mark before it meant the word."""
    rows = [{"text": TEXT, "words": '"reckless; slammed,'}]
    assert spans_of(read_annotated(write_csv(tmp_path / "a.csv", rows))) == {TEXT: BOTH}


def test_offsets_in_utf16_units_are_understood() -> None:
    """Label Studio counts an emoji as two; the words that it writes beside tell, and words that fit nowhere too."""
    text = "😀 The despot spoke."
    assert make_span(7, 13, text, "despot") == (6, 12)
    assert make_span(6, 12, text, "despot") == (6, 12)
    with pytest.raises(ValueError, match="there is no `tyrant`"):
        make_span(6, 12, text, "tyrant")


def test_a_text_that_stands_twice_counts_once(tmp_path: Path) -> None:
    """Two annotators' rows on one text are one text with the marks of both."""
    rows = [{"text": TEXT, "words": "reckless"}, {"text": TEXT, "words": "slammed;reckless"}]
    assert spans_of(read_annotated(write_csv(tmp_path / "a.csv", rows))) == {TEXT: BOTH}


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    """Files in different forms stand in one folder; one that is none of them is set aside by name."""
    write_doccano(tmp_path)
    write_csv(tmp_path / "b.csv", [{"text": "Brandt gloated.", "words": "gloated"}])
    write_csv(tmp_path / "c.csv", [{"name": "Brandt", "party": "none"}])
    (tmp_path / "README.md").write_text("Notes.", "utf-8")
    found = read_annotated(tmp_path)
    assert len(found.texts) == 3
    assert reasons_of(found) == {"c.csv": "nobody can tell where its marks are; its columns are name, party"}


def test_tasks_that_nobody_has_done_are_listed(tmp_path: Path) -> None:
    """An open task of Label Studio is no text without marks."""
    tasks = [{"data": {"text": TEXT}, "annotations": [{"result": []}]}, {"data": {"text": SECOND}, "annotations": []}]
    (tmp_path / "a.json").write_text(json.dumps(tasks), "utf-8")
    found = read_annotated(tmp_path / "a.json")
    assert spans_of(found) == {TEXT: ()}
    assert reasons_of(found) == {"a.json:item 2": "nobody has marked it yet"}


def test_half_a_character_is_set_aside(tmp_path: Path) -> None:
    """A text that no file can hold is named, not carried on to where it breaks something."""
    (tmp_path / "a.jsonl").write_text('{"text": "a \\ud83d b", "words": []}\n{"text": "c d", "words": []}\n', "utf-8")
    found = read_annotated(tmp_path / "a.jsonl")
    assert spans_of(found) == {"c d": ()}
    assert "surrogate" in reasons_of(found)["a.jsonl:1"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.csv", "", "it is empty"),
        ("a.csv", "text,outlet\nWords,Gull\n", "nobody can tell where its marks are"),
        ("a.csv", "text,start,end\nWords,7,9\n", "a.csv:2: 7 to 9 does not lie in the text"),
        ("a.txt", "Words", "no reader for .txt"),
        ("a.parquet", "PAR1 no PAR1", "not a Parquet file"),
        ("a.xlsx", "PK", "not a XLSX workbook"),
        ("a.json", "[1, 2]", "nobody can tell"),
        ("a.jsonl", "[[[", "nobody can tell"),
        ("a.csv", "id,sentence,mark,loaded\ns-1,Words,Words,\n", "nobody has answered it"),
    ],
)
def test_unusable_files_say_why(tmp_path: Path, name: str, content: str, fault: str) -> None:
    """A file of which nothing can be used gives one message, with the way out."""
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(CorpusError) as caught:
        read_annotated(tmp_path / name)
    assert fault in str(caught.value)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A path that leads nowhere, or a folder without a table, gives a message."""
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / ("x" * 400 + ".csv"), tmp_path / "a\0.csv"):
        with pytest.raises(CorpusError):
            read_annotated(path)


SUFFIXES = st.sampled_from(list(LOADERS))
_NAMES = st.sampled_from(
    ["text", "start", "end", "spans", "label", "labels", "words", "id", "sentence", "mark", "before", "loaded",
     "data", "annotations", "result", "value", "coder"],
)  # fmt: skip
_CELL = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
_VALUE = st.recursive(_CELL, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.binary(max_size=300), suffix=SUFFIXES)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    """No file makes a traceback."""
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    with suppress(FramingError):
        assert read_annotated(path).texts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(rows=st.lists(st.dictionaries(_NAMES, _VALUE, max_size=6), max_size=4), whole=st.booleans())
def test_any_json_is_read_or_refused(tmp_path: Path, rows: list[dict[str, object]], whole: bool) -> None:
    """Whatever stands where text, offsets, words or answers are expected, spans lie in their texts."""
    path = tmp_path / ("any.json" if whole else "any.jsonl")
    path.write_text(json.dumps(rows) if whole else "\n".join(map(json.dumps, rows)), "utf-8")
    with suppress(FramingError):
        for one in read_annotated(path).texts:
            assert all(0 <= start < end <= len(one.text) for start, end in one.spans)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(header=st.permutations(["text", "start", "end", "words", "id", "sentence", "loaded", "spans"]), data=st.data())
def test_any_table_is_read_or_refused(tmp_path: Path, header: list[str], data: st.DataObject) -> None:
    """The same for tables with any cells."""
    width = data.draw(st.integers(1, len(header)))
    cell = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(["[1, 2]", "[[0, 1]]", "y", "0", "1"])
    rows = data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), max_size=4))
    path = tmp_path / "any.csv"
    path.write_text("\n".join(",".join(row) for row in [header[:width], *rows]), "utf-8")
    with suppress(FramingError):
        assert read_annotated(path).texts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=5), book=st.booleans()
)
def test_damaged_files_are_read_or_refused(tmp_path: Path, changes: list[tuple[int, int]], book: bool) -> None:
    """A workbook or Parquet file with a few bytes changed gives no traceback either."""
    path = (write_book if book else write_span_parquet)(tmp_path)
    data = bytearray(path.read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    path.write_bytes(data)
    with suppress(FramingError):
        assert read_annotated(path).texts
