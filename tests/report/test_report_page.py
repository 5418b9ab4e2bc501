"""The page: the same as its golden copies, self-contained, and sound as a document."""

from __future__ import annotations

import itertools
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_samples import SCRIPT, analyse, build_articles, finding, sample

from framing.report import build_report
from framing.report.page import render_page
from framing.report.sections import SECTIONS
from framing.report.summary import headline
from framing.tables import COMPARISONS

GOLD = Path(__file__).parent / "golden"
_SCRUBS = (
    (r"<svg.*?</svg>", "<svg></svg>"),  # laid out with the fonts of the machine
    (r"framing \d+\.\d+\.\d+\S*", "framing VERSION"),
    (r"(polars|numpy|scipy) \d+\.\d+\.\d+\S*?(?=[ <])", r"\1 VERSION"),
)


class Page(HTMLParser):
    """Tags with their attributes, and headings, in order."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def document() -> str:
    return render_page(build_report(*sample()))


@pytest.fixture(scope="module")
def page(document: str) -> Page:
    return Page(document)


@pytest.mark.parametrize("key", SECTIONS)
def test_section_is_as_it_was(key: str) -> None:
    """A section of the sample report is the same as its golden copy (UPDATE_GOLD=1 writes a new one)."""
    made = str(SECTIONS[key].render(build_report(*sample())))
    for pattern, plain in _SCRUBS:
        made = re.sub(pattern, plain, made, flags=re.DOTALL)
    made = re.sub(r"(</(?:p|li|tr|h3|details|summary|caption|figure|dd)>)", r"\1\n", made)
    path = GOLD / f"{key}.html"
    if os.environ.get("UPDATE_GOLD"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


def test_golden_copies_and_sections_are_the_same() -> None:
    """Every section has a golden copy, and every copy a section."""
    assert {path.stem for path in GOLD.glob("*.html")} == set(SECTIONS)


def test_nothing_runs_and_nothing_is_fetched(document: str, page: Page) -> None:
    """No script, no handler, no style sheet or picture from elsewhere; the policy forbids them too."""
    assert not page.all("script", "link", "img", "iframe", "object", "embed", "form", "base")
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    for tag, attributes in page.tags:
        assert not {name for name in attributes if name.startswith("on") or name in ("src", "srcset", "xlink:href")}
        if "href" in attributes:
            assert tag == "a"
            assert str(attributes["href"]).startswith(("#", "https://"))
    style = re.search(r"<style>(.*?)</style>", document, re.DOTALL)
    assert style is not None
    assert not re.search(r"url\(|@import", style.group(1))


def test_hostile_titles_are_text(document: str) -> None:
    """Markup in titles, names and texts is shown, not obeyed."""
    assert SCRIPT not in document
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in document
    assert "<b onmouseover" not in document
    assert 'href="javascript' not in document


def test_every_link_leads_somewhere_and_ids_are_unique(page: Page) -> None:
    """A number's link has its sentences on the page, and no id stands twice, not even in charts."""
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = {str(a["href"])[1:] for a in page.all("a") if str(a["href"]).startswith("#")}
    assert inner <= set(ids)
    assert len(inner) > 20


def test_structure_is_sound(page: Page) -> None:
    """A language, one h1, headings without a gap, landmarks, a skip link, captions and header cells with scope."""
    assert page.tags[0] == ("html", {"lang": "en"})
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    names = [tag for tag, _ in page.tags]
    assert {"header", "nav", "main", "footer"} <= set(names)
    assert names.count("table") == names.count("caption") == names.count("thead")
    assert all(attributes.get("scope") in ("row", "col") for attributes in page.all("th"))
    assert page.all("a")[0] == {"href": "#findings", "class": "skip"}


def test_charts_have_a_name(page: Page) -> None:
    """Each chart is one picture with a sentence for those who do not see it."""
    charts = page.all("svg")
    assert len(charts) == 5
    assert all(chart["role"] == "img" and "Dots with intervals" in str(chart["aria-label"]) for chart in charts)


def test_wording_is_modest(document: str) -> None:
    """The page speaks of what lists mark; it says what a list cannot see, and passes no verdict on anybody."""
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", document, flags=re.DOTALL).lower()
    assert "only about a quarter of what experts mark as bias" in text
    assert not re.search(r"\bbiased\b|\bproves?\b|left-wing|right-wing|\bfake\b|\bstars?\b|bias score", text)


def test_marks_show_value_rule_and_actor(document: str) -> None:
    """Marked words carry their value, the rule and the actor as small text, so that colour is not needed."""
    small = "<small> −3 epithet Ana Kovac &lt;i&gt;</small>"
    assert f"<bdi>tyrant</bdi>{small}</mark>" in document


def test_no_text_leaves_only_marked_words() -> None:
    """Without texts the page has no sentence and no title of any article."""
    document = render_page(build_report(*sample(), text=False))
    assert "Article texts are left out" in document
    assert "<blockquote" not in document
    for words in ("stood by", "will see", "onmouseover", "خبر", "Nothing else of note"):
        assert words not in document
    assert "<bdi>tyrant</bdi>" in document


def test_one_article_has_a_page() -> None:
    """With one article the page says that there is nothing to compare."""
    analysis = analyse(build_articles(("Herald",), 1))
    document = render_page(build_report(analysis, COMPARISONS.empty()))
    assert "No two outlets could be compared" in document
    assert "There is one outlet only" in document


def find_sections(rows: list[dict[str, object]]) -> str:
    """The section of findings of a report with these comparisons."""
    return str(SECTIONS["findings"].render(build_report(sample()[0], COMPARISONS.frame(rows))))


def test_findings_stand_by_subject() -> None:
    """The whole article comes first, then the actor with most that differ; each finding is a line, numbered."""
    rows = [finding("differs", actor="lumen"), finding("similar"), *[finding("differs", actor="kovac")] * 2]
    made = find_sections(rows)
    assert re.findall(r'<h3 id="about-\d+">(.*?)<small>', made) == [
        "The whole article", "<bdi>Ana Kovac &lt;i&gt;</bdi>", "<bdi>Lumen &amp; Sons</bdi>",
    ]  # fmt: skip
    assert made.count('<ol class="findings">') == 3
    assert made.count("<li><p>") == 4


def test_many_findings_fold_up() -> None:
    """Twelve of a subject stand open, the others are folded up with numbers that go on, and the rest is counted."""
    rows = [finding("differs", measure=f"loaded:{n}", q=n / 1000) for n in range(90)]
    made = find_sections(rows)
    shown, _, folded = made.partition("<details><summary>78 more</summary>")
    assert shown.count("<li><p>") == 12
    assert '<ol class="findings" start="13">' in folded
    assert folded.count("<li><p>") == 60
    assert "18 more in tables/comparisons.parquet" in folded


def test_caveats_stand_once() -> None:
    """A caveat of all findings of a subject stands once; others say which findings they are about."""
    rows = [finding("differs", q=n / 100, caveats=["Mind all.", *(["Mind some."] if n != 1 else [])]) for n in range(4)]
    made = find_sections(rows)
    assert made.count("Mind all.") == made.count("Mind some.") == 1
    assert "<li>Mind all.</li>" in made
    assert "<li><b>1, 3 to 4: </b>Mind some.</li>" in made


def test_shuffling_is_explained_once() -> None:
    """How chance is ruled out stands at the top, with the number of comparisons and of findings that may be chance."""
    made = find_sections([finding("differs", q=0.02)] * 44)
    assert made.count("shuffled") == 1
    assert "12 comparisons could be tested" in made
    assert "here about 2 of 44" in made


def test_what_cannot_be_told_stands_by_reason() -> None:
    """Wide intervals have a row each, with what would have shown; what could not be tested is summed up by subject."""
    few = {"testable": False, "q": None, "p": None, "ratio": None, "needed": 150, "needed_effect": 1.5}
    rows = [finding("cannot tell", low=0.2, high=1.3, detectable=4.1, needed=43, needed_effect=1.5)]
    rows += [finding("cannot tell", actor="kovac", units_a=2, hits=n, **few) for n in (4, 9)]
    rows += [finding("cannot tell", actor="lumen", hits=3, **few)]
    made = find_sections(rows)
    wide, _, rest = made.partition("Too few articles or events for any test (2)")
    assert "Tested, but the interval is too wide (1)" in wide
    assert "4.1 times" in wide
    assert "about 43 shared events to see 1.50 times" in wide
    units, _, hits = rest.partition("Too few words counted for a test (1)")
    assert '<td class="n">2</td><td class="n">2</td><td class="n">4 to 9</td>' in units
    assert "about 150 shared events to see 1.50 times" in units
    assert '<td class="n">1</td><td class="n">6</td><td class="n">3</td>' in hits


def test_the_page_begins_with_the_surest_finding(document: str) -> None:
    """The first sentence says what was found in plain words, of the whole article and of an actor."""
    assert (
        '<p class="headline">On 6 events that both covered, Gazette &lt;script&gt;alert(1)&lt;/script&gt; used 3.3 '
        'times as many loaded words per 1,000 words as The "Post" &amp; Co (95 % interval 2.0 to 5.0).</p>'
    ) in document


def test_a_corpus_too_small_says_so_first() -> None:
    """Where nothing can be told, the first sentence says so, and what it would take."""
    price = {"design": "events", "needed": 43, "needed_effect": 1.5}
    rows = [finding("cannot tell", testable=False, q=None, p=None, ratio=None, **price)]
    assert headline(build_report(sample()[0], COMPARISONS.frame(rows))) == (
        "Nothing can be told from 14 articles about how the outlets differ: they are too few. To see 1.50 times as "
        "many loaded words at one outlet as at another, about 43 events of each outlet would be needed."
    )


def test_steps_are_told() -> None:
    """Whoever waits is told after each section."""
    steps: list[tuple[int, int]] = []
    render_page(build_report(*sample()), lambda done, total: steps.append((done, total)))
    assert steps == [(n, len(SECTIONS)) for n in range(1, len(SECTIONS) + 1)]
