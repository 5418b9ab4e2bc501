"""The recipe: what is needed to make the same figures again."""

from __future__ import annotations

from framing.report.html import Html, el, markup
from framing.report.model import Report
from framing.report.parts import Head, table


def render(report: Report) -> Html:
    """The recipe line, and the same as a table."""
    recipe = report.recipe
    sources = [
        *((f"lexicon {one.name}", one.version, f"{one.size:,} entries", one.digest) for one in recipe.lexicons),
        ("actors", recipe.actors.name, f"{recipe.actors.size:,}", recipe.actors.digest),
        ("corpus", "", f"{recipe.corpus.size:,} articles", recipe.corpus.digest),
    ]
    heads = [Head("What"), Head("Version or origin", number=False), Head("Size"), Head("Digest", number=False)]
    return markup(
        el("p", "The same articles, lists and settings give the same figures. Quote this line with any of them:"),
        el("p", el("code", recipe.line()), class_="recipe"),
        table("What the figures rest on", heads, [[a, b, c, el("code", d)] for a, b, c, d in sources]),
    )
