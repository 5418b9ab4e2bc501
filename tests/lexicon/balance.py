"""What balance means for the bundled lists; the tables of docs/lexicons.md are held against these."""

from __future__ import annotations

COUNTERPARTS: dict[str, str] = {
    "labels": "praise and hero",
    "ridicule": "praise and hero",
    "doubt": "certainty and, of verbs, approving",
    "threat": "hero and praise",
    "violence": "hero and praise",
    "dehumanising": "victim and praise",
    "praise": "labels and ridicule",
    "hero": "labels and threat",
    "hostile": "approving",
    "doubting": "approving",
    "conceding": "approving",
    "approving": "hostile, doubting and conceding",
}
"""Categories that lean one way by what they are, and what answers them."""
TWO_SIDED: dict[str, float] = {
    "appearance": 0.30,
    "emotion": 0.20,
    "sensation": 0.20,
    "certainty": 0.12,
    "euphemism": 0.25,
    "victim": 0.30,
}
"""Categories that praise and blame: the least share that the weaker side has among the words that colour somebody."""
MATCHED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a government": (("regime", "junta"), ("legitimate government", "democratically elected")),
    "people who fight": (
        ("terrorist", "militant", "insurgent"),
        ("freedom fighter", "resistance fighter", "independence fighter", "liberator"),
    ),
    "people who campaign": (
        ("extremist", "agitator", "firebrand"),
        ("human rights defender", "peace activist", "voice of reason"),
    ),
    "people in the street": (("mob", "rioter", "paid protester"), ("peaceful protester", "people power")),
    "people who rise up": (("insurrectionist",), ("popular uprising", "liberation struggle")),
    "foreign troops": (("occupier",), ("liberator",)),
    "people in the way of a project": (("eco-zealot", "eco-warrior"), ("water protector", "land defender")),
    "people who would not serve": (("draft dodger",), ("conscientious objector",)),
    "critics of their rulers": (("malcontent", "traitor"), ("dissident", "prisoner of conscience")),
    "a ruler": (("despot", "strongman", "tyrant"), ("statesman", "visionary")),
    "people who change things": (("wrecker",), ("reformer", "moderniser")),
    "people who pass on secrets": (("leaker",), ("whistleblower",)),
    "people on somebody's side": (("crony", "lackey", "stooge"), ("loyal ally", "trusted adviser", "stalwart")),
    "somebody who changes his mind": (("flip-flopper",), ("pragmatic",)),
    "somebody who does not": (("pigheaded", "intransigent"), ("principled", "resolute", "steadfast")),
    "rich people": (("fat cat", "robber baron", "oligarch"), ("job creator", "philanthropist", "captain of industry")),
    "people in offices": (("faceless bureaucrat", "apparatchik"), ("dedicated public servant",)),
    "blunt people": (("boorish", "loud-mouth"), ("straight talker", "plain-spoken")),
    "laws on guns": (("gun-grabber",), ("gun safety",)),
    "laws on crime": (("draconian",), ("tough on crime",)),
    "a wall": (("separation wall",), ("security barrier",)),
    "people who love their country": (("jingoistic",), ("patriot",)),
    "a tax": (("tax grab", "death tax"), ("tax relief",)),
    "abortion, for": (("pro-abortion",), ("pro-choice",)),
    "abortion, against": (("anti-choice",), ("pro-life",)),
    "people without papers": (("illegal alien", "illegal immigrant"), ("undocumented",)),
    "police in the streets": (("crackdown", "jackbooted"), ("restore order",)),
}
"""The same thing → words that blame it, and words that praise it. Plain words (activist, leader) stand in neither."""
