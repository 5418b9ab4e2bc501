"""A corpus as arrays: which word stands where, in whose voice."""

from __future__ import annotations

from candidate_samples import Text, make_tables
from hypothesis import given
from hypothesis import strategies as st

from framing.candidates.formulas import find_formulas, keep_words
from framing.candidates.words import Words, cut_stretches, read_words

TEXTS = st.text(st.sampled_from("abÉé9 .,\"-'’()\n"), max_size=80)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=2)


def read(*texts: Text) -> Words:
    """The words of texts."""
    return read_words(*make_tables(texts).values())


def rows(words: Words) -> list[tuple[str, int, int, bool, bool, bool]]:
    """Word by word: spelling, article, sentence, own, joined, capital."""
    columns = (words.article, words.sentence, words.own, words.joined, words.capital)
    spelled = [words.spellings[int(number)] for number in words.spelling]
    return list(zip(spelled, *(column.tolist() for column in columns), strict=True))


def read_slowly(texts: list[Text]) -> list[tuple[str, int, int, bool, bool, bool]]:
    """The same, character by character."""
    tables, out = make_tables(texts), []
    for number, sentence in enumerate(tables["sentences"].iter_rows(named=True)):
        article = int(sentence["article"].removeprefix("a"))
        text = texts[article].text
        quotes = tables["quotes"].filter(tables["quotes"]["article"] == sentence["article"])
        quoted = {n for start, end in quotes.select("start", "end").iter_rows() for n in range(start, end)}
        left_out = {n for start, end in texts[article].furniture for n in range(start, end)}
        behind: int | None = None
        n = sentence["start"]
        while n < sentence["end"]:
            end = n
            while end < sentence["end"] and text[end].isalnum() and end not in left_out:
                end += 1
            if end == n:
                n += 1
                continue
            gap = range(n if behind is None else behind, n)
            joined = behind is not None and not left_out & {*gap} and not text[behind:n].strip("'’- \n")
            out.append((text[n:end].lower(), article, number, n not in quoted, joined, text[n] != text[n].lower()))
            behind = n = end
    return out


@given(st.lists(st.tuples(TEXTS.filter(lambda text: text.strip()), SPANS), min_size=1, max_size=3))
def test_words_are_those_of_a_plain_reading(drawn: list[tuple[str, list[tuple[int, int]]]]) -> None:
    """Every word has its spelling, article, sentence, voice and neighbour, as a slow loop finds them."""
    texts = [
        Text("A", text, furniture=[(begin, min(begin + size, len(text))) for begin, size in spans if begin < len(text)])
        for text, spans in drawn
    ]
    assert rows(read(*texts)) == read_slowly(texts)


def test_quoted_words_are_not_the_outlets_own() -> None:
    """What stands between quotation marks is in another voice, and no phrase runs across them."""
    words = rows(read(Text("A", 'The mayor "lied" twice.')))
    assert [(word[0], word[3], word[4]) for word in words] == [
        ("the", True, False), ("mayor", True, True), ("lied", False, False), ("twice", True, False),
    ]  # fmt: skip


def test_headlines_and_furniture_are_left_out() -> None:
    """A headline in the text and a block of furniture have no words."""
    tables = make_tables([Text("A", "Mayor quits. He left. Sign up now.", furniture=[(22, 34)])])
    headline = tables["sentences"].with_row_index().select(
        *[name for name in tables["sentences"].columns if name != "words_headline"],
        words_headline=(tables["sentences"]["start"] == 0).cast(int),
    )  # fmt: skip
    words = read_words(tables["articles"], headline, tables["quotes"])
    assert [word[0] for word in rows(words)] == ["he", "left"]


def test_addresses_are_no_words() -> None:
    """Nothing of an address on the web is a word."""
    words = rows(read(Text("A", "See https://kesten/despot or www-kesten/x for more.")))
    assert [word[0] for word in words] == ["see", "or", "www", "kesten", "x", "for", "more"]


def test_an_empty_corpus_has_no_words() -> None:
    """A text without a letter gives empty columns."""
    assert rows(read(Text("A", "…"))) == []


def test_stretches_do_not_overlap() -> None:
    """Quotations that overlap are counted once."""
    tables = make_tables([Text("A", 'He "said it" twice.')])
    twice = tables["quotes"].vstack(tables["quotes"])
    stretches = cut_stretches(tables["articles"], tables["sentences"], twice)
    assert stretches["own"].to_list() == [True, False, True]


def test_wording_that_articles_repeat_is_left_out() -> None:
    """A run of six words in three articles is a formula, and a short sentence in three articles; in two it is none."""
    shared = "Read more of our brave new reporting. Our brave view."
    texts = [Text("A", f"{shared} Number {name} is brave.") for name in ("kobo", "lumi", "sato")]
    words = read(*texts)
    kept = keep_words(words, ~find_formulas(words))
    assert {word[0] for word in rows(kept)} == {"kobo", "lumi", "sato", "is", "brave"}
    pair = read(*texts[:2])
    assert not find_formulas(pair).any()
    assert [word[4] for word in rows(kept)] == [False, True, True] * 3
