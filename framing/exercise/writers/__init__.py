"""The outputs of a pack, a file each."""

from framing.exercise.writers.edition import Output

WRITERS: dict[str, Output] = {}
"""Name → output, in the order in which a pack lists them."""
