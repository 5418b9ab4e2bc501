"""Lexicons: the CSV lists of loaded words and reporting verbs, read, layered, checked and listed."""

from framing.lexicon.check import check_folder, check_lexicon
from framing.lexicon.faults import Fault
from framing.lexicon.layers import Layer, find_layers, load_layers
from framing.lexicon.load import load_lexicon, load_lexicons
from framing.lexicon.model import Drop, Entry, Lexicon, Lexicons

__all__ = [
    "Drop",
    "Entry",
    "Fault",
    "Layer",
    "Lexicon",
    "Lexicons",
    "check_folder",
    "check_lexicon",
    "find_layers",
    "load_layers",
    "load_lexicon",
    "load_lexicons",
]
