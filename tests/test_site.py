"""The documentation: its made pages are up to date, every page is in a list, and no link leads nowhere."""

import re
import runpy
import shlex
from pathlib import Path

import pytest
import yaml

from briefbook.cli import main
from briefbook.cli.arguments import make_parser
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


def commands_in(page: str) -> list[list[str]]:
    """Return the commands of Briefbook that a page shows, as arguments."""
    blocks = re.findall(r"```sh\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines() if line.startswith("briefbook ")]  # fmt: skip


def test_the_tutorial_does_what_it_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for arguments in commands_in("tutorial.md"):
        assert make_parser().parse_args(arguments).command == arguments[0]
        if arguments[0] in ("new", "claim", "check"):
            assert main(arguments) == 0
    model = tmp_path / "verania" / "briefing.yaml"
    text = model.read_text(encoding="utf-8")
    assert text.count("Rural clinics received $2.5 million") == 1
    model.write_text(text.replace("received $2.5", "received $3.5"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "verania"]) == 1
    assert "the evidence has: $2.5 million" in capsys.readouterr().err


def anchors(file: Path) -> set[str]:
    """Return the names of a page's headings, as GitHub and the site make them."""
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}
