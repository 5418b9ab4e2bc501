"""Page furniture in scraped articles: what stands in the text but was not written as part of the article."""

from __future__ import annotations

import re

from framing.corpus.marks import Mark, disjoint, lines, pieces

_NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.|[A-Z]{2,}|(?-i:de|van|von|al|bin))"
_NETWORK = r"facebook|twitter|x|whats\s?app|linkedin|reddit|pinterest|instagram|telegram|flipboard|e-?mail|messenger"
_ACTION = (
    rf"share(?: this)?(?: article| story| page| post)?(?: (?:on|via|by|with) (?:{_NETWORK}))?"
    rf"|tweet(?: this)?|(?:e-?mail|print)(?: this)?(?: article| story)?|copy link|save(?: article)?"
    rf"|(?:\d+ )?(?:comments?|shares)(?: ?\(\d+\))?|(?:view|show|post a|leave a) comments?|{_NETWORK}"
)

_CREDIT = rf"(?:(?> ?(?:{_NAME}|and|in|by|for|the|[Ww]riting|[Ee]diting|[Rr]eporting|[Aa]dditional)(?!\w)|[,;&]))++"

# Each is tried on a whole line without the white space around it.
LINES: tuple[tuple[str, str], ...] = (
    ("advertisement", r"(?i:advert(?:isement)?s?(?: continue reading the main story)?|article ad box|sponsored)"),
    (
        "advertisement",
        r"(?i:(?:(?:story|article) continue[sd]?|continue reading|text continues) below(?: advertisement)?)",
    ),
    ("advertisement", r"(?i:(?:continue reading|skip to) the main story|scroll down for (?:more|video))"),
    ("read more", r"READ MORE\b[^a-z]*"),
    ("read more", r"(?i:(?:read|see|watch|learn) more)(?: (?i:in|on|about|from|here|at)\b.{0,150}?)?(?<![.!?])"),
    ("read more", r"(?i:(?:read|see|watch|learn) more) ?[:>»].{0,150}?(?<![.!?])"),
    ("read more", r"(?i:(?:read |see )?(?:the )?full story(?: here)?|more on this|click here)[.…>» ]*"),
    ("read more", r"CLICK HERE (?:TO|FOR)\b[^a-z]*"),
    ("related", r"(?i:related(?: articles?| stor(?:y|ies)| content| topics?| coverage| links?)?)(?::.{0,200})?"),
    ("related", r"(?i:most (?:read|popular|viewed)(?: (?:in|on) .{1,40})?|recommended(?: for you)?|trending(?: now)?)"),
    ("related", r"(?i:(?:see also|don[’']t miss|you may also like|more from)):? ?.{0,150}?(?<![.!?])"),
    ("share bar", rf"(?i:(?:{_ACTION})(?:[ |/·•,]+(?:{_ACTION}))*)"),
    ("share bar", r"(?i:follow (?:us )?(?:@|on (?:facebook|twitter|x|instagram))).{0,80}"),
    (
        "newsletter",
        r"(?i:(?:sign up|subscribe|register)\b.{0,200}\b(?:newsletters?|inbox|alerts|podcast|updates)\b.{0,200})",
    ),
    ("newsletter", r"(?i:(?:get|want|join|enjoy)\b.{0,200}\b(?:newsletters?|your inbox)\b.{0,200})"),
    ("newsletter", r"(?i:subscribe(?: (?:to (?:our|us|the channel)|now|today|here)\b.{0,80})?)[.!]?"),
    ("newsletter", r"(?i:sign up(?: (?:now|here|today))?)[.!]?"),
    ("byline", rf"(?i:by):? {_NAME}(?: {_NAME}){{1,4}}(?:(?:,| and| &| \||/| in| for| -| –) .{{1,100}})?(?<![.!?:;])"),
    ("copyright", r"(?:(?i:copyright):? ?(?:©|\([cC]\)|\d{4})|©|\([cC]\) ?\d{4}).{0,300}"),
    ("copyright", r"(?i:.{0,200}\ball rights reserved\b.{0,200})"),
    ("credits", rf"(?i:(?:additional )?(?:reporting|writing|editing|contributing)(?: by|:)){_CREDIT}\.?"),
    ("credits", r"[A-Z].{1,150} contributed to this (?:report|story|article)\.?"),
    ("separator", r"[*_=#•·~—–-](?: ?[*_=#•·~—–-]){2,}"),
    ("picture credit", r"(?i:enlarge this image|toggle caption)\b.{0,250}"),
    ("picture credit", r"(?i:image|photo|picture)(?: \d+ of \d+)?"),
    ("picture credit", r"(?i:(?:image|photo|picture)(?: credits?| by)?:).{1,150}|.{1,80}/Getty Images"),
)

# "Read more at" starts a line or follows a sentence's end; in running prose it stays. The literal words come first
# because a search for them is fast.
_READ_MORE_AT = r"Read more at (?:(?<![^\r\n.!?\"”’')]Read more at )|(?<=[.!?\"”’')] Read more at ))"
_SITE = r"(?:https?://|www\.|[A-Z]|[\w-]+\.[a-z]{2})[^\r\n]{0,200}"

# Each is looked for anywhere in the text: it stands glued to the article's own words.
ANYWHERE: tuple[tuple[str, str], ...] = (
    ("advertisement", r"ARTICLE AD BOX"),
    ("tag", r"\[/?(?:caption|pullquote|gallery|embed)[^\]\r\n]{0,500}\]"),
    ("read more", _READ_MORE_AT + _SITE),
    ("credits", r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by [^()\r\n]{1,400}\)"),
)

_LONGEST_LINE = 600
_MIN_REPEATED_WORDS = 5
_LINE_PATTERNS = [(reason, re.compile(pattern)) for reason, pattern in LINES]
_ANY_LINE = re.compile("|".join(f"(?:{pattern})" for _, pattern in LINES))
_ANYWHERE_PATTERNS = [(reason, re.compile(pattern)) for reason, pattern in ANYWHERE]


def find_furniture(text: str) -> list[Mark]:
    """
    The stretches of an article that are left out of every count: advertisements, links to other articles, share bars,
    newsletter lines, bylines, copyright and credit lines, separators, and captions that repeat what was said before.

    Returns:
        marks in order, disjoint, in characters of the text.
    """
    marks = [Mark(*found.span(), reason) for reason, pattern in _ANYWHERE_PATTERNS for found in pattern.finditer(text)]
    marks = disjoint(marks)
    marks = disjoint([*marks, *_line_marks(text, marks)])
    return disjoint([*marks, *_repeated(text, marks)])


def _line_marks(text: str, marks: list[Mark]) -> list[Mark]:
    found = []
    for start, end in pieces(text, marks):
        if 0 < end - start <= _LONGEST_LINE and _ANY_LINE.fullmatch(text, start, end):
            reason = next(reason for reason, pattern in _LINE_PATTERNS if pattern.fullmatch(text, start, end))
            found.append(Mark(start, end, reason))
    return found


def _repeated(text: str, marks: list[Mark]) -> list[Mark]:
    """Lines of five words or more that already stood in the text, as a line or as a sentence: captions given twice."""
    seen: set[str] = set()
    found = []
    for line in lines(text, marks):
        key = " ".join(sentence.key for sentence in line)
        if key in seen and sum(sentence.words for sentence in line) >= _MIN_REPEATED_WORDS:
            found.append(Mark(line[0].start, line[-1].end, "repeated"))
        else:
            seen.add(key)
            seen.update(sentence.key for sentence in line)
    return found
