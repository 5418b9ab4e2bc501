"""The page that a class looks at: the same as its golden copy, without a name, sound and readable in a browser."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from browser_samples import AXE, BROWSER, open_browser
from class_samples import MADE, class_of, put
from exercise_samples import HOSTILE, exercise, spot

from framing.exercise.classroom.answers import collect_answers
from framing.exercise.classroom.codes import Answer, encode
from framing.exercise.classroom.collected import Collected, Hands
from framing.exercise.classroom.grading import write_class
from framing.exercise.classroom.reading import show_bar, tell_agreement, tell_alpha
from framing.exercise.classroom.results import tally_marks
from framing.exercise.classroom.rounds import count_round
from framing.exercise.model import Exercise

GOLD = Path(__file__).parent / "golden" / "class.html"
FIRST: tuple[dict[str, Answer], ...] = (
    {"q1": (2, 4), "q2": (), "q4": (1, 2, 0), "q5": (0, 2, 1), "q6": ((1, 4), (0, 0)), "q7": 4, "q9": 2},
    {"q1": (2,), "q2": (), "q4": (1, 0, 2), "q5": (0, 2, None), "q6": ((2, 4), (0, 1)), "q7": 3, "q9": 3},
    {"q1": (2, 9), "q2": (0,), "q4": (1, 2, 0), "q5": (0, 1, 1), "q6": ((1, 9), (1, 0)), "q7": 3, "q9": 4},
    {"q1": (9,), "q2": (), "q4": (2, 1, 0), "q5": (2, 2, 1), "q6": ((None, 4), (0, 0)), "q7": 5, "q9": 1},
    {"q1": (2, 5, 9), "q3": (9,), "q4": (1, 2, 0), "q5": (0, 2, 0), "q6": ((1, 3), (0, 0)), "q7": 1, "q9": 1},
)


def small_class(answers: tuple[dict[str, Answer], ...] = FIRST) -> Collected:
    return Collected(readers={f"K{n:02}": dict(one) for n, one in enumerate(answers)})


def page_of(folder: Path, answers: Collected, before: Collected | None = None, made: Exercise = MADE) -> str:
    write_class(made, answers, folder, before)
    return (folder / "class.html").read_text("utf-8")


def test_the_page_is_as_it_was(tmp_path: Path) -> None:
    """The page of a small class in its second round is the same as its golden copy (UPDATE_GOLD=1 writes a new one)."""
    answers = small_class()
    answers.lose("c.txt:3", "K09: its checksum does not fit: a sign was changed on the way", "FW1 …")
    made = page_of(tmp_path, answers, small_class(tuple({**one, "q1": (4,)} for one in FIRST)))
    made = re.sub(r"<style>.*?</style>|sha256-[^&]*", "", made, flags=re.DOTALL)
    made = re.sub(r"(</(?:p|li|tr|h\d|section|header)>)", r"\1\n", made)
    if os.environ.get("UPDATE_GOLD"):
        GOLD.parent.mkdir(exist_ok=True)
        GOLD.write_text(made, "utf-8")
    assert made == GOLD.read_text("utf-8")


def test_it_shows_words_with_their_numbers(tmp_path: Path) -> None:
    """Above a word its number and bar; the list's in a box, arguable ones dotted, quoted ones tagged; three columns."""
    page = page_of(tmp_path, small_class())
    assert re.search(r'class="w key"><span class="n">4/5</span>.*?class="s16".*?<span class="t">slammed', page)
    assert re.search(r'class="w arguable"><span class="n">1/5</span>.*?<span class="t">plan', page)
    assert re.search(r'class="tag">quoted</span><span class="n">3/5</span>.*?<span class="t">disgrace', page)
    columns = dict(re.findall(r"<h3>(.*?)</h3>(.*?)</div>", page)[:4])
    assert [list(columns), "slammed" in columns["Both"], "disgrace" in columns["Class only"]] == [
        ["Both", "Class only", "List only", "Arguable"], True, True
    ]  # fmt: skip
    assert "reckless" in columns["List only"]


def test_it_is_no_judge(tmp_path: Path) -> None:
    """No reader's code, no raw agreement, no rank, no word of right and wrong, no red or green."""
    page = page_of(tmp_path, small_class(), small_class())
    text = re.sub(r"<[^>]*>", " ", page.split("</head>")[1])
    assert not re.findall(r"K0\d", text)
    assert "%" not in text.replace("100% fine", "")
    assert not re.findall(r"(?i)\b(?:biased|wrong|correct|score|best|worst|rank)\w*", text)
    assert not re.findall(r"(?i)red|green|rgb|hsl", re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0])


def test_agreement_is_told_with_its_scale() -> None:
    """In words, with readers, experts and crowd; undefined where nobody marked; not known for hands."""
    assert tell_alpha(0.36, 24) == (
        "We agree as much as trained annotators manage (on loaded words in news, trained experts reached 0.42, a crowd "
        "0.14). 24 readers, Krippendorff's alpha 0.36."
    )
    assert tell_alpha(0.1, 5).startswith("We read this very differently (")
    assert tell_alpha(None, 5).startswith("Agreement is undefined")
    hands = Collected(hands={"q1": Hands({2: 7}, 9)})
    (one,) = tally_marks(MADE, hands, count_round(MADE, hands))
    assert tell_agreement(one) == ("9 readers by show of hands: nobody wrote down who, so agreement is not known.")


@pytest.mark.parametrize(("part", "whole", "step"), [(0, 24, 0), (1, 99, 1), (12, 24, 10), (98, 99, 19), (24, 24, 20)])
def test_bars_are_empty_or_full_only_where_it_is_so(part: int, whole: int, step: int) -> None:
    """One reader of many is seen, and so is one who is missing."""
    assert f'class="s{step}"' in show_bar(part, whole)


def test_what_was_lost_is_at_the_foot_without_names(tmp_path: Path) -> None:
    """Damaged codes and rows are told with their reason, but no name of a file and nothing that was written there."""
    names = put(tmp_path / "Ann Lee.csv", "reader,item,start,end\nBo Day,spot-01,x,4\nBo Day,spot-01,0,3\n")
    codes = [encode(MADE, f"R{n}", {"q1": (2,)}) for n in range(6)]
    chat = put(tmp_path / "c.txt", "\n".join([*codes, codes[0], codes[0][:-1] + "-", "FW1 it was Cy Fox #1"]))
    found = collect_answers([names, chat], MADE)
    page = page_of(tmp_path / "class", found)
    foot = page[page.index("<footer") :]
    for told in ("no whole numbers", "it is not whole", "codes, not names", "1 answer came again unchanged"):
        assert told in foot
    for name in ("Ann", "Bo Day", "Cy Fox"):
        assert name not in page
    sheet = (tmp_path / "class" / "not-used.csv").read_text("utf-8-sig")
    assert all(name in sheet for name in ("Ann Lee.csv:2", "c.txt:8", "Cy Fox"))


def test_hostile_texts_show_as_text(tmp_path: Path) -> None:
    """Markup in passages, prompts and answers is text; nothing is a script, a style of its own, or an address."""
    made = exercise(spot(1, HOSTILE), spot(2, "x <script>alert(1)</script> <img src=x onerror=alert(1)> y"))
    answers = Collected(readers={f"R{n}": {"q1": (0, 9), "q2": (0, 1)} for n in range(5)})
    answers.lose("c:1", "<img src=y>")
    page = page_of(tmp_path, answers, made=made)
    assert "&lt;img src=y&gt;" in page
    assert not re.findall(r"<(?:script|img|b>|link|iframe)[^>]*>", page.replace("<b>", "", page.count("<li><b>")))
    assert not re.findall(r' (?:on\w+|style|src|href)="', page)
    assert "default-src 'none'; style-src 'sha256-" in unescape(page)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Path]]:
    folder = tmp_path_factory.mktemp("class")
    page_of(folder, small_class(), class_of(*[(4,)] * 5))
    with open_browser() as opened:
        yield opened, folder / "class.html"


class TestBrowser:
    """In a real browser."""

    pytestmark = BROWSER

    @pytest.mark.parametrize("width", [320, 1280])
    def test_it_fits_asks_for_nothing_and_keeps_its_style(self, shown: tuple[Any, Path], width: int) -> None:
        """At any width nothing is cut off, and the policy lets the style in and nothing else."""
        browser, path = shown
        page = browser.new_page(viewport={"width": width, "height": 800})
        told: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert (told, asked) == ([], [path.as_uri()])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("getComputedStyle(document.querySelector('.key > .t')).outlineStyle") == "solid"
        heights = page.evaluate(
            "[...document.querySelectorAll('.bar i')].map(one => one.getBoundingClientRect().height)"
        )
        assert max(heights) > 5

    @pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests")
    def test_axe_finds_nothing(self, shown: tuple[Any, Path]) -> None:
        """Rules of WCAG 2.2 A and AA and best practice: no violation."""
        browser, path = shown
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(path.as_uri())
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
        )
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
