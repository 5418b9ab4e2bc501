"""The element builder escapes everything that is not markup already."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from framing.report.html import Html, clean, el, markup, text_of


class Reader(HTMLParser):
    """What a browser would read: tags, attributes and text."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_any_text_comes_back_as_text(text: str) -> None:
    """Whatever a title holds, a reader sees it and nothing of it becomes a tag."""
    read = Reader(el("p", text))
    assert read.tags == ["p"]
    assert read.text == clean(text)


@given(st.text())
def test_any_text_comes_back_from_an_attribute(text: str) -> None:
    """Whatever a title holds, it can't leave the attribute it stands in."""
    read = Reader(el("a", title=text))
    assert read.tags == ["a"]
    assert read.attributes == [("title", clean(text))]


def test_markup_is_kept_and_strings_made_of_it_are_not() -> None:
    """Only a value of type Html is believed; a string joined from one is escaped again."""
    inner = el("b", "<")
    assert el("p", inner) == "<p><b>&lt;</b></p>"
    assert el("p", f"{inner}!") == "<p>&lt;b&gt;&amp;lt;&lt;/b&gt;!</p>"
    assert isinstance(markup(inner), Html)
    assert not isinstance(inner + inner, Html)


def test_attributes_by_their_python_names() -> None:
    """class_, aria_label and http_equiv become the attributes of those names; None and False leave one out."""
    assert (
        el("a", class_="x", aria_label='"', hidden=True, title=None, open=False)
        == '<a class="x" aria-label="&quot;" hidden></a>'
    )
    assert el("meta", http_equiv="y") == '<meta http-equiv="y">'


def test_children_may_be_lists_numbers_and_nothing() -> None:
    """Lists are opened, None is left out, anything else is written as text."""
    assert markup(["a", (1, None, el("br"))], 0) == "a1<br>0"


def test_characters_that_no_document_may_hold_are_shown() -> None:
    """A NUL or another control character becomes U+FFFD; tabs and line ends stay."""
    assert el("p", "a\x00b\x1b\t\n") == "<p>a\ufffdb\ufffd\t\n</p>"


def test_a_label_has_no_tags() -> None:
    """What Html says is read without its tags, and what was written as text comes back as it was."""
    assert text_of(markup("How ", el("bdi", "A <i> & B"), " is labelled")) == "How A <i> & B is labelled"
    assert text_of("plain <i>") == "plain <i>"
