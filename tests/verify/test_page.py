"""The evidence page: read without scripts, asks nothing of a network, and held by verify."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefbook.build import build
from briefbook.manifest import SEAL, seal_of
from briefbook.verify import verify
from docs.tools.page_grammar import TARGET, text
from tests.seeds import EXAMPLE, TAJIKISTAN, copy_of, edit
from tests.shipped import shipped
from tests.tools import axe

pytestmark = pytest.mark.slow
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Made:
    page: Path
    manifest: Path

    @property
    def text(self) -> str:
        return self.page.read_text(encoding="utf-8")


def made(seed: Path, out: Path) -> Made:
    files = build(seed, out, pdf=False, pptx=False, prints=frozenset(("page",))).files
    page, manifest = files
    return Made(page, manifest)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return made(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def tajikistan():
    files = shipped(TAJIKISTAN)
    return Made(files[".html"], files[".json"])


def test_a_page_that_is_built_alone_is_as_built(example):
    assert verify((example.page,)) == ()


def test_a_claim_told_again_and_again_in_a_paragraph_is_as_built(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(
        seed,
        "claims: [relations, embassies, trade]",
        "claims: [relations, embassies, trade, relations, relations]",
    )
    page = made(seed, tmp_path / "out").page
    assert page.read_text(encoding="utf-8").count('popovertarget="card-relations"') >= 3
    assert verify((page,)) == ()


def test_the_same_seed_gives_the_same_bytes(example, tmp_path):
    assert made(EXAMPLE, tmp_path).page.read_bytes() == example.page.read_bytes()


def test_a_page_says_what_the_paper_says_and_has_its_pages_from_it(tmp_path):
    build(EXAMPLE, tmp_path, prints=frozenset(("page",)))
    files = tuple(path for path in tmp_path.iterdir() if path.suffix in (".pdf", ".pptx", ".html"))
    assert len(files) == 3
    assert verify(files) == ()


def test_nothing_is_loaded_from_anywhere(tajikistan):
    loads = re.findall(r' (?:src|xlink:href|action|srcset|poster)="([^"]{0,20})', tajikistan.text)
    assert all(target.startswith("data:image/") for target in loads)
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", tajikistan.text)
    assert "<script" not in tajikistan.text


def test_every_attached_file_can_be_taken_from_the_page(tajikistan):
    ledger = json.loads(tajikistan.manifest.read_text())
    found = {
        name: base64.b64decode(data).decode()
        for data, name in re.findall(r'base64,([\w+/=]+)" download="([^"]+)"', tajikistan.text)
    }
    assert found == ledger["paper"]["attachments"]


@pytest.mark.usefixtures("keeping")
def test_the_list_of_what_a_page_may_hold_is_what_the_renderer_writes():
    assert TARGET.read_text(encoding="utf-8") == text()


# ── Tampering ────────────────────────────────────────────────────────────────────────────────────

CASES = {
    "a figure": ("About 40 trains", "About 50 trains", {"text-differs"}),
    "a card’s quote": ("“About 40 trains cross", "“About 90 trains cross", {"text-differs"}),
    "a script": ("</main>", "<script>alert(1)</script></main>", {"added"}),
    "a handler": ("<main>", '<main onclick="x()">', {"added"}),
    "a frame": ("</main>", '<iframe src="https://example.org"></iframe></main>', {"added"}),
    "a picture from elsewhere": ("</main>", '<img src="https://example.org/x.png" alt=""></main>', {"image"}),
    "a style of its own": ("<h1 ", '<h1 style="display:none" ', {"added"}),
    "hidden": ("<main>", "<main hidden>", {"added"}),
    "the style sheet": ("box-sizing:border-box", "box-sizing:content-box", {"added"}),
    "ink on paper of its colour": ("--text:#1F2933", "--text:#FFFFFF", {"added"}),
    "the policy": ("default-src &#x27;none&#x27;", "default-src *", {"added"}),
    "a comment": ("<main>", "<main><!-- see me -->", {"added"}),
    "a sentence more": ("</main>", "<p>It will end well.</p></main>", {"text-unknown"}),
    "a sentence more as a text": ("</main>", "<p data-text>It will end well.</p></main>", {"text-unknown"}),
    "the title": ("<title>", "<title>Not ", {"properties"}),
    "what is read aloud": ('role="img" aria-label="', 'role="img" aria-label="Not: ', {"alt-text"}),
    "an element without end": ("</main>", "", {"added"}),
}  # fmt: skip


def tampered(example, tmp_path, old, new, *, resealed):
    """Return the problems of a page in which something stands otherwise."""
    assert old in example.text, old
    page, manifest = tmp_path / example.page.name, tmp_path / example.manifest.name
    page.write_text(example.text.replace(old, new, 1), encoding="utf-8")
    data = json.loads(example.manifest.read_text(encoding="utf-8"))
    if resealed:
        raw = page.read_bytes()
        data["outputs"][page.name] |= {
            "sha256": hashlib.sha256(raw).hexdigest(),
            "bytes": len(raw),
        }
        data[SEAL] = seal_of(data)
    manifest.write_text(json.dumps(data), encoding="utf-8")
    return {problem.rule for problem in verify((page,))}


@pytest.mark.parametrize("name", CASES)
def test_what_is_changed_is_named_and_its_kind_too_when_the_ledger_is_sealed_anew(
    example, tmp_path, name
):
    old, new, rules = CASES[name]
    assert "file-changed" in tampered(example, tmp_path, old, new, resealed=False)
    assert rules <= tampered(example, tmp_path, old, new, resealed=True)


def test_an_unchanged_page_is_clean_when_the_ledger_is_sealed_anew(example, tmp_path):
    assert tampered(example, tmp_path, "<main>", "<main>", resealed=True) == set()


def test_links_files_and_buttons_lead_where_the_ledger_says(tajikistan, tmp_path):
    address = re.search(r'<a href="(https://[^"]+)"', tajikistan.text)
    assert address
    assert "link" in tampered(
        tajikistan, tmp_path, address[1], "https://example.org/", resealed=True
    )
    data = re.search(r'base64,(\w{40})[\w+/=]*" download', tajikistan.text)
    assert data
    forged = base64.b64encode(b"year,amount\n2001,1\n2002,2\n2003,3\n").decode()[:40]
    assert "attachment" in tampered(tajikistan, tmp_path, data[1], forged, resealed=True)
    first, second = list(
        dict.fromkeys(re.findall(r'popovertarget="(card-[\w-]+)"', tajikistan.text))
    )[:2]
    swapped = tampered(
        tajikistan, tmp_path, f'popovertarget="{first}"', f'popovertarget="{second}"', resealed=True
    )
    assert "link" in swapped


# ── In a browser ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.chromium
def test_a_statement_opens_its_quote_without_scripts_and_without_a_network(chromium, example):
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(example.page.as_uri())
    sentence = page.locator("main p[data-text]", has_text="About 40 trains").first
    card = page.locator("#card-trains")
    assert not card.is_visible()
    sentence.locator('button[popovertarget="card-trains"]').press("Enter")
    assert card.is_visible()
    assert "About 40 trains cross" in card.inner_text()
    card.get_by_role("button", name="Close").click()
    assert not card.is_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.chromium
@pytest.mark.axe
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(chromium, tajikistan, width):
    page = chromium.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(tajikistan.page.as_uri())
    assert axe(page, 20) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
