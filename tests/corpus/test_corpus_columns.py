"""The user's columns are found under the names that are usual for them."""

from __future__ import annotations

import pytest

from framing.corpus.columns import ALIASES, MANIFEST_FIELDS, describe, recognise
from framing.errors import CorpusError

OTHERS = [
    (field, alias)
    for field, names in ALIASES.items()
    if field not in ("text", "file")
    for alias in names
    if alias != "article"
]


@pytest.mark.parametrize(("field", "alias"), OTHERS)
def test_every_alias_is_recognised_in_any_case(field: str, alias: str) -> None:
    """`Media Name`, `PUBLISHER`, `Publish-Date` and the like need no option."""
    written = alias.upper().replace("_", " ")
    assert recognise(["text", written], None, "a.csv")[field] == written


@pytest.mark.parametrize("alias", ALIASES["text"])
def test_every_alias_of_text_is_recognised(alias: str) -> None:
    """A table needs no column by the very name of text."""
    assert recognise(["id", alias.title()], None, "a.csv") == {"text": alias.title(), "id": "id"}


@pytest.mark.parametrize("alias", ALIASES["file"])
def test_every_alias_of_file_is_recognised(alias: str) -> None:
    """A manifest may call its first column what it likes, within reason."""
    assert recognise([alias.upper(), "source"], None, "a.csv", MANIFEST_FIELDS) == {
        "file": alias.upper(),
        "outlet": "source",
    }


def test_article_is_a_text_or_else_an_id() -> None:
    """A table written by this program, with `article` and `text`, is read back with its ids."""
    assert recognise(["article", "outlet"], None, "a.csv") == {"text": "article", "outlet": "outlet"}
    assert recognise(["article", "text"], None, "a.csv") == {"text": "text", "id": "article"}


def test_a_choice_of_the_user_comes_first() -> None:
    """--column outlet=desk wins over a column named outlet."""
    assert recognise(["text", "outlet", "desk"], {"outlet": "desk"}, "a.csv") == {"text": "text", "outlet": "desk"}


@pytest.mark.parametrize(
    ("header", "chosen", "fault", "fix"),
    [
        (["id", "words"], {}, "no `text` column; its columns are id, words", "--column text=COLUMN"),
        (["title", "url"], {}, "headlines alone (`title`) are not enough", "--column text=COLUMN"),
        (["text"], {"outlet": "desk"}, "no column `desk`; its columns are text", "--column outlet=COLUMN"),
        (["text"], {"paper": "text"}, "no field `paper`", "choose from text, id, outlet"),
        (["n" * 99] * 30, {}, "n" * 40 + "… and 10 more", "--column text=COLUMN"),
    ],
)
def test_a_missing_column_is_said_with_the_way_out(
    header: list[str], chosen: dict[str, str], fault: str, fix: str
) -> None:
    """The message names the columns that are there and the option that mends it."""
    with pytest.raises(CorpusError) as caught:
        recognise(header, chosen, "a.csv")
    assert fault in caught.value.fault
    assert fix in caught.value.fix


def test_only_columns_of_other_names_are_told() -> None:
    """A note says which column was taken for what; where all go by their own names there is none."""
    assert describe({"text": "body", "outlet": "Outlet", "id": "doc id"}, "a.csv") == [
        "a.csv: text from column `body`, id from column `doc id`."
    ]
    assert describe({"text": "Text", "date": "date"}, "a.csv") == []
