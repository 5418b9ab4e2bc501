"""The report as JSON: everything that it says, for other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from framing.recipe import Recipe
from framing.report.model import Report


def render_record(report: Report) -> str:
    """The report as a JSON document: keys sorted, no NaN (null stands for what could not be measured), UTF-8."""
    return json.dumps(to_plain(report), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def to_plain(value: object) -> Any:
    """Data classes as objects, tuples as lists, what is not a number as None."""
    if isinstance(value, Recipe):
        return {**value.as_dict(), "line": value.line()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
