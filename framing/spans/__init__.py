"""Spans: lexicon entries, names, epithets, voices and speakers found in the words of a text."""
