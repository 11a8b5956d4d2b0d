"""The documentation: its made pages are up to date, every page is in a list, and no link leads nowhere."""

import re
import runpy
from pathlib import Path

import pytest
import yaml

from tests.seeds import ROOT

DOCS = ROOT / "docs"
FROM_ROOT = ("CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = sorted(DOCS.glob("*.md"))


def test_the_references_of_commands_and_fields_are_up_to_date():
    made = runpy.run_path(str(DOCS / "tools" / "reference.py"))["pages"]()
    stale = [name for name, text in made.items() if (DOCS / name).read_text(encoding="utf-8") != text]  # fmt: skip
    assert stale == [], "python docs/tools/reference.py"


def listed(entries: object) -> set[str]:
    """Return the files that a list of navigation names."""
    if isinstance(entries, str):
        return {entries}
    values = entries.values() if isinstance(entries, dict) else entries
    return set().union(*(listed(entry) for entry in values))  # type: ignore[attr-defined]


def test_every_page_is_in_the_navigation_once():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = listed(yaml.safe_load(text)["nav"])
    assert named == {page.name for page in PAGES} | {name.lower() for name in FROM_ROOT}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("https:", "http:", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def anchors(file: Path) -> set[str]:
    """Return the names of a page's headings, as GitHub and the site make them."""
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}
