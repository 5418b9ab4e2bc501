"""The loose roles, as docs/stance.md shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from toward_samples import frame

from framing.link.loose import Loose
from framing.stance.weights import load_model

PAGE = Path(__file__).resolve().parents[2] / "docs" / "stance.md"
EXAMPLES = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("role", "example"), EXAMPLES)
def test_the_bold_word_has_the_role(role: str, example: str):
    """In the sentence of each line the word in bold has that role toward the target in brackets."""
    word = re.search(r"\*\*(.+)\*\*", example)[1]  # type: ignore[index]
    targets = frame(example.replace("**", ""))
    contacts, _ = load_model().reader.read(*(targets[name].to_list() for name in targets.columns))
    text = targets["text"][0]
    spots = zip(contacts.start.tolist(), contacts.end.tolist(), contacts.role.tolist(), strict=True)
    found = {text[start:end]: Loose(number).name.lower() for start, end, number in spots if number >= min(Loose)}
    assert found.get(word) == role


def test_every_loose_role_is_shown():
    """The page has one line for each, in their order."""
    assert [role for role, _ in EXAMPLES] == [role.name.lower() for role in Loose]
