"""Multinomial logistic regression on sparse features and soft labels, by scipy's L-BFGS."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import logsumexp

Matrix = sparse.csr_matrix | np.ndarray


def fit(features: Matrix, labels: np.ndarray, strength: float, most: int = 300) -> np.ndarray:
    """
    Weights that make the labels likely.

    Args:
        features: (rows, features).
        labels: (rows, classes), how much each row counts for each class; a row's sum is its weight.
        strength: of the L2 penalty, 1 / C of the usual notation; the intercept is not penalised.
        most: iterations.

    Returns:
        (features + 1, classes); the last row is the intercept. Deterministic.
    """
    width = features.shape[1]
    classes, weight = labels.shape[1], labels.sum(1)
    transposed = features.T.tocsr() if sparse.issparse(features) else features.T

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(width + 1, classes)
        scores = features @ w[:-1] + w[-1]
        norm = logsumexp(scores, axis=1, keepdims=True)
        value = -(labels * (scores - norm)).sum() + 0.5 * strength * (w[:-1] ** 2).sum()
        gap = np.exp(scores - norm) * weight[:, None] - labels
        slope = np.vstack([transposed @ gap + strength * w[:-1], gap.sum(0)])
        return value, slope.ravel()

    start = np.zeros((width + 1) * classes)
    done = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": most, "ftol": 1e-7, "gtol": 1e-3})
    return done.x.reshape(width + 1, classes)


def predict(features: Matrix, weights: np.ndarray) -> np.ndarray:
    """Probabilities, (rows, classes)."""
    scores = features @ weights[:-1] + weights[-1]
    return np.exp(scores - logsumexp(scores, axis=1, keepdims=True))
