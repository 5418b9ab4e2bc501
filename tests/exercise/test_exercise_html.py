"""The web page as a document: whole, alone, and with every word of its own in one file."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from exercise_samples import exercise, spot
from hypothesis import given
from hypothesis import strategies as st

from framing.exercise.model import UNCHECKED, Passage, Word
from framing.exercise.writers import controls, html
from framing.exercise.writers.edition import Edition

MADE = exercise()


class Reader(HTMLParser):
    """Tags and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.text += data


def test_editions_with_and_without_a_key() -> None:
    """The page without a key is always there; the one with the key only where the edition has one."""
    assert set(html.write(MADE, Edition()).files) == {html.PRACTICE, html.CLASS}
    assert set(html.write(MADE, Edition(key=False)).files) == {html.CLASS}


def test_it_says_what_it_is() -> None:
    """Title, forewarning, list and its blind spots, whether somebody checked the key, and the source of each text."""
    text = Reader(html.render(MADE, key=True)).text
    for part in (
        MADE.title,
        MADE.forewarning,
        "loaded-en 1.1.0",
        "irony; what is left out",
        UNCHECKED,
        "Harbour Post, “A plan”",
    ):
        assert part in text
    reviewed = replace(MADE, items=tuple(replace(item, review="accepted") for item in MADE.items))
    assert UNCHECKED not in html.render(reviewed, key=True)


def test_a_hidden_source_is_not_in_the_page() -> None:
    """Readers of a blind text can't find its outlet, not even in the page's source."""
    item = spot()
    hidden = replace(item, passages=tuple(replace(p, source=replace(p.source, hidden=True)) for p in item.passages))
    assert "Harbour Post" in html.render(exercise(item), key=False)
    assert "Harbour Post" not in html.render(exercise(hidden), key=False)


def test_a_masked_source_is_named_by_no_other_item() -> None:
    """Where one item masks who published an article, all do; for practice the sources open at the end, once each."""
    item = spot()
    passages = tuple(replace(p, source=replace(p.source, article="a.txt")) for p in item.passages)
    hidden = tuple(replace(p, source=replace(p.source, hidden=True)) for p in passages)
    made = exercise(replace(item, passages=passages), replace(item, id="spot-02", passages=hidden))
    assert "Harbour Post" not in html.render(made, key=False)
    before, after = html.render(made, key=True).split('<details class="note"')
    assert "Harbour Post" not in before
    assert after.count("Harbour Post") == 1


def test_ids_stand_once_and_nothing_points_outside() -> None:
    """Every id is there once, every reference has its id, and no address is asked for."""
    tags = Reader(html.render(MADE, key=True)).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in tags:
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            assert attributes.get(name) is None or attributes[name] in ids
        assert not {"src", "href", "onclick", "style"} & attributes.keys()


def test_every_word_of_the_page_is_in_one_file() -> None:
    """The script says nothing that strings.json does not have, and strings.json has nothing that nobody says."""
    script, source = (
        controls.asset("page.js"),
        Path(html.__file__).read_text("utf-8") + Path(controls.__file__).read_text("utf-8"),
    )
    for name in re.findall(r"""say\(["'](\w+)["']""", script + source):
        assert name in controls.strings()
    for name in controls.strings():
        assert re.search(rf"""["']{name}["']""", script + source), name
    assert re.findall(r'"([A-Z][a-z]+ [a-z ]+)"', script) == []


@given(
    st.lists(st.tuples(st.text(max_size=8), st.text(min_size=1, max_size=8)), min_size=1, max_size=5),
    st.text(max_size=9),
)
def test_any_text_shows_as_text(words: list[tuple[str, str]], after: str) -> None:
    """Whatever stands in a passage, the page has the same tags, and the passage can be read in it."""
    plain = Passage(tuple(Word("w", " ") for _ in words), "", "", spot().passages[0].source)
    odd = Passage(tuple(Word(text, before) for before, text in words), after, "", plain.source)
    pages = [
        Reader(html.render(exercise(replace(spot(), passages=(one,), tasks=(), notes=())), key=True))
        for one in (plain, odd)
    ]
    tags = [[tag for tag, _ in page.tags if tag != "p"] for page in pages]
    assert tags[0] == tags[1]
