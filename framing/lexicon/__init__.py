"""Lexicons: the CSV lists of loaded words and reporting verbs, read, layered, checked and listed."""

from framing.lexicon.check import check_folder, check_lexicon
from framing.lexicon.faults import Fault
from framing.lexicon.load import load_lexicon, load_lexicons
from framing.lexicon.model import Drop, Entry, Lexicon, Lexicons

__all__ = [
    "Drop",
    "Entry",
    "Fault",
    "Lexicon",
    "Lexicons",
    "check_folder",
    "check_lexicon",
    "load_lexicon",
    "load_lexicons",
]
