"""The page in a real browser: silent, alone, readable on a telephone, and its numbers unfold without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_samples import sample

from framing.report import write_report

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium here"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_report(*sample(), tmp_path_factory.mktemp("report")).as_uri()


@pytest.fixture
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--headless=new"])
        yield opened
        opened.close()


def test_it_is_silent_and_asks_for_nothing(browser: Any, address: str) -> None:
    """No message in the console, no request but for the page itself, and no dialogue of a hostile title."""
    page = browser.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert told == []
    assert asked == [address]


def test_hostile_titles_are_text(browser: Any, address: str) -> None:
    """A reader sees the markup of a title; the page has no such element."""
    page = browser.new_page()
    page.goto(address)
    assert page.locator("script, b[onmouseover], main em").count() == 0
    assert "<script>alert(1)</script> Kovac" in page.locator("section[aria-labelledby=articles]").inner_text()
    assert (
        '"plan" & <b onmouseover=alert(1)>more</b> ]]> -->'
        in page.locator("section[aria-labelledby=articles]").inner_text()
    )


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_out_of_the_window(browser: Any, address: str, width: int) -> None:
    """Narrow or wide, with everything unfolded, the page scrolls up and down only."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_number_unfolds_to_its_sentences(browser: Any, address: str) -> None:
    """A click on a number opens the sentences that it counts."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    page.locator("section[aria-labelledby=outlets] a[href='#o1-blaming']").first.click()
    assert page.locator("#o1-blaming mark").first.is_visible()


def test_print_shows_what_is_folded(browser: Any, address: str) -> None:
    """On paper every sentence is there, though nobody unfolded it."""
    page = browser.new_page()
    page.goto(address)
    assert not page.locator("#o1-blaming mark").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("#o1-blaming mark").first.is_visible()


def test_a_screen_reader_finds_its_way(browser: Any, address: str) -> None:
    """Headings, tables and charts have names."""
    page = browser.new_page()
    page.goto(address)
    tree = page.locator("body").aria_snapshot()
    assert 'heading "Framing report" [level=1]' in tree
    assert 'img "Dots with intervals' in tree
    assert 'table "Loaded words in own voice: rate, 95 % interval, and number counted (n)"' in tree
