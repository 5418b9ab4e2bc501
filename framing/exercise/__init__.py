"""Teaching exercises made from a corpus: what readers do with words, and what the list says of them."""
