"""Small lists in the formats of other tools, with the scars that real ones have; every word of them is our own."""

from __future__ import annotations

from pathlib import Path

from framing.exchange import READERS, read_foreign
from framing.exchange.model import Foreign, Scale
from framing.lexicon import Entry

LIWC = (
    "%\n01\tnegative\n2\tpraise\n%\ndespot*\t1\nhard line\t1\t 2 \nmasterstroke\t2\t\nlike\t(02 134)125/464\t2\n"
    "kind\t<of>131/125\nghost\t9\nlonely\n"
)
MFD = "%  \t\n1 care.virtue\n2 care.vice\n%\t\t\nkind*   1\ncruel   2  1\n"
NESTED = "%\n1\taffect\n\t2\tnegative\n\t\t3\tanger\n\t4\tpositive\n5\tother\n%\nfury\t3\njoy\t4\nrock\t5\n"
DICX = 'DicTerm,negative,praise\ndespot*,X,\n"hard, line",,\nmasterstroke,,0.7\n'
QUANTEDA = """# a comment
labels:
  negative:
    - despot*
    - "hard line"
    - no
    - 12:30
  praise: [masterstroke, yes]
on: [off]
"""
LC3 = "+negative\ndespot*\n\n+ positive\nmasterstroke\n"
LCD = '<?xml version="1.0" encoding="UTF-8"?><dictionary><cnode name="negative"><pnode name="despot*"/>' \
      '<cnode name="mild"><pnode name="gruff"/></cnode></cnode></dictionary>'  # fmt: skip
WORDSTAT = "NEGATIVE\n\tDESPOT* (1)\n\tMILD\n\t\tGRUFF (1)\n@NEAR [BAD AND GOOD]\nPRAISE\n\tMASTER_STROKE (1)\n"
VADER = "despot\t-2.6\t0.49\t[-3, -2]\n\n:-(\t-1.5\t0.5\t[-1]\nbrave\t4\t0.1\t[4]\nlost\n"
EMOLEX = "despot\tanger\t1\ndespot\tjoy\t0\nbrave\tjoy\t1\n"
PAIRS = "despot\t1.5\nbrave\t9\nrock\t5\n"
LIST = "; loud words\n# more\ndespot\n\nhard line\n2-faced\n"
CSV = "word;score;class\ndespot;-2,5;labels\nbrave;2;praise\n;1;praise\n"

FILES: dict[str, tuple[str, str]] = {
    "liwc": ("a.dic", LIWC),
    "dicx": ("a.dicx", DICX),
    "quanteda": ("a.yml", QUANTEDA),
    "lc3": ("a.lc3", LC3),
    "lcd": ("a.lcd", LCD),
    "yoshikoder": ("a.ykd", LCD),
    "wordstat": ("a.cat", WORDSTAT),
    "vader": ("a.txt", VADER),
    "nrc": ("b.txt", EMOLEX),
    "tsv": ("c.tsv", PAIRS),
    "csv": ("a.csv", CSV),
    "list": ("d.txt", LIST),
}
"""Format → a file of it; the format must be told from the file alone."""

ENTRIES = (
    Entry("despot", "labels", forms=("despots",), pos="noun", valence=-3, plain="leader", note="n"),
    Entry("hard line", "labels", valence=-1, match="exact"),
    Entry("kaka*", "praise", valence=2, match="prefix"),
    Entry("no", "on: yes", valence=1.5),
    Entry("Reich", "labels", valence=-2, match="cased"),
    Entry("naïve", "labels", valence=-0.75, unless=("naïve art",)),
)


def read(root: Path, name: str, text: str | bytes, kind: str | None = None, scale: Scale | None = None) -> Foreign:
    """A file of this name and content, read."""
    (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_foreign(root / name, kind, scale)


def terms(found: Foreign) -> list[tuple[str, str]]:
    """Category and term of what was read, in order."""
    return [(row["category"], row["term"]) for row in found.rows]


assert FILES.keys() == READERS.keys() - {"xlsx"}
