"""The outputs of a pack, a file each."""

from framing.exercise.writers import html, markdown, pdf
from framing.exercise.writers.edition import Output

WRITERS: dict[str, Output] = {output.name: output for output in (pdf.OUTPUT, html.OUTPUT, markdown.OUTPUT)}
"""Name → output, in the order in which a pack lists them."""
