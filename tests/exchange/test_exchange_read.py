"""Lists of other tools are read as people write them, and what can't be kept is named with its place."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from exchange_samples import CSV, FILES, LCD, LIST, LIWC, MFD, NESTED, PAIRS, VADER, read, terms
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from framing.errors import LexiconError, OutputError
from framing.exchange import READERS, read_foreign
from framing.exchange.folder import merge, write_lexicon
from framing.exchange.model import Foreign
from framing.exchange.terms import add_term
from framing.lexicon import check_folder, load_lexicon
from framing.lexicon.words import fold

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.from_regex(r"\A[#=':\-]*[aA]b*[*?)]?\Z")


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_told_from_its_file(tmp_path: Path, name: str) -> None:
    """Nobody has to say what a file is; and saying so gives the same."""
    file, text = FILES[name]
    found = read(tmp_path, file, text)
    assert found.format == name
    assert terms(read(tmp_path, file, text, name)) == terms(found)
    assert found.rows


def test_liwc_is_read_with_its_scars(tmp_path: Path) -> None:
    """Ids like 01, trailing tabs, phrases; conditions, undefined ids and words without a category are named by line."""
    found = read(tmp_path, "a.dic", LIWC)
    assert terms(found) == [
        ("negative", "despot*"), ("negative", "hard line"), ("praise", "hard line"), ("praise", "masterstroke"),
        ("praise", "like"),
    ]  # fmt: skip
    assert [row["match"] for row in found.rows[:2]] == ["prefix", ""]
    assert [str(loss) for loss in found.losses] == [
        "a.dic:8: a condition: (02 134)125/464",
        "a.dic:9: a condition: <of>131/125",
        "a.dic:9: an entry without a category: kind",
        "a.dic:10: a category that the header does not define: ghost 9",
        "a.dic:11: an entry without a category: lonely",
    ]


def test_mfd_with_spaces_for_tabs_is_read(tmp_path: Path) -> None:
    """The first Moral Foundations Dictionary has spaces where tabs belong, in the header and below."""
    assert terms(read(tmp_path, "mfd.dic", MFD)) == [
        ("care.virtue", "kind*"), ("care.vice", "cruel"), ("care.virtue", "cruel"),
    ]  # fmt: skip


def test_nested_categories_are_joined_with_dots(tmp_path: Path) -> None:
    """Leading tabs of the header make a category part of the one above."""
    assert terms(read(tmp_path, "n.dic", NESTED)) == [
        ("affect.negative.anger", "fury"), ("affect.positive", "joy"), ("other", "rock"),
    ]  # fmt: skip


def test_dicx_weights_are_kept(tmp_path: Path) -> None:
    """A mark is a mark; a weight without a scale is kept beside and is no valence; with a scale it is one."""
    file, text = FILES["dicx"]
    assert [(row["term"], row["#weight"], row["valence"]) for row in read(tmp_path, file, text).rows] == [
        ("despot*", "", ""), ("masterstroke", "0.7", ""),
    ]  # fmt: skip
    assert [str(loss) for loss in read(tmp_path, file, text).losses] == [
        "a.dicx:3: an entry without a category: hard, line",
        "a.dicx: weights of an unknown scale: 1 weight in the column #weight; --scale LOW,HIGH makes valences of them",
    ]
    assert read(tmp_path, file, text, scale=(-1, 1)).rows[1]["valence"] == "2.1"
    found = read(tmp_path, "b.dicx", "DicTerm,a,b\nbrave,X,0,X\n")
    assert terms(found) == [("a", "brave")]
    assert [loss.kind for loss in found.losses] == ["a category that the header does not define"]


def test_yaml_turns_nothing_into_anything(tmp_path: Path) -> None:
    """`no`, `yes`, `on` and `12:30` are the words and keys that stand there."""
    assert terms(read(tmp_path, *FILES["quanteda"])) == [
        ("labels.negative", "despot*"), ("labels.negative", "hard line"), ("labels.negative", "no"),
        ("labels.negative", "12:30"), ("labels.praise", "masterstroke"), ("labels.praise", "yes"), ("on", "off"),
    ]  # fmt: skip


def test_escapes_of_yaml_do_no_harm(tmp_path: Path) -> None:
    """Halves of characters and control characters, which an escape can write, become spaces."""
    found = read(tmp_path, "a.yml", '"a\\u001bb": ["bra\\ud800ve", "\\ud800", "x\\ny"]')
    assert terms(found) == [("a b", "bra ve"), ("a b", "x y")]
    assert [str(loss) for loss in found.losses] == ["a.yml:1: a term without a letter or digit:  "]


def test_lexicoder_and_yoshikoder_are_read(tmp_path: Path) -> None:
    """Plus signs and nested nodes open categories."""
    assert terms(read(tmp_path, *FILES["lc3"])) == [("negative", "despot*"), ("positive", "masterstroke")]
    assert terms(read(tmp_path, "a.ykd", LCD)) == [("negative", "despot*"), ("negative.mild", "gruff")]


def test_wordstat_is_read_and_its_macros_named(tmp_path: Path) -> None:
    """Tabs nest; terms are small, underscores are spaces; a rule of proximity is a loss."""
    found = read(tmp_path, *FILES["wordstat"])
    assert terms(found) == [("NEGATIVE", "despot*"), ("NEGATIVE.MILD", "gruff"), ("PRAISE", "master stroke")]
    assert [str(loss) for loss in found.losses] == ["a.cat:5: a rule of proximity: @NEAR [BAD AND GOOD]"]
    weighted = read(tmp_path, "w.cat", "BAD\n\tCRUEL (2)\n\tGRUFF (1)\n")
    assert [row["#weight"] for row in weighted.rows] == ["2", ""]


def test_vader_s_scale_becomes_ours(tmp_path: Path) -> None:
    """-4 … +4 becomes -3 … +3; blank lines are passed over; emoticons and lines without a number are named."""
    found = read(tmp_path, "vader.txt", VADER)
    assert [(row["term"], row["valence"]) for row in found.rows] == [("despot", "-1.95"), ("brave", "3")]
    assert [loss.kind for loss in found.losses] == ["a term without a letter or digit", "a line without a number"]


def test_emoticons_are_no_words(tmp_path: Path) -> None:
    """ ":D" would be found in every "d", "8)" in every 8: they are named; short words with full stops stay."""
    found = read(tmp_path, "d.txt", ":D\n8-)\n<3\no_O\nd:\nu.s.\nq&a\nj/k\n'tis\nso_called\n")
    assert {loss.kind for loss in found.losses} == {"an emoticon"}
    assert [loss.what for loss in found.losses] == [":D", "8-)", "<3", "o_O", "d:"]
    assert terms(found) == [("d", term) for term in ("u.s.", "q&a", "j/k", "'tis", "so called")]


def test_signs_before_a_word_are_left_out_and_named(tmp_path: Path) -> None:
    """A hashtag would be a comment of our sheet, an equals sign a formula; no text is searched for either."""
    found = read(tmp_path, "x.lc3", '+=cat\n#marchers\n=HYPERLINK("x")\n"so-called"\n-ish\n')
    assert terms(found) == [("cat", "marchers"), ("cat", 'HYPERLINK("x")'), ("cat", 'so-called"'), ("cat", "ish")]
    assert [loss.what for loss in found.losses] == ["#marchers", '=HYPERLINK("x")']


def test_affects_and_numbers_are_read(tmp_path: Path) -> None:
    """EmoLex counts where a 1 stands; a bare number needs a scale to be a valence, and that is said."""
    assert terms(read(tmp_path, *FILES["nrc"])) == [("anger", "despot"), ("joy", "brave")]
    bare = read(tmp_path, "c.tsv", PAIRS)
    assert [row["#weight"] for row in bare.rows] == ["1.5", "9", "5"]
    assert [loss.kind for loss in bare.losses] == ["weights of an unknown scale"]
    assert [row["valence"] for row in read(tmp_path, "c.tsv", PAIRS, scale=(1, 9)).rows] == ["-2.62", "3", "0"]


def test_lists_and_tables_are_read(tmp_path: Path) -> None:
    """Comments are passed over; a table of other columns gives term, category and weight, with a decimal comma."""
    assert terms(read(tmp_path, "d.txt", LIST)) == [("d", "despot"), ("d", "hard line"), ("d", "2-faced")]
    rows = read(tmp_path, "a.csv", CSV, scale=(-3, 3)).rows
    assert [(row["category"], row["term"], row["valence"]) for row in rows] == [
        ("labels", "despot", "-2.5"), ("praise", "brave", "2"),
    ]  # fmt: skip


def test_a_value_of_others_is_none_of_ours(tmp_path: Path) -> None:
    """A table with columns that lexicons don't have means something else by "valence"; what is not read is named."""
    for name in ("vad.csv", "vad.txt"):
        found = read(tmp_path, name, "Word\tValence\tArousal\tpos\nbrave\t0.8\t0.4\tadj\ncrowd\t0.4\t0.5\tNN\n")
        assert found.format == "csv"
        assert [(row["valence"], row["#weight"], row.get("pos", "")) for row in found.rows] == [
            ("", "0.8", "adj"), ("", "0.4", ""),
        ]  # fmt: skip
        assert [(loss.kind, loss.what.partition(";")[0]) for loss in found.losses] == [
            ("a column that is not read", "arousal"),
            ("a cell that no lexicon can have", "pos nn"),
            ("weights of an unknown scale", "2 weights in the column #weight"),
        ]


def test_comments_and_actions_of_a_table_are_named(tmp_path: Path) -> None:
    """A hashtag in a table looks like a comment: it is said that it was taken for one, and so are dropped terms."""
    found = read(tmp_path, "a.csv", "# ours\nterm,valence,action\n#marchers,1,\nbrave,2,\nold,,drop\nodd,9,\n")
    assert [str(loss) for loss in found.losses] == [
        "a.csv:3: a line that begins with #, read as a comment: #marchers,1,",
        "a.csv:5: a row with an action: old drop",
        "a.csv:6: a cell that no lexicon can have: valence 9",
    ]
    assert [(row["term"], row["valence"]) for row in found.rows] == [("brave", "2"), ("odd", "")]


def test_windows_letters_are_read(tmp_path: Path) -> None:
    """A file of Windows-1252 or UTF-16 is text, too."""
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        assert terms(read(tmp_path, "d.txt", "naïve\ncliché\n".encode(encoding))) == [("d", "naïve"), ("d", "cliché")]


def test_wildcards_inside_are_named(tmp_path: Path) -> None:
    """Only a star at the end can be kept."""
    found = read(tmp_path, "d.txt", "de*pot\nw?rd\nfine*\n")
    assert terms(found) == [("d", "fine*")]
    assert [loss.what for loss in found.losses] == ["de*pot", "w?rd"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.dic", b"\x89PNG\x00\x00", "binary"),
        ("a.dic", b"word\t1\n", "no header between two lines"),
        ("a.dicx", b"Term,x\n", "the first cell is not DicTerm"),
        ("a.yml", b"a: [b\n", "not valid YAML"),
        ("a.yml", b"a: &x [b]\nc: *x\n", "it has an alias"),
        ("a.yml", b"[" * 5000, "nested too deeply"),
        ("a.lcd", b"<dictionary><cnode>", "not valid XML"),
        ("a.lcd", b'<!DOCTYPE x [<!ENTITY a "b">]><x cnode=""/>', "declares a document type"),
        ("a.lc3", b"+only\n+categories\n", "no word of it can be used"),
        ("a.csv", b"colour,size\nred,1\n", "no column holds the terms"),
        ("a.xlsx", b"PK\x03\x04 no workbook", "no workbook that can be read"),
        ("a.txt", b"x" * 1_000_001, "longer than 1 MB"),
        ("none.xlsx", None, "there is no such file"),
        ("vad.txt", b"despot\t0.1\t0.8\t0.9\n", "nobody can tell what it is"),
        ("a.odt", b"one\ttwo\tthree\n", "nobody can tell what it is"),
        ("none.dic", None, "there is no such file"),
    ],
)  # fmt: skip
def test_hopeless_files_are_refused_in_words(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    """Each refusal names the file, the fault and the way out."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        read_foreign(tmp_path / name)
    assert says in str(caught.value)
    assert name in str(caught.value)
    assert "fix: " in str(caught.value)


@pytest.mark.parametrize("name", READERS)
@given(data=st.binary(max_size=200) | st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    """No file makes a reader fail in another way than by its message."""
    path = tmp_path_factory.getbasetemp() / f"fuzz{READERS[name].endings[0]}"
    path.write_bytes(data)
    try:
        found = read_foreign(path, name)
    except LexiconError:
        return
    assert all(row["term"] and row["category"] is not None for row in found.rows)


@given(
    st.lists(
        st.sampled_from(
            [
                "%",
                "1\ta",
                "\t2\tb",
                "word\t1",
                "a: [b, c*]",
                "- x",
                "+cat",
                "<cnode name='a'>",
                "X (1)",
                "@M [x]",
                "w\t1\t2",
                "w\tjoy\t1",
                "DicTerm,a",
                "w,X",
                "term;score",
                "q;1",
                "*",
                "",
                "\t",
            ]
        )
    )
)
@pytest.mark.parametrize("name", sorted(READERS.keys() - {"xlsx"}))  # fmt: skip
def test_any_lines_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, lines: list[str]) -> None:
    """Nor does any mixture of the formats' own lines."""
    path = tmp_path_factory.getbasetemp() / f"mix{READERS[name].endings[0]}"
    path.write_text("\n".join(lines))
    try:
        found = read_foreign(path, name)
    except LexiconError:
        return
    assert found.rows


def test_lists_are_joined_into_a_lexicon(tmp_path: Path) -> None:
    """Categories of the same name are one, doubled rows count once, a category's valence fills what is empty."""
    lists = [
        read(tmp_path, "a.lc3", "+bad\ndespot*\nDespot*\ncruel\n"),
        read(tmp_path, "b.lc3", "+bad\ncruel\n+no/good\nx y\n"),
    ]
    merged = merge(lists, {"Bad": "-2"})
    assert merged.twice == 2
    files = write_lexicon(tmp_path / "mine", merged, ["a.lc3", "b.lc3"])
    assert files == ["lexicon.toml", "bad.csv", "no-good.csv"]
    lexicon = load_lexicon(tmp_path / "mine")
    assert {(e.term, e.category, e.valence, e.match) for e in lexicon.entries} == {
        ("cruel", "bad", -2, "inflect"), ("despot*", "bad", -2, "prefix"), ("x y", "no/good", 0, "inflect"),
    }  # fmt: skip
    assert "a.lc3, b.lc3" in lexicon.source
    assert not [fault for fault in check_folder(tmp_path / "mine") if fault.severity == "error"]
    with pytest.raises(OutputError, match="something already"):
        write_lexicon(tmp_path / "mine", merged, [])
    with pytest.raises(LexiconError, match="there is no category 'good'"):
        merge(lists, {"good": "1"})


def test_joined_lists_hold_no_term_twice(tmp_path: Path) -> None:
    """Our lexicons know neither case of a category nor a prefix beside its own term: such rows are one."""
    lists = [read(tmp_path, "a.lc3", "+Bad\nabus\nabus*\nso-called\n+bad\nSO CALLED\n")]
    lists.append(read(tmp_path, "b.csv", "term,category,valence\nabus,BAD,-2\n"))
    merged = merge(lists, {})
    assert merged.twice == 3
    write_lexicon(tmp_path / "mine", merged, [])
    assert [(e.term, e.category, e.match) for e in load_lexicon(tmp_path / "mine").entries] == [
        ("abus*", "Bad", "prefix"), ("so-called", "Bad", "inflect"),
    ]  # fmt: skip


@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from(["Bad", "bad", "con", "a/b", "a-b", "", "..", "ünd", "=x", "#y"]) | TEXTS),
        min_size=1,
    )
)
def test_whatever_is_read_makes_a_lexicon(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    """Every term that is not named as lost stands in the folder that is written, and the folder can be used."""
    into = Foreign()
    for number, (term, category) in enumerate(pairs):
        add_term(into, f"x:{number}", term, category)
    if not into.rows:
        return
    merged = merge([into], {})
    folder = tmp_path_factory.mktemp("any") / "mine"
    write_lexicon(folder, merged, ["x"])
    lexicon = load_lexicon(folder)
    assert len(lexicon.entries) == len(into.rows) - merged.twice
    assert {(fold(e.term), e.category.casefold()) for e in lexicon.entries} == {
        (fold(row["term"]), row["category"].casefold()) for row in into.rows
    }
    assert set(lexicon.categories) == set(merged.rows)


def test_nesting_without_end_is_refused_or_cut(tmp_path: Path) -> None:
    """Nodes in nodes in nodes: no depth makes a reader fail."""
    for node in ("x", "cnode"):
        nested = f"<d><cnode name='a'><pnode name='brave'/></cnode>{f'<{node}>' * 5000}{f'</{node}>' * 5000}</d>"
        found = read(tmp_path, "a.lcd", nested)
        assert terms(found) == [("a", "brave")]
        assert [loss.kind for loss in found.losses] == ["categories nested too deeply"]


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    """Each sheet is a category unless a column says otherwise; rows that begin with # are comments."""
    book = Workbook()
    book.active.title = "labels"
    for row in (["term", "valence"], ["# note", None], ["despot", -3], [None, None]):
        book.active.append(row)
    book.create_sheet("praise v1.2").append(["Word"])
    book["praise v1.2"].append(["brave"])
    raw = io.BytesIO()
    book.save(raw)
    found = read(tmp_path, "a.xlsx", raw.getvalue())
    assert [(row["category"], row["term"], row["valence"]) for row in found.rows] == [
        ("labels", "despot", "-3"), ("praise v1.2", "brave", ""),
    ]  # fmt: skip


def test_a_workbook_s_word_on_its_size_is_not_taken(tmp_path: Path) -> None:
    """A row that says it is the billionth is refused; a sheet that says it has one cell is read whole."""
    book = Workbook()
    for row in (["term", "note"], ["brave", "n"], ["cruel", "m"]):
        book.active.append(row)
    raw = io.BytesIO()
    book.save(raw)
    small = _with_sheet(raw.getvalue(), b'<dimension ref="A1:B3"', b'<dimension ref="A1"')
    assert [row["note"] for row in read(tmp_path, "a.xlsx", small).rows] == ["n", "m"]
    high = _with_sheet(raw.getvalue(), b'<row r="3"', b'<row r="1000000000"')
    with pytest.raises(LexiconError, match="more than 200,000 rows"):
        read(tmp_path, "b.xlsx", high)
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    with pytest.raises(LexiconError, match="too large"):
        read(tmp_path, "c.xlsx", bomb.getvalue())


def _with_sheet(book: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook whose first sheet has other XML."""
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(book)) as archive, ZipFile(changed, "w") as written:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith("sheet1.xml"):
                assert old in data
                data = data.replace(old, new)
            written.writestr(name, data)
    return changed.getvalue()
