"""The check is itself checked: one bad file per fault, and the exact words in which it is named."""

# ruff: noqa: E501
# Messages are asserted whole, each on its own line.

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_folders import HEAD, folder, sheet

from framing.lexicon import check_folder, check_lexicon, load_lexicon
from framing.lexicon.list_rules import LIST_RULES
from framing.lexicon.row_rules import ROW_RULES
from framing.lexicon.stems import shares_stem

TYRANT = {"term": "tyrant", "forms": "tyrants", "hit": "She called the duke a tyrant."}
SO = "ours/labels.csv:2: `despot`"
REASON = "keep the better row, or give the reason under [overlaps] in lexicon.toml"

# name: rows, and every fault that must be named
FAULTY: dict[str, tuple[list[dict[str, str]], list[str]]] = {
    "term with spaces": (
        [{"term": " despot"}],
        [f"{SO}: term has spaces at an end — remove them"],
    ),
    "forms with spaces": (
        [{"forms": "despots "}],
        [f"{SO}: forms has spaces at an end — remove them"],
    ),
    "no valence": (
        [{"valence": ""}],
        [f"{SO}: valence is empty and read as 0 — fill it in"],
    ),
    "no intensity": (
        [{"intensity": ""}],
        [f"{SO}: intensity is empty and read as 1 — fill it in"],
    ),
    "out of range": (
        [{"valence": "4"}],
        [f"{SO}: valence is 4, out of range — give a number from -3 to 3, or leave the cell empty"],
    ),
    "twice in a category": (
        [{}, {}],
        ["ours/labels.csv:3: `despot` stands twice in labels (also ours/labels.csv:2) — remove one of the rows"],
    ),
    "a form of another": (
        [TYRANT, {"term": "tyrants", "forms": "", "hit": "We met two tyrants."}],
        [f"ours/labels.csv:2: `tyrant`: its form `tyrants` is a row of its own (ours/labels.csv:3) — {REASON}"],
    ),
    "a shared form": (
        [{"forms": "despotic"}, {"term": "despotism", "forms": "despotic", "hit": "They hated despotism."}],
        [f"ours/labels.csv:3: `despotism`: its form `despotic` is a form of `despot` (ours/labels.csv:2) — {REASON}"],
    ),
    "another stem": (
        [{"forms": "despots;tyrants"}],
        [f"{SO}: the form `tyrants` shares no stem with it — move the form to its own row, or mend it"],
    ),
    "a form twice": (
        [{"forms": "despots;Despots"}],
        [f"{SO}: the form `Despots` is there already — remove it from forms"],
    ),
    "a comma in forms": (
        [{"forms": "despots, despotic"}],
        [f"{SO}: the form `despots, despotic` holds a comma — put semicolons between forms"],
    ),
    "a form without letters": (
        [{"forms": "despots;!"}],
        [f"{SO}: the form `!` has no letter or digit — remove it from forms"],
    ),
    "forms beside exact": (
        [{"match": "exact"}],
        [f"{SO}: forms stand beside match `exact`, which looks for the term alone — empty one of the two"],
    ),
    "a hit that is not found": (
        [{"hit": "Marchers called him a bad king."}],
        [f"{SO}: it is not found in its `hit`: Marchers called him a bad king. — use one of its forms in the sentence"],
    ),
    "a hit that is hidden": (
        [{"hit": "He is an arch-despot."}, {"term": "arch-despot", "forms": "", "hit": "The arch despot fell."}],
        [
            f"{SO}: it is not found in its `hit` (the longer `arch-despot` hides it): He is an arch-despot."
            " — use one of its forms in the sentence",
            "ours/labels.csv:3: `arch-despot` stands after `despot` — sort the rows by term, capitals and small letters alike",
        ],
    ),
    "a miss that is found": (
        [{"unless": "despot moth", "miss": "He kept moths and a despot."}],
        [f"{SO}: it is found in its `miss`: He kept moths and a despot. — add the context to `unless`, or change the sentence"],
    ),
    "a context of something else": (
        [{"unless": "tyrant moth"}],
        [f"{SO}: the context `tyrant moth` does not contain it — write the whole phrase, the term included"],
    ),
    "a loaded plain word": (
        [{"plain": "tyrant"}, TYRANT],
        [f"{SO}: its plain word `tyrant` is itself loaded (ours/labels.csv:3) — choose a plainer word, or empty the cell"],
    ),
    "a set of one": (
        [{"set": "ruler"}],
        [f"{SO}: nothing else is in the set `ruler` — add another word to the set, or empty the cell"],
    ),
    "a set misspelt": (
        [{"set": "ruler"}, {**TYRANT, "set": "rulers"}, {"term": "ulcer", "forms": "", "set": "rulers", "hit": "An ulcer."}],
        [f"{SO}: nothing else is in the set `ruler` — did you mean `rulers`?"],
    ),
    "out of order": (
        [TYRANT, {}],
        ["ours/labels.csv:3: `despot` stands after `tyrant` — sort the rows by term, capitals and small letters alike"],
    ),
    "no note": (
        [{"note": ""}],
        [f"{SO} has no note — say in a sentence why it is listed"],
    ),
    "no hit": (
        [{"hit": ""}],
        [f"{SO} has no hit — give a sentence in which it must be found"],
    ),
    "no hit in the whole file": (
        [{"hit": ""}, {**TYRANT, "hit": ""}],
        ["ours/labels.csv: no row has a hit — give a sentence in which it must be found"],
    ),
    "one letter": (
        [{"term": "x", "forms": "", "hit": "An x."}],
        ["ours/labels.csv:2: `x`: `x` is a single letter and would match everywhere — write the whole word"],
    ),
    "function words": (
        [{"term": "of the", "forms": "", "hit": "King of the hill."}],
        ["ours/labels.csv:2: `of the`: `of the` is made of function words and would match everywhere"
         " — choose a longer phrase, or remove the row"],
    ),
    "a broad prefix": (
        [{"term": "des*", "match": "prefix", "forms": "", "hit": "A despot."}],
        ["ours/labels.csv:2: `des*`: `des*` would match everything that begins so"
         " — give at least four letters before the *, or list the forms"],
    ),
    "subject of a noun": (
        [{"subject": "-1"}],
        [f"{SO}: subject has a value, but it is no verb — empty subject, or set pos to verb"],
    ),
    "object of a noun": (
        [{"object": "-1"}],
        [f"{SO}: object has a value, but it is no verb — empty object, or set pos to verb"],
    ),
    "owner of an adjective": (
        [{"pos": "adj", "owner": "-1"}],
        [f"{SO}: owner has a value, but it is no noun — empty owner, or set pos to noun"],
    ),
}  # fmt: skip

HEADS = {
    "no licence": (HEAD.replace("licence", "scales"), "there is no licence — add licence = \"…\""),
    "no description": (HEAD.replace("description", "scales"), "there is no description — add description = \"…\""),
    "no source": (HEAD.replace("source", "scales"), "there is no source — add source = \"…\""),
    "no meaning": (HEAD.replace("What people are called.", ""), "the category `labels` has no meaning — add labels = \"…\" under [categories]"),
    "no row": (HEAD + 'praise = "p"', "the category `praise` has no row — remove it, or add its file"),
}  # fmt: skip


def found(path: Path) -> list[str]:
    return [str(fault) for fault in check_folder(path)]


def test_a_good_lexicon_has_no_fault(tmp_path: Path):
    """Nothing is said of a lexicon in order."""
    rows = [{}, {**TYRANT, "unless": "tyrant bird", "miss": "A tyrant bird sang."}]
    assert found(folder(tmp_path, {"labels.csv": sheet(*rows), "lexicon.toml": HEAD})) == []


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_named_in_exact_words(tmp_path: Path, name: str):
    """A file with one fault gets that message and no other."""
    rows, says = FAULTY[name]
    assert found(folder(tmp_path, {"labels.csv": sheet(*rows), "lexicon.toml": HEAD})) == says


@pytest.mark.parametrize("name", HEADS)
def test_each_fault_of_the_header_file_is_named(tmp_path: Path, name: str):
    """What lexicon.toml lacks is named with the line to add."""
    head, says = HEADS[name]
    assert found(folder(tmp_path, {"labels.csv": sheet({}), "lexicon.toml": head})) == [f"ours/lexicon.toml: {says}"]


def test_a_term_in_two_categories_is_named(tmp_path: Path):
    """The same term in two files of a lexicon needs a reason, and with one it is let be."""
    files = {"history.csv": sheet({}), "labels.csv": sheet({}), "lexicon.toml": HEAD + 'history = "h"\n'}
    says = f"ours/labels.csv:2: `despot` stands in labels and in history (ours/history.csv:2) — {REASON}"
    assert found(folder(tmp_path, files)) == [says]
    files["lexicon.toml"] += '[overlaps]\ndespot = "once a title"\n'
    assert found(folder(tmp_path, files)) == []


def test_a_shared_form_with_a_reason_is_let_be(tmp_path: Path):
    """A reason under [overlaps] holds for forms as well."""
    rows, _ = FAULTY["a shared form"]
    head = HEAD + '[overlaps]\ndespotic = "adjective of both"\n'
    assert found(folder(tmp_path, {"labels.csv": sheet(*rows), "lexicon.toml": head})) == []


def test_a_list_without_header_file_is_told_so_once(tmp_path: Path):
    """A two-column list gets three remarks, not three per word, and none of them is an error."""
    path = folder(tmp_path, {"w.csv": "term,category\n" + "".join(f"word{n},labels\n" for n in range(9))})
    assert [(str(fault), fault.severity) for fault in check_folder(path)] == [
        ("ours/lexicon.toml: there is no lexicon.toml, so no licence — write one with id, version, language and licence", "warning"),
        ("ours/w.csv: no row has a note — say in a sentence why it is listed", "warning"),
        ("ours/w.csv: no row has a hit — give a sentence in which it must be found", "warning"),
    ]  # fmt: skip


def test_unknown_columns_are_named_with_the_nearest(tmp_path: Path):
    """The check says what loading says of columns, and goes on to the other faults."""
    path = folder(tmp_path, {"labels.csv": "term,nots,reviewer\nof,,\n"})
    says = [(fault.fault, fault.severity) for fault in check_folder(path) if fault.place.startswith("ours/labels")]
    assert says == [
        ("there is no column `nots`", "error"),
        ("there is no column `reviewer`; it is not read", "warning"),
        ("`of` has no note", "warning"),
        ("`of` has no hit", "warning"),
        ("`of`: `of` is made of function words and would match everywhere", "error"),
    ]


def test_other_lexicons_are_taken_into_account(tmp_path: Path):
    """Sets may span lexicons; plain words, categories and drops are held against the others."""
    base = load_lexicon(folder(tmp_path, {"labels.csv": sheet({"set": "ruler"}), "lexicon.toml": HEAD}, "base"))
    text = "term,category,action,set,plain,note,hit\n"
    text += "despot,labels,,,,n,A despot.\ndespot,history,,,,n,A despot.\nking,labels,,ruler,despot,n,A king.\nqueen,,drop,,,,\n"
    mine = load_lexicon(folder(tmp_path, {"w.csv": text}, "mine"))
    assert [str(fault) for fault in check_lexicon(mine, [base]) if "/w.csv" in fault.place] == [
        f"mine/w.csv:3: `despot` stands in history and in labels (mine/w.csv:2) — {REASON}",
        "mine/w.csv:4: `king`: its plain word `despot` is itself loaded (mine/w.csv:2) — choose a plainer word, or empty the cell",
        "mine/w.csv:5: `queen` is to be dropped, but is not in the layers below"
        " — check its spelling and category, or remove the row",
    ]


def test_a_term_of_another_lexicon_in_another_category_is_named(tmp_path: Path):
    """A user is told that a new row stands beside a bundled one instead of replacing it."""
    base = load_lexicon(folder(tmp_path, {"labels.csv": sheet({}), "lexicon.toml": HEAD}, "base"))
    mine = load_lexicon(folder(tmp_path, {"w.csv": "term,category,note,hit\ndespot,mine,n,A despot.\n"}, "mine"))
    says = f"`despot` stands in mine and in labels (base/labels.csv:2) — {REASON}"
    assert f"mine/w.csv:2: {says}" in [str(fault) for fault in check_lexicon(mine, [base])]
    verb = load_lexicon(
        folder(tmp_path, {"w.csv": "term,category,pos,note,hit\ndespot,mine,verb,n,A despot.\n"}, "mine")
    )
    assert not any("stands in" in fault.fault for fault in check_lexicon(verb, [base]))


@pytest.mark.parametrize(
    ("term", "form"),
    [("thief", "thieves"), ("go", "went"), ("be", "is"), ("lie", "lying"), ("sing", "sang"), ("take", "took"),
     ("fight", "fought"), ("tooth", "teeth"), ("lash out", "lashing out"), ("lose his nerve", "lost her nerve"),
     ("hard-liner", "hardliners"), ("go to war", "went to war"), ("man of the people", "men of the people"), ("bad", "worse"),
     ("axe", "axing"), ("debacle", "débâcle"), ("inquire", "enquired")],
)  # fmt: skip
def test_irregular_forms_share_a_stem(term: str, form: str):
    """English has its ways: none of these forms is taken for another word's."""
    assert shares_stem(form, term)


@pytest.mark.parametrize(
    ("term", "form"), [("despot", "tyrants"), ("lash out", "rail at"), ("go", "stop"), ("lie", "lump")]
)
def test_forms_of_other_words_share_none(term: str, form: str):
    """A synonym that slipped into `forms` is noticed."""
    assert not shares_stem(form, term)


def test_every_rule_says_what_it_finds():
    """Each rule of the check is described."""
    assert all(rule.__doc__ for rule in (*ROW_RULES.values(), *LIST_RULES.values()))
