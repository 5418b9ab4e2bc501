"""The bundled lexicons: without a fault, large enough, and as ready to praise as to blame."""

from __future__ import annotations

from statistics import mean

import pytest

from framing import resources
from framing.lexicon import Lexicon, check_lexicon, load_lexicons
from framing.lexicon.load import bundled_folders

FEWEST = {"loaded-en": 900, "reporting-en": 150}
SHARE_OF_PRAISE = 0.30
LARGEST_GAP = 0.5


@pytest.fixture(scope="module")
def bundled() -> dict[str, Lexicon]:
    return {layer.id: layer for layer in load_lexicons().layers}


def strongest(lexicon: Lexicon) -> tuple[list[float], list[float]]:
    """Strengths of the entries that praise, and of those that blame, by each entry's strongest value."""
    values = [entry.strongest for entry in lexicon.entries]
    return [value for value in values if value > 0], [-value for value in values if value < 0]


def test_every_bundled_folder_is_read(bundled: dict[str, Lexicon]):
    """Each folder of lexicons/ has its lexicon.toml, and both lexicons of words are loaded."""
    folders = [path for path in resources.lexicons().iterdir() if path.is_dir()]
    assert [path.name for path in folders if not (path / "lexicon.toml").is_file()] == []
    assert set(bundled) == set(FEWEST)
    assert len(bundled_folders()) == len(bundled)


@pytest.mark.parametrize("name", FEWEST)
def test_no_bundled_lexicon_has_a_fault(bundled: dict[str, Lexicon], name: str):
    """The check finds nothing at all, warnings included."""
    others = [lexicon for lexicon in bundled.values() if lexicon.id != name]
    assert [str(fault) for fault in check_lexicon(bundled[name], others)] == []


@pytest.mark.parametrize(("name", "fewest"), FEWEST.items())
def test_bundled_lexicons_are_large_enough(bundled: dict[str, Lexicon], name: str, fewest: int):
    """The lists are as long as the documentation says."""
    assert len(bundled[name].entries) >= fewest


def test_the_list_praises_as_well_as_it_blames(bundled: dict[str, Lexicon]):
    """
    Of the entries of loaded-en that colour somebody, at least 30 in 100 praise, and praise is as strong as blame.

    A list that only knows blame is itself slanted.
    """
    praise, blame = strongest(bundled["loaded-en"])
    assert len(praise) / (len(praise) + len(blame)) >= SHARE_OF_PRAISE
    assert abs(mean(praise) - mean(blame)) <= LARGEST_GAP


def test_reporting_verbs_know_neutral_ones(bundled: dict[str, Lexicon]):
    """Plain verbs of saying are listed, and don't count as loaded."""
    plain = {entry.term for entry in bundled["reporting-en"].entries if not entry.loaded}
    assert "say" in plain
    assert any(entry.loaded for entry in bundled["reporting-en"].entries)


def test_all_citations_are_different():
    """An entry is named by its citation alone."""
    citations = [entry.citation for entry in load_lexicons().in_force()]
    assert len(citations) == len(set(citations))
