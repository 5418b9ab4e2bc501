"""Actors: files of them, those the corpus names, and both made ready for matching."""
