"""`framing lexicon`: the lists of words, and what people do with them, a verb a file."""

from __future__ import annotations

import typer

from framing.cli.lexicon.add import add
from framing.cli.lexicon.agreement import agreement
from framing.cli.lexicon.check import check
from framing.cli.lexicon.diff import diff
from framing.cli.lexicon.evaluate import evaluate
from framing.cli.lexicon.export import export
from framing.cli.lexicon.import_ import import_lexicon
from framing.cli.lexicon.list import list_lexicons
from framing.cli.lexicon.new import new
from framing.cli.lexicon.sample import sample
from framing.cli.lexicon.show import show
from framing.cli.lexicon.suggest import suggest
from framing.cli.lexicon.try_ import try_lexicon

app = typer.Typer(help="See, check and extend the lexicons.", no_args_is_help=True, rich_markup_mode=None)
app.command("list")(list_lexicons)
app.command()(show)
app.command()(new)
app.command()(add)
app.command()(check)
app.command("try")(try_lexicon)
app.command()(suggest)
app.command()(evaluate)
app.command()(sample)
app.command()(agreement)
app.command()(diff)
app.command("import")(import_lexicon)
app.command()(export)


@app.callback()
def lexicon() -> None:
    """See, check and extend the lexicons."""
