"""The web page of an exercise in a real browser: by keyboard, by screen reader's rules, and behind its own wall."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from browser_samples import AXE, BROWSER, open_browser
from exercise_samples import exercise
from hypothesis import HealthCheck, given, settings
from test_exercise_codes import READERS, all_answers

from framing.exercise.classroom.codes import Answer, encode, find_codes
from framing.exercise.model import Mark
from framing.exercise.writers import html
from framing.exercise.writers.edition import Edition

pytestmark = BROWSER
MADE = exercise()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both pages, in a folder."""
    folder = tmp_path_factory.mktemp("pages")
    for name, data in html.write(MADE, Edition()).files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


def opened(browser: Any, file: Path, **context: Any) -> tuple[Any, list[str], list[str]]:
    """A page, what it says in the console, and what it asks for."""
    page = browser.new_context(**context).new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    return page, told, asked


def tab_to(page: Any, selector: str) -> None:
    """Press Tab until something that fits has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


@pytest.mark.parametrize("name", [html.PRACTICE, html.CLASS])
def test_it_is_silent_and_asks_for_nothing(browser: Any, pages: Path, name: str) -> None:
    """No message, no dialogue of a hostile text, no request but for the page itself."""
    page, told, asked = opened(browser, pages / name)
    page.locator(".w").first.click()
    assert told == []
    assert asked == [(pages / name).as_uri()]
    assert page.locator("main b, main img").count() == 0
    assert 'Boss <b>& Co</b> "}' in page.locator("#spot-03 .words").inner_text()


def test_a_whole_exercise_by_keyboard_alone(browser: Any, pages: Path) -> None:
    """Tab, arrows, space, letters: every kind of task is answered without a mouse, and Python reads the answers."""
    page, told, _ = opened(browser, pages / html.PRACTICE)
    keys = page.keyboard
    tab_to(page, "#q1 .w")
    for key in ("ArrowRight", "ArrowRight", "Space", "ArrowRight", "Shift+ArrowRight", "End", "Enter", "Home"):
        keys.press(key)
    tab_to(page, "#q1 .reasons input")
    keys.type("It hits.")
    tab_to(page, "#spot-01 [data-compare]")
    keys.press("Enter")
    assert "Both marked" in page.locator("#spot-01 [role=status]").inner_text()
    tab_to(page, "#q2 .none")
    keys.press("Space")
    tab_to(page, "#q4 button[data-step=down]")
    keys.press("Enter")
    tab_to(page, "#q5 input")
    keys.press("ArrowRight")
    tab_to(page, "#q6 input")
    keys.type("1")
    keys.press("Tab")
    keys.type("4")
    tab_to(page, "#q7 input")
    for _ in range(2):
        keys.press("ArrowRight")
    tab_to(page, "#blind-01 [data-open]")
    keys.press("Enter")
    assert "Harbour Post" in page.locator("#r-blind-01").inner_text()
    tab_to(page, "#rewrite-01 textarea")
    keys.type("The mayor criticised the plan.")
    tab_to(page, "#reader")
    keys.type("k07")
    (code,) = find_codes(page.locator("#code").input_value(), MADE)
    assert code.problem == ""
    assert code.reader == "K07"
    last = len(MADE.items[0].passages[0].words) - 1
    assert dict(code.answers) == {
        "q1": (2, 3, 4, last), "q2": (), "q4": (1, 0, 2), "q5": (1, None, None), "q6": ((1, 4), (None, None)), "q7": 3,
    }  # fmt: skip
    assert told == []


def test_marks_of_a_reader_become_a_table(browser: Any, pages: Path) -> None:
    """ "Save as CSV" has a row a word, with characters of the passage and the reason, and one for a text without such
    words; a formula is made harmless."""
    page, _, _ = opened(browser, pages / html.CLASS)
    page.locator("#reader").fill("k07")
    page.locator("#q1 .w").nth(2).click()
    page.locator("#q1 .reasons input").fill('=1+"1"')
    page.locator("#q2 .none").check()
    rows = page.evaluate("window.framing.table()").splitlines()
    text = MADE.items[0].passages[0].text
    at = text.index("slammed")
    assert rows == ['"reader","item","start","end","label","reason"',
                    f'"K07","spot-01","{at}","{at + 7}","q1","\'=1+""1"""',
                    '"K07","spot-02","","","q2",""']  # fmt: skip
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "answers-k07.csv"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reader=READERS, answers=all_answers())
def test_javascript_and_python_write_the_same_codes(
    browser: Any, pages: Path, reader: str, answers: dict[str, Answer]
) -> None:
    """For any answers both programs give the same code, checksum and all."""
    if not browser.contexts:
        opened(browser, pages / html.CLASS)
    page = browser.contexts[0].pages[0]
    script = "([reader, answers]) => window.framing.encode(reader, answers)"
    assert page.evaluate(script, [reader, json.loads(json.dumps(answers))]) == encode(MADE, reader, answers)


def test_comparing_waits_for_an_answer_and_a_reason(browser: Any, pages: Path) -> None:
    """Nobody is told what the list marks before marking something and saying why, or saying that there is nothing."""
    page, _, _ = opened(browser, pages / html.PRACTICE)
    status = page.locator("#spot-01 .feedback")
    page.locator("#spot-01 [data-compare]").click()
    assert "Answer first" in status.inner_text()
    page.locator("#q1 .w").nth(2).click()
    page.locator("#spot-01 [data-compare]").click()
    assert "reckless" not in status.inner_text()
    page.locator("#q1 .none").check()
    page.locator("#spot-01 [data-compare]").click()
    assert "Only the list" in status.inner_text()
    assert "reckless" in status.inner_text()


def test_the_class_page_holds_no_key(pages: Path) -> None:
    """Neither notes nor keys, models or reveals are in the page without a key."""
    text = (pages / html.CLASS).read_text("utf-8")
    task = MADE.items[0].tasks[0]
    assert isinstance(task, Mark)
    for secret in (
        "It makes criticism sound",
        "ours/v.csv",
        "The mayor criticised",
        "Text A: Harbour Post",
        '"ranks"',
        '"key":',
    ):
        assert secret not in text
        assert secret in (pages / html.PRACTICE).read_text("utf-8") or secret == '"key":'


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install --prefix tests")
@pytest.mark.parametrize("context", [
    {"viewport": {"width": 1100, "height": 800}},
    {"viewport": {"width": 320, "height": 800}},
    {"viewport": {"width": 900, "height": 800}, "color_scheme": "dark"},
], ids=["wide", "narrow", "dark"])  # fmt: skip
def test_axe_finds_nothing(browser: Any, pages: Path, context: dict[str, Any]) -> None:
    """With marks and feedback showing, no rule of WCAG 2.0 to 2.2 A and AA or of good practice is broken."""
    page, _, _ = opened(browser, pages / html.PRACTICE, bypass_csp=True, **context)
    page.locator("#q1 .w").nth(2).click()
    page.locator("#q1 .reasons input").fill("It hits.")
    page.locator("#spot-01 [data-compare]").click()
    page.locator("#q4 button[data-step=up]").nth(1).click()
    page.locator("#ladder-01 [data-compare]").click()
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert len(found["passes"]) > 20
    assert page.evaluate("document.documentElement.scrollWidth") <= context["viewport"]["width"]


class Listener(BaseHTTPRequestHandler):
    """Counts who asks."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    do_POST = do_GET  # noqa: N815  the name is the server's

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    Listener.asked.clear()
    made = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()


@pytest.mark.parametrize("walled", [True, False], ids=["behind the policy", "without it"])
def test_nothing_gets_out(browser: Any, pages: Path, tmp_path: Path, server: HTTPServer, walled: bool) -> None:
    """An injected fetch, beacon and image reach nobody; in a page without the policy all three do."""
    text = (pages / html.PRACTICE).read_text("utf-8")
    if not walled:
        assert "Content-Security-Policy" in text
        text = text.replace("Content-Security-Policy", "X-Nothing")
    (tmp_path / "page.html").write_text(text, "utf-8")
    page, _, _ = opened(browser, tmp_path / "page.html")
    address = f"http://127.0.0.1:{server.server_port}"
    page.evaluate(
        """async address => {
            await fetch(address + '/fetch', {mode: 'no-cors'}).catch(() => {});
            navigator.sendBeacon(address + '/beacon', 'x');
            const image = new Image(); image.src = address + '/image'; document.body.append(image);
            await new Promise(done => setTimeout(done, 600));
        }""",
        address,
    )
    assert sorted(Listener.asked) == ([] if walled else ["/beacon", "/fetch", "/image"])


def test_paper_shows_marks_and_no_buttons(browser: Any, pages: Path) -> None:
    """Printed, the marks are there, the buttons are not."""
    page, _, _ = opened(browser, pages / html.PRACTICE)
    page.locator("#q1 .w").nth(2).click()
    page.emulate_media(media="print")
    assert page.locator("#q1 .w").nth(2).is_visible()
    assert not page.locator("#copy").is_visible()


def test_without_scripts_the_texts_are_there(browser: Any, pages: Path) -> None:
    """Somebody whose browser runs no script reads the texts, and is told to print them."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((pages / html.CLASS).as_uri())
    assert "Scripts are off" in page.locator("noscript").inner_text()
    assert page.locator("#q1 .words").is_visible()
    assert not page.locator("#copy").is_visible()
