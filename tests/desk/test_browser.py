"""The desk in a real browser: by mouse, by keyboard alone, in both themes, and without scripts."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.seeds import EXAMPLE, copy_of, edit, problems_of
from tests.tools import axe

pytestmark = [pytest.mark.chromium, pytest.mark.slow]
PATIENCE_MS = 60_000
"""Longest wait for anything on a busy machine."""


@pytest.fixture(scope="module")
def chromium():
    path = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
    asyncio.set_event_loop(None)


@pytest.fixture(autouse=True)
def _closed_windows(chromium):
    """Close each test's windows: they would ask their desk for news to the end."""
    yield
    for context in chromium.contexts:
        context.close()


class Served(NamedTuple):
    seed: Path
    address: str


FORKS = """
import os, signal, sys
import briefbook.desk.run
from briefbook.cli import main
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for seed in sys.stdin:
    if not os.fork():
        print(os.getpid(), flush=True)
        code = 4
        try:
            code = main(["edit", seed.rstrip("\\n"), "--no-open"])
        finally:
            if code:
                print("no address\\n", flush=True)
            os._exit(code)
"""


@pytest.fixture(scope="module")
def forks():
    """A process that has loaded what a desk needs, and becomes one for each seed that it is told."""
    started = subprocess.Popen(
        [sys.executable, "-c", FORKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield started
    started.communicate(timeout=30)


@pytest.fixture
def served(tmp_path, forks):
    """A seed that is served, with its address."""
    seed = copy_of(EXAMPLE, tmp_path)
    forks.stdin.write(f"{seed}\n")
    forks.stdin.flush()
    number, address, _ = (forks.stdout.readline().strip() for _ in range(3))
    yield Served(seed, address)
    os.kill(int(number), signal.SIGINT)


@pytest.fixture
def command(tmp_path):
    """The command that serves a seed."""
    line = ["-m", "briefbook", "edit", str(copy_of(EXAMPLE, tmp_path)), "--no-open"]
    with subprocess.Popen([sys.executable, *line], stdout=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def opened(browser, address, **options):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    return page


def text_of(seed):
    return (seed / "briefing.yaml").read_text(encoding="utf-8")


def told(page, words):
    expect(page.locator("#told")).to_contain_text(words, timeout=PATIENCE_MS)


def test_by_mouse_a_statement_is_chosen_found_in_source_and_page_and_reworded(chromium, served):
    seed, address = served
    page = opened(chromium, address)
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.click("#s-trains > a")
    expect(page.locator("mark.lit")).to_be_in_viewport(timeout=PATIENCE_MS)
    expect(page.locator(".picture a.lit rect").first).to_be_in_viewport(timeout=PATIENCE_MS)
    page.fill(".chosen textarea[name=text]", "Every day about 400 trains use it.")
    page.click("text=Save the words")
    told(page, "Saved")
    expect(page.locator(".chosen .problems")).to_contain_text("400", timeout=PATIENCE_MS)
    page.fill(".chosen textarea[name=text]", "Every day about 40 trains use it.")
    page.click("text=Save the words")
    expect(page.locator("#bar")).to_contain_text("0 errors", timeout=PATIENCE_MS)
    assert "    text: Every day about 40 trains use it.\n" in text_of(seed)
    assert faults == []
    assert {url.split("/")[2] for url in asked} == {address.split("/")[2]}


def test_words_of_the_page_lead_to_their_statement(chromium, served):
    address = served.address
    page = opened(chromium, address)
    page.locator('.picture a[href*="s=critics&"] rect').first.click()
    expect(page.locator("#s-critics.chosen")).to_be_visible(timeout=PATIENCE_MS)


def test_by_keyboard_alone_a_statement_is_added_reworded_reviewed_and_taken_back(chromium, served):
    seed, address = served
    before = text_of(seed)
    page = opened(chromium, address)
    expect(page.locator(".picture img")).to_be_visible(timeout=PATIENCE_MS)
    press = page.keyboard.press
    press("1")
    for _ in range(3):
        press("ArrowDown")
    picked = page.inner_text("#picked")
    assert "“" in picked
    page.locator("#pick form[action^='add'] button").focus()
    press("Enter")
    told(page, "added")
    expect(page.locator(".chosen")).to_contain_text("draft", timeout=PATIENCE_MS)
    press("Escape")
    press("e")
    expect(page.locator(".chosen textarea[name=text]")).to_be_focused(timeout=PATIENCE_MS)
    press("End")
    page.keyboard.type(" Indeed.")
    press("Control+Enter")
    told(page, "Saved")
    assert " Indeed." in text_of(seed)
    expect(page.locator(".chosen textarea[name=text]")).to_be_focused(timeout=PATIENCE_MS)
    press("Escape")
    press("r")
    told(page, "Marked as reviewed")
    for _ in range(3):
        with page.expect_response(lambda answer: "/undo?" in answer.url):
            press("u")
    assert text_of(seed) == before


def test_two_windows_and_another_program_never_overwrite_each_other(chromium, served):
    seed, address = served
    one, other = opened(chromium, address), opened(chromium, address)
    for page in (one, other):
        page.click("#s-trains > a")
        page.wait_for_selector("#s-trains.chosen")
    other.fill(".chosen textarea[name=lead]", "From the second window.")
    edit(seed, "About 40 trains use it every day.", "Every day about 40 trains use it.")
    expect(one.locator("#s-trains")).to_contain_text("Every day about 40", timeout=PATIENCE_MS)
    other.click("text=Save the words")
    told(other, "changed meanwhile")
    expect(other.locator(".chosen textarea[name=lead]")).to_have_value("From the second window.")
    assert "From the second window" not in text_of(seed)


def test_a_killed_desk_loses_nothing_and_says_that_it_is_gone(chromium, command, tmp_path):
    seed = tmp_path / EXAMPLE.name
    page = opened(chromium, command.stdout.readline().strip())
    page.click("#s-trains > a")
    page.fill(".chosen textarea[name=lead]", "Traffic is light.")
    page.click("text=Save the words")
    told(page, "Saved")
    command.kill()
    command.wait(timeout=30)
    page.fill(".chosen textarea[name=lead]", "Not written.")
    page.click("text=Save the words")
    told(page, "does not answer")
    assert "    lead: Traffic is light.\n" in text_of(seed)
    assert not problems_of(seed)


def test_without_scripts_links_and_forms_do_the_same(chromium, served):
    seed, address = served
    page = opened(chromium, address, java_script_enabled=False)
    page.click("#s-trains > a")
    page.fill(".chosen textarea[name=lead]", "Traffic is light.")
    page.click("text=Save the words")
    told(page, "Saved")
    assert "    lead: Traffic is light.\n" in text_of(seed)


CANDIDATES = """# review: candidate 1, by its weight: what happened when: daily (¶ 4 “About 40 trains cross it daily.”)
# review: candidate 2, by its weight: a weighty statement: bridge: The bridge opened on June 21, 2011.
"""


def test_a_candidate_is_taken_by_mouse_and_another_by_keyboard(chromium, served):
    seed, address = served
    edit(seed, "bottom_line:\n", f"{CANDIDATES}bottom_line:\n")
    page = opened(chromium, address)
    page.click("#s-bottom-line > a")
    first = page.locator(".candidates > li").first
    expect(first).to_contain_text("About 40 trains cross it daily.", timeout=PATIENCE_MS)
    first.get_by_role("link", name="trains").click()
    expect(page.locator("#s-trains.chosen")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("mark.lit")).to_have_text("About 40 trains cross it daily.", timeout=PATIENCE_MS)  # fmt: skip
    page.keyboard.press("a")
    expect(page.locator("#s-bottom-line.chosen")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Take as the answer").first.click()
    told(page, "The candidate is taken, as a draft")
    assert (
        "  text: About 40 trains use it every day.\n" in text_of(seed).partition("bottom_line:")[2]
    )
    expect(page.locator("#s-bottom-line .state.draft")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Take as the headline").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_response(lambda answer: "/take?" in answer.url):
        page.keyboard.press("Enter")
    assert "  headline: About 40 trains" not in text_of(seed)
    assert text_of(seed).partition("bottom_line:")[2].count("bridge") >= 1


@pytest.mark.axe
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_either_theme(chromium, served, theme):
    edit(served.seed, "bottom_line:\n", f"{CANDIDATES}bottom_line:\n")
    page = opened(chromium, served.address, color_scheme=theme)
    for chosen in ("trains", "bottom-line"):
        page.click(f"#s-{chosen} > a")
        page.wait_for_selector(f"#s-{chosen}.chosen")
        page.wait_for_selector(".picture a.lit")
        assert axe(page, 20) == []
