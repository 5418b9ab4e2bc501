"""What a class says together: counts, agreement, overlap with the key, what moved, and the words that it proposes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from class_samples import MADE, class_of, put, tally
from exercise_samples import exercise, passage, spot

from framing.errors import ExerciseError
from framing.exercise.classroom.collected import Collected, Hands
from framing.exercise.classroom.draft import find_candidates
from framing.exercise.classroom.grading import read_before, write_class
from framing.exercise.classroom.grids import bin_numbers, split_columns
from framing.exercise.classroom.overlap import OVERLAP, reader_table
from framing.exercise.classroom.results import join_alpha, tally_others
from framing.exercise.classroom.rounds import count_round
from framing.exercise.classroom.shifts import find_shifts
from framing.exercise.classroom.tables import option_table
from framing.exercise.model import Count, Item, Mark, Order, Rate, Reveal
from framing.lexicon import check_folder, load_lexicon

FILES = ["class.html", "class.csv", "options.csv", "readers.csv", "look-again.csv", "not-used.csv",
         "lexicon/candidates.csv", "lexicon/lexicon.toml"]  # fmt: skip
SAID = {"q1": (2,), "q4": (1, 0, 2), "q5": (0, 1, None), "q6": ((1, 9), (None, 0)), "q7": 3, "q9": 4}


def sheet(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def others(answers: Collected, least: int = 5, before: Collected | None = None) -> dict[str, dict[str, dict[str, int]]]:
    """Question → line → option → readers."""
    then = count_round(MADE, before) if before else None
    found = tally_others(MADE, count_round(MADE, answers), then, least)
    return {one.question: {line.about: dict(line.counts) for line in one.lines} for one in found}


def test_missing_is_not_unmarked() -> None:
    """Who left a question out is no reader of it; who marked nothing is."""
    answers = class_of(*[(2,)] * 4, ())
    answers.readers["M"] = {"q7": 3}
    (one,) = tally(answers)
    assert (one.readers, one.counts[2], answers.present) == (5, 4, 6)


def test_fewer_than_five_are_not_shown(tmp_path: Path) -> None:
    """With four readers no sheet and no page shows a word, and asking for fewer than five does not help."""
    answers = Collected(readers={f"R{n}": dict(SAID) for n in range(4)})
    assert tally(answers, least=1) == []
    assert others(answers, least=1) == {}
    assert find_shifts(MADE, answers, least=1) == []
    write_class(MADE, answers, tmp_path)
    assert sheet(tmp_path / "class.csv") == sheet(tmp_path / "options.csv") == []
    page = (tmp_path / "class.html").read_text("utf-8")
    assert "slammed" not in page
    assert "With fewer than 5 readers" in page
    assert "4 answers" in page


def test_what_few_answered_is_left_out_alone() -> None:
    """A round before with too few readers shows no second bar, and a question that few answered is not shown."""
    five, four = class_of(*[(2,)] * 5), class_of(*[(4,)] * 4)
    five.readers["R0"]["q2"] = ()
    (one,) = tally(five, before=four)
    assert (one.question, one.before, one.readers_before) == ("q1", None, 0)
    (one,) = tally(five, before=class_of(*[(4,)] * 5))
    assert one.before is not None
    assert (one.before[4], one.readers_before) == (5, 5)


def test_agreement_is_right_or_undefined() -> None:
    """All alike reach 1, nobody marking is undefined, a hand-worked case agrees, and hands have none."""
    assert tally(class_of(*[(2, 4)] * 5))[0].alpha == 1
    assert tally(class_of(*[()] * 5))[0].alpha is None
    words = len(MADE.items[0].passages[0].words)
    found = tally(class_of((2,), (2,), (2,), (2,), ()))[0].alpha
    # one word has 4 marks of 5: 8 of its 20 ordered pairs differ, / 4 = 2; in all 4 marks among 5 x words values
    values = 5 * words
    assert found == pytest.approx(1 - 2 / (2 * 4 * (values - 4) / (values - 1)))
    assert tally(Collected(hands={"q1": Hands({2: 7}, 9)}))[0].alpha is None


def test_agreement_over_all_texts_leaves_out_what_is_missing() -> None:
    """A reader who left a text out says nothing of it; alpha over both texts is that of a table with a gap."""
    made = exercise(spot(1, "A mad plan."), spot(2, "A bold plan."))
    answers = Collected(readers={f"R{n}": {"q1": (1,), "q2": (1,)} for n in range(5)})
    answers.readers["M"] = {"q1": (1,)}
    found = tally(answers, made=made)
    assert join_alpha(found, answers) == 1
    answers.readers["M"] = {"q1": ()}
    # words of q1: 6 values each, one of them with 5 marks (10 of 30 ordered pairs differ, / 5 = 2); q2: 5 values each
    ones, zeros = 10, 23
    expected = 2 * ones * zeros / (ones + zeros - 1)
    assert join_alpha(tally(answers, made=made), answers) == pytest.approx(1 - 2 / expected)


def test_hands_count_as_readers_do() -> None:
    """A tally of hands shows the same shares, with as many readers as it says."""
    (one,) = tally(Collected(hands={"q1": Hands({2: 17}, 24)}))
    assert (one.counts[2], one.readers, one.counts[3]) == (17, 24, 0)


def test_a_count_that_is_not_known_is_no_zero(tmp_path: Path) -> None:
    """A word whose hands can't be used has a question mark, stands in no list, and is not one to look at again."""
    write_class(MADE, Collected(hands={"q1": Hands({2: 17}, 24, frozenset({4}))}), tmp_path)
    page = (tmp_path / "class.html").read_text("utf-8")
    assert '<span class="n">?</span><span class="t">reckless' in page
    assert "<b>reckless</b>" not in page
    assert "reckless" not in {row["word"] for row in sheet(tmp_path / "class.csv")}
    assert sheet(tmp_path / "look-again.csv") == []


def test_overlap_with_the_key_is_told_to_the_teacher() -> None:
    """Hits, extras and missed words of a reader, with reasons; arguable words in neither; others have their score."""
    answers = Collected(
        readers={"A": {"q1": (2, 5, 0), "q4": (1, 2, 0), "q5": (0, 2, 1), "q6": ((2, 4), (0, 9)), "q7": 4}},
        reasons={("A", "q1"): {2: "a blow"}},
    )
    rows = {row["question"]: row for row in reader_table(MADE, answers).iter_rows(named=True)}
    assert [rows["q1"][name] for name in ("hits", "extras", "missed", OVERLAP)] == [1, 1, 1, 0.25]
    assert rows["q1"]["reasons"] == "slammed: a blow"
    assert [rows[name][OVERLAP] for name in ("q4", "q5", "q6", "q7")] == [1, 1, 0.75, None]


def test_a_word_of_the_key_that_is_arguable_is_neither_hit_nor_missed() -> None:
    """A teacher who calls a key word arguable takes it out of hits and missed as the score does."""
    item = replace(spot(), tasks=(Mark("Which?", (2, 4), (4,)),))
    answers = class_of((4,))
    (row,) = reader_table(exercise(item), answers).iter_rows(named=True)
    assert (row["hits"], row["extras"], row["missed"], row[OVERLAP]) == (0, 0, 1, 0)


def test_other_questions_are_counted() -> None:
    """How often each class, place, number and rating came; what was left empty is not counted."""
    found = others(Collected(readers={f"R{n}": dict(SAID) for n in range(6)}))
    assert found["q5"] == {"said": {"plain": 6}, "slammed": {"approving": 6}, "hailed": {}}
    assert found["q4"] == {"tyrant": {"2": 6}, "leader": {"1": 6}, "ruler": {"3": 6}}
    assert found["q6"]["The mayor: words"] == {"9": 6}
    assert found["q6"]["Nobody named: times"] == {}
    assert list(found["q7"].values()) == [{"3": 6}]


def test_the_key_of_other_questions_stands_beside_them() -> None:
    """Places of options with equal ranks, classes that are accepted, the list's own count."""
    tied = Item("ladder-01", "ladder", "Order.", (), (Order("O", ("a", "b", "c"), (1, 0, 1)),))
    made = exercise(tied)
    answers = Collected(readers={f"R{n}": {"q1": (0, 1, 2)} for n in range(5)})
    (one,) = tally_others(made, count_round(made, answers))
    assert [sorted(line.listed) for line in one.lines] == [["2", "3"], ["1"], ["2", "3"]]
    frame = option_table(made, [one])
    assert frame.filter(about="b")["list"].to_list() == ["key", "none", "none"]


def test_many_numbers_are_put_together() -> None:
    """Columns of a count have their own numbers; more than seven become ranges of equal width, and none is lost."""
    item = Item("v-01", "voices", "Who?", (), (Count("C", ("A", "B"), ("times", "words"), ((1, 40), (2, 3))),))
    made = exercise(item)
    answers = Collected(readers={f"R{n}": {"q1": ((1, 5 * n), (2, n))} for n in range(9)})
    (one,) = tally_others(made, count_round(made, answers))
    times, words = (bin_numbers(part) for part in split_columns(one))
    assert times.options == ("1", "2")
    assert words.options[0] == "0–5"
    assert [sum(line.counts.values()) for line in words.lines] == [9, 9]
    assert words.lines[0].listed == {"36–41"}


def test_ratings_tell_who_moved() -> None:
    """Before and after something is told, of those who rated twice: up, down, the same; first with first again."""
    rates = tuple(Rate(name, "low", "high") for name in ("A?", "B?"))
    again = tuple(Rate(f"{name} now", "low", "high") for name in ("A?", "B?"))
    made = exercise(Item("b-01", "blind", "Read.", (), (*rates, Reveal("R", "x"), *again)))
    moves = [(3, 5), (3, 5), (3, 3), (4, 1), (2, 3), (1, 2)]
    answers = Collected(readers={f"R{n}": {"q1": a, "q2": 3, "q3": b, "q4": 3} for n, (a, b) in enumerate(moves)})
    answers.readers["M"] = {"q1": 5}
    first, second = find_shifts(made, answers)
    assert (first.prompt, first.up, first.same, first.down, first.readers) == ("A?", 4, 1, 1, 6)
    assert (second.up, second.same, second.down) == (0, 6, 0)
    assert find_shifts(exercise(Item("b-01", "blind", "Read.", (), rates)), answers) == []


def test_the_folder_closes_the_loop(tmp_path: Path) -> None:
    """Words that half of the class marked wait in a lexicon, which marks nothing until a person accepts them."""
    answers = class_of(*[(2, 12)] * 4, (12,))
    assert write_class(MADE, answers, tmp_path) == FILES
    folder = tmp_path / "lexicon"
    assert load_lexicon(folder).entries == ()
    assert not [fault for fault in check_folder(folder) if fault.severity == "error"]
    (row,) = sheet(folder / "candidates.csv")
    assert (row["term"], row["note"], row["action"]) == ("work", "Marked by 5 of 5 readers.", "candidate")
    assert row["#sentence"] == "Work begins in May."
    accept(folder / "candidates.csv")
    assert [entry.term for entry in load_lexicon(folder).entries] == ["work"]
    assert [one["word"] for one in sheet(tmp_path / "look-again.csv")] == ["reckless"]
    words = sheet(tmp_path / "class.csv")
    assert [words[2][name] for name in ("word", "marked", "readers", "share", "list")] == [
        "slammed", "4", "5", "0.8", "key"
    ]  # fmt: skip


def accept(path: Path) -> None:
    """As a teacher does: the cell `action` emptied."""
    path.write_text(path.read_text("utf-8").replace(",candidate,", ",,"), "utf-8")


def test_accepted_words_stay(tmp_path: Path) -> None:
    """A second round into the same folder keeps words that were accepted and the header as it was edited."""
    write_class(MADE, class_of(*[(12,)] * 5), tmp_path)
    folder = tmp_path / "lexicon"
    accept(folder / "candidates.csv")
    header = (folder / "lexicon.toml").read_text("utf-8").replace("Words of a class.", "Words of 9B.")
    put(folder / "lexicon.toml", header)
    write_class(MADE, class_of(*[(8, 12)] * 5), tmp_path)
    assert [entry.term for entry in load_lexicon(folder).entries] == ["work"]
    assert {row["term"]: row["action"] for row in sheet(folder / "candidates.csv")} == {"work": "", "a": "candidate"}
    assert (folder / "lexicon.toml").read_text("utf-8") == header
    put(folder / "candidates.csv", 'term,action\n"open,\n')
    with pytest.raises(ExerciseError, match="words that you accepted may stand there"):
        write_class(MADE, class_of(*[(8,)] * 5), tmp_path)
    assert (folder / "candidates.csv").read_text("utf-8") == 'term,action\n"open,\n'


def test_words_that_the_list_has_are_no_candidates() -> None:
    """A word of the key in another text, or one whose note cites the list, is none; a quoted one says so."""
    made = exercise(spot(), replace(spot(2, "The reckless zeal."), tasks=(Mark("Which?", ()),), notes=()))
    answers = Collected(readers={f"R{n}": {"q1": (9,), "q2": (1, 2)} for n in range(5)})
    rows = find_candidates(made, tally(answers, made=made))
    assert {row["term"]: row["note"] for row in rows} == {
        "disgrace": "Marked by 5 of 5 readers; a speaker's word.", "zeal": "Marked by 5 of 5 readers."
    }  # fmt: skip


def test_the_round_before_may_be_its_folder(tmp_path: Path) -> None:
    """The folder of the first round shows the same as its answers did, so that these can be deleted."""
    first = Collected(readers={f"R{n}": dict(SAID) for n in range(6)})
    second = Collected(readers={f"R{n}": {**SAID, "q1": (4,), "q5": (1, 1, 1)} for n in range(5)})
    write_class(MADE, first, tmp_path / "one")
    write_class(MADE, second, tmp_path / "two", read_before([tmp_path / "one"], MADE))
    write_class(MADE, second, tmp_path / "three", first)
    for name in FILES:
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "three" / name).read_bytes(), name
    row = sheet(tmp_path / "two" / "class.csv")[2]
    assert [row[name] for name in ("marked", "readers", "before", "readers_before")] == ["0", "5", "6", "6"]


def test_a_folder_of_another_exercise_is_refused(tmp_path: Path) -> None:
    """Rounds of two exercises are not mixed; a table that was changed by hand is refused, not guessed at."""
    write_class(MADE, class_of(*[(2,)] * 5), tmp_path)
    with pytest.raises(ExerciseError, match=f"it is of the exercise {MADE.id}"):
        read_before([tmp_path], exercise(spot()))
    text = (tmp_path / "class.csv").read_text("utf-8-sig")
    for old, new in ((",3,slammed", ",333,slammed"), (",3,slammed", ",x,slammed"), ("question", "other")):
        put(tmp_path / "class.csv", text.replace(old, new))
        with pytest.raises(ExerciseError, match="not as they were written"):
            read_before([tmp_path], MADE)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Words, reasons, prompts and places that begin like a formula are text in every sheet."""
    text = passage("x").words[0]
    words = tuple(replace(text, text=name, before=" ") for name in ("=cmd()", "+1", "@sum", "-2"))
    item = replace(spot(), passages=(replace(passage("x"), words=words),), tasks=(Mark("=Which?", (1,)),), notes=())
    made = exercise(item, Item("v-01", "verbs", "S", (), (Rate("=rate", "a", "b"),)))
    answers = Collected(readers={f"R{n}": {"q1": (0, 2, 3), "q2": 3} for n in range(5)})
    answers.reasons["R0", "q1"] = {0: "=1+1"}
    answers.lose("=evil.csv:1", "it is not whole", "@detail")
    write_class(made, answers, tmp_path)
    for path in tmp_path.rglob("*.csv"):
        for row in sheet(path):
            assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "@", "-")], path.name
