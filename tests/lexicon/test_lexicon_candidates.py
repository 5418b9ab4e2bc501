"""Rows that wait for a person: they mark nothing, and the check counts them."""

from __future__ import annotations

from pathlib import Path

from lexicon_folders import folder

from framing.lexicon import check_folder, load_lexicon


def test_candidates_are_not_read(tmp_path: Path) -> None:
    """A row with the action `candidate` is no entry and drops nothing, whatever else it says; others are read."""
    text = "action,term,category,valence\ncandidate,zarg,labels,\nCandidate,mogul,labels,a lot\n,despot,labels,-3\n"
    lexicon = load_lexicon(folder(tmp_path, {"ours.csv": text}))
    assert [entry.term for entry in lexicon.entries] == ["despot"]
    assert lexicon.drops == ()


def test_the_check_counts_candidates(tmp_path: Path) -> None:
    """It says how many wait and how to accept or refuse them, as a warning."""
    text = "action,term,category\ncandidate,zarg,labels\ncandidate,mogul,labels\n,despot,labels\n"
    faults = [fault for fault in check_folder(folder(tmp_path, {"ours.csv": text})) if "wait" in fault.fault]
    assert [(fault.place, fault.severity) for fault in faults] == [("ours/ours.csv:1", "warning")]
    assert str(faults[0]).endswith("2 candidates wait — empty `action` to accept, delete the row to refuse")


def test_another_action_is_still_a_fault(tmp_path: Path) -> None:
    """`candidat` is not taken for it."""
    faults = check_folder(folder(tmp_path, {"ours.csv": "action,term\ncandidat,zarg\n"}))
    assert [fault.severity for fault in faults if "candidat`" in fault.fault] == ["error"]
