"""The outputs of a pack, a file each."""

from framing.exercise.writers import gift, h5p, html, kahoot, markdown, moodle_xml, pdf, qti
from framing.exercise.writers.edition import Output

WRITERS: dict[str, Output] = {
    output.name: output
    for output in (
        pdf.OUTPUT, html.OUTPUT, markdown.OUTPUT, gift.OUTPUT, moodle_xml.OUTPUT, h5p.OUTPUT, kahoot.OUTPUT, qti.OUTPUT,
    )
}  # fmt: skip
"""Name → output, in the order in which a pack lists them."""
