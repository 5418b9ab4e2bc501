from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.data import Basil, join_sentences
from benchmarks.accuracy.loaded import count_words
from benchmarks.accuracy.newsmtsc import find_fold, rate, read_predictions
from benchmarks.accuracy.page import BEGIN, END, PAGE, replace_figures
from benchmarks.accuracy.people import is_person, locate_name, same_person
from benchmarks.accuracy.rivals import load_rivals, polarity, window

STORY = [
    "Mayor Ada Brill met the council on Monday.",
    "The disgraceful Brill plan failed.",
    '"This council is a farce," said Ada Brill.',
    "Brill left at noon.",
]


def make_data(folder: Path) -> Path:
    """Made-up annotated news with the columns of the real."""
    folder.mkdir()
    targets = [
        {
            "split": split,
            "id": f"paper_{n}_1_0_Brill_0_5",
            "text": f"{text} ({n})",
            "start": 0,
            "end": 5,
            "polarity": mark,
        }
        for split in ("train", "dev-rw")
        for n, (text, mark) in enumerate(
            [("Brill is a brave hero", 1), ("Brill is a vile crook", -1), ("Brill sat", 0)]
        )
    ]
    pl.DataFrame(targets).write_parquet(folder / "newsmtsc_dev.parquet")
    babe = {
        "text": ["The vile mayor spoke.", "The mayor spoke at 9.", "A disgraceful, shameless farce!", "It rained."],
        "biased": [True, False, True, False],
        "biased_words": [["vile"], [], ["disgraceful", "farce"], []],
    }
    pl.DataFrame(babe).write_parquet(folder / "babe_dev.parquet")
    articles = [
        {"article_id": f"{event}/x", "event": event, "outlet": "x", "title": "Brill meets council", "sentences": STORY,
         "paragraph": [0, 0, 1, 1], "stance": 0}
        for event in "ab"
    ]  # fmt: skip
    pl.DataFrame(articles).write_parquet(folder / "basil_dev_articles.parquet")
    rows = [
        (1, 4, 15, "lex", False, -1, ""),
        (2, 1, 23, "inf", True, -1, "Ada Brill"),
        (3, 0, 5, "inf", False, 1, ""),
    ]
    spans = [
        {"article_id": f"{event}/x", "sentence": sentence, "start": start, "end": end, "kind": kind, "aim": "dir",
         "target": "Ada Brill", "polarity": way, "quoted": quoted, "speaker": speaker}
        for event in "ab" for sentence, start, end, kind, quoted, way, speaker in rows
    ]  # fmt: skip
    pl.DataFrame(spans).write_parquet(folder / "basil_dev_spans.parquet")
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "accuracy.md"
    path.write_text(f"By hand.\n\n{BEGIN}\n\nBEFORE\n\n{END}\n\nBy hand too.\n", "utf-8")
    return path


def test_all_figures_are_printed_and_written(tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]):
    """Every section is printed, and stands between the markers of the page; what is written by hand stays."""
    folder = make_data(tmp_path / "eval")
    assert main(["--data", str(folder), "--page", str(page), "--draws", "5"]) == 0
    printed, written = capsys.readouterr().out, page.read_text("utf-8")
    titles = [line for line in printed.splitlines() if line.startswith("### ")]
    assert len(titles) == 10
    assert all(title in written for title in titles)
    assert written.startswith("By hand.\n")
    assert written.endswith("By hand too.\n")
    assert "BEFORE" not in written
    for name in ("VADER, whole sentence", "framing, loadedness", "framing.about, persons", "TextBlob", "all marks"):
        assert f"| {name}" in written


def test_predictions_are_rated(tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]):
    """Predictions from a file get a row; targets without one are left out, and it is said."""
    folder = make_data(tmp_path / "eval")
    train = pl.read_parquet(folder / "newsmtsc_dev.parquet").filter(pl.col("split") == "train").head(2)
    said = train.select("id", "polarity").with_columns(confidence=pl.lit(0.7))
    said.write_parquet(tmp_path / "said.parquet")
    assert read_predictions(tmp_path / "said.parquet")["split"].unique().to_list() == ["train"]
    arguments = ["--data", str(folder), "--print-only", "--draws", "5", "--predictions", str(tmp_path / "said.parquet")]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "| framing | 0.667" in printed
    assert "1 targets have no prediction" in printed


def test_without_data_it_says_so(tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]):
    """No data, no figures: a sentence, exit code 0, and the page as it was."""
    before = page.read_text("utf-8")
    assert main(["--data", str(tmp_path / "nowhere"), "--page", str(page)]) == 0
    told = capsys.readouterr()
    assert "no annotated data" in told.out
    assert "newsmtsc_dev.parquet" in told.err
    assert page.read_text("utf-8") == before


def test_predictions_that_are_not_there_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A file that was named has to be there: exit code 2."""
    assert main(["--data", str(tmp_path), "--predictions", str(tmp_path / "none.parquet")]) == 2
    assert "no predictions" in capsys.readouterr().err


def test_the_page_has_its_markers():
    """docs/accuracy.md can be written anew; a page without markers, or with two, is refused."""
    assert replace_figures(PAGE.read_text("utf-8"), "x").count("\n\nx\n\n") == 1
    for wrong in ("", f"{END}\n{BEGIN}", f"{BEGIN}{END}{BEGIN}"):
        with pytest.raises(ValueError, match="must have"):
            replace_figures(wrong, "x")


def test_folds_go_by_article():
    """Targets of an article, the first three parts of the id, share a fold; which one is a matter of md5."""
    ids = pl.Series(["a_1_2_0_Brill_0_5", "a_1_2_7_Rell_3_7", "a_1_3_0_Brill_0_5"])
    folds = find_fold(ids).to_list()
    assert folds[0] == folds[1] == int(hashlib.md5(b"a_1_2").hexdigest(), 16) % 5
    assert folds[2] == int(hashlib.md5(b"a_1_3").hexdigest(), 16) % 5


def test_figures_of_predictions():
    """Two of four right, and the surer half wholly right."""
    frame = pl.DataFrame({"text": list("abcd"), "polarity": [1, -1, 0, 1]})
    said = np.array([1, -1, 1, 0]), np.array([0.9, 0.8, 0.2, 0.1])
    macro, exact, polar, surer = (figure.value for figure in rate(frame, said, 5))
    assert (exact, surer) == (0.5, 1.0)
    assert polar == pytest.approx((1 + 0.5) / 2)
    assert macro == pytest.approx((1 + 0.5 + 0) / 3)


def test_a_window_leaves_the_target_out():
    """Words to both sides, without the target and the marks between them."""
    assert window("The bold, brave Rell, they say, won it", 16, 20, size=2) == "bold brave they say"


def test_signs_have_a_neutral_zone():
    """VADER up to 0.05 is neutral; of the others only 0 is."""
    tone = np.array([0.04, -0.05, 0.0])
    assert polarity("VADER", tone).tolist() == [0, -1, 0]
    assert polarity("AFINN", tone).tolist() == [1, -1, 0]


def test_the_usual_tools_are_there():
    """VADER and TextBlob come with the program, and know a friendly word."""
    assert all(load_rivals()[name]("excellent") > 0 for name in ("VADER", "TextBlob"))


def test_words_are_counted_by_mark_and_gold():
    """A mark over two words marks both; capitals don't matter to what is gold."""
    assert count_words("The Vile old mayor spoke", [(4, 12)], {"vile", "mayor"}) == (2, 2, 1, 5)


def test_sentences_join_to_a_text():
    """Sentences of a paragraph have a space between them, paragraphs a blank line; offsets lead back."""
    text, offsets = join_sentences(["Aa.", "Bb.", "Cc."], [0, 0, 1])
    assert text == "Aa. Bb.\n\nCc."
    assert [text[at : at + 3] for at in offsets] == ["Aa.", "Bb.", "Cc."]


def test_spans_have_places_in_the_article(tmp_path: Path):
    """The characters of a span are the same in its sentence and in the article."""
    folder = make_data(tmp_path / "eval")
    basil = Basil(*(pl.read_parquet(folder / f"basil_dev_{name}.parquet") for name in ("articles", "spans")))
    texts = dict(basil.analysis.articles.select("article", "text").rows())
    for row in basil.spans.to_dicts():
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"][row["at"] : row["to"]]


@pytest.mark.parametrize("name", ["Ada Brill", "Brill", "J. R. Rell", "Tom O'Dell"])
def test_persons_by_form(name: str):
    """Words with capitals that are no words of bodies: a person."""
    assert is_person(name)


@pytest.mark.parametrize(
    "name", [None, "", "other anti", "House Democrats", "XYZ", "NewsNow", "Brill campaign", "critics"]
)
def test_bodies_by_form(name: str | None):
    """Groups, bodies, initials and inner capitals: nobody in person."""
    assert not is_person(name)


def test_last_names_decide():
    """The last name, and the first where both have one; accents, titles and "Jr." don't count."""
    assert same_person("Brill", "Ada Brill")
    assert same_person("Ada J. Brill", "Ada Brill Jr.")
    assert same_person("Peña Nieto", "Enrique Pena Nieto")
    assert not same_person("Tom Brill", "Ada Brill")
    assert not same_person("Ada", "Ada Brill")
    assert not same_person(None, "Ada Brill")


def test_targets_are_found_by_their_words():
    """The whole name, else the last name; nothing where neither stands."""
    assert locate_name("Then Ada Brill left", "Ada Brill") == (5, 14)
    assert locate_name("Then brill left", "Ada Brill") == (5, 10)
    assert locate_name("Then Brillo left", "Ada Brill") is None
