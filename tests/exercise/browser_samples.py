"""A headless Chromium, and what the browser tests ask of the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
NODE_MODULES = Path(os.environ.get("FRAMING_NODE_MODULES", Path(__file__).resolve().parents[1] / "node_modules"))
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
BROWSER = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium here"),
]


@contextmanager
def open_browser() -> Iterator[Any]:
    """A browser for as long as it is needed; the test is skipped where Playwright is not there."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--headless=new"])
        yield opened
        opened.close()
