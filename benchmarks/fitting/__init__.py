"""Fits the weights of `framing.toward` and ships them in lexicons/tone-en/fitted: `python -m benchmarks.fitting`."""
