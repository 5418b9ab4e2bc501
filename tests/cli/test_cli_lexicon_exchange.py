"""`framing lexicon import` and `export` on the command line."""

from __future__ import annotations

from pathlib import Path

from cli_samples import call, write_corpus

from framing.cli.lexicon.export import Target
from framing.errors import ExitCode
from framing.exchange import WRITERS

DIC = "%\n1\tbad\n2\tgood\n%\nferry*\t1\t9\nbold move\t2\nx*y\t1\n"


def test_an_imported_list_marks_a_corpus(tmp_path: Path) -> None:
    """A LIWC dictionary becomes a folder that `check` lets pass and `try` uses; all losses and the licence are told."""
    (tmp_path / "a.dic").write_text(DIC)
    mine = tmp_path / "mine"
    result = call("lexicon", "import", tmp_path / "a.dic", "-o", mine, "--valence", "bad=-2")
    assert result.code == 0, result.all
    assert "a.dic was read as LIWC or MFD .dic: 2 rows." in result.out
    assert "not carried over: a category that the header does not define (1)\n    a.dic:5: ferry* 9" in result.out
    assert "not carried over: a wildcard that is not at the end (1)\n    a.dic:7: x*y" in result.out
    assert "The licence is not known" in result.out
    assert "0 errors" in result.out
    assert call("lexicon", "check", mine).code == 0
    assert "Found nowhere" in call("lexicon", "try", mine, write_corpus(tmp_path / "c")).out


def test_many_losses_are_counted(tmp_path: Path) -> None:
    """Five of a kind are printed, the rest is a number."""
    (tmp_path / "l.txt").write_text("fine\n" + "\n".join(f"a*b{n}" for n in range(42)))
    out = call("lexicon", "import", tmp_path / "l.txt", "-o", tmp_path / "m").out
    assert "(42)" in out
    assert "and 37 more" in out
    assert out.count("l.txt:") == 5


def test_export_prints_what_is_lost(tmp_path: Path) -> None:
    """The files and every kind of loss are named; with --alone the bundled lists are left out."""
    (tmp_path / "mine.csv").write_text("term,category,valence,note\ngas guzzler,labels,-1,It blames.\n")
    result = call(
        "lexicon", "export", "--to", "liwc", "-o", tmp_path / "o", "--lexicon", tmp_path / "mine.csv", "--alone"
    )
    assert "with lexicon.dic: 1 entry." in result.out
    assert "not carried over: notes: 1 entry" in result.out
    assert (tmp_path / "o" / "lexicon.dic").read_text() == "%\n1\tlabels\n%\ngas guzzler\t1\n"


def test_options_are_checked(tmp_path: Path) -> None:
    """A senseless scale, valence or format is a mistake of usage; a hopeless file has code 4, a folder in use 6."""
    (tmp_path / "a.dic").write_text(DIC)
    for option in (["--scale", "9,1"], ["--valence", "bad=9"], ["--format", "gif"]):
        assert call("lexicon", "import", tmp_path / "a.dic", "-o", tmp_path / "m", *option).code == ExitCode.BAD_USAGE
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.csv").write_text("term\nbrave\n")
    result = call("lexicon", "import", tmp_path / "a.dic", "-o", tmp_path / "full")
    assert result.code == ExitCode.CANNOT_WRITE
    assert "give another folder with -o" in result.all
    (tmp_path / "b.dic").write_bytes(b"\x00\x01")
    assert call("lexicon", "import", tmp_path / "b.dic", "-o", tmp_path / "m").code == ExitCode.BAD_LEXICON
    assert not (tmp_path / "m").exists()


def test_every_writer_can_be_asked_for() -> None:
    """The choices of --to are the formats that are written."""
    assert [target.value for target in Target] == list(WRITERS)
