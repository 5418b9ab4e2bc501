"""Text as arrays: bytes, words, kinds of words, sentences, quotations."""
