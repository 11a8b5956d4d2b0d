"""What the site has beside docs/: pages of the repository's root, and its colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[2]
FROM_ROOT = {"CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"}
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_CSS = """
:root, [data-md-color-primary=custom] {--md-primary-fg-color:#0F2B46;--md-primary-fg-color--light:#1B4F7F;--md-primary-fg-color--dark:#0B1E31;--md-typeset-a-color:#1B4F7F;--md-accent-fg-color:#9C3F0A}
[data-md-color-scheme=slate] {--md-typeset-a-color:#9CC4EA;--md-accent-fg-color:#F7AA7E}
.md-typeset h1, .md-typeset h2, .md-typeset h3 {color:var(--md-default-fg-color);font-weight:600;letter-spacing:0}
.md-typeset h1 {font-size:1.6rem} .md-typeset h2 {font-size:1.2rem} .md-typeset h3 {font-size:1rem}
.md-typeset table:not([class]) {font-size:.68rem}
"""


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that lie elsewhere or are made."""
    for name in sorted(FROM_ROOT):
        text = (ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, name.lower(), content=_from_root(text)))
    files.append(File.generated(config, "site.css", content=_CSS))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Let links to files of the repository lead to their page, or be names."""
    return _LINK.sub(_linked, markdown)


def _linked(match: re.Match[str]) -> str:
    words, target = match[1], match[2]
    if (ROOT / "docs" / target).is_dir() or target.startswith("examples/"):
        return f"{words} (`docs/{target}`)"
    if not target.startswith("../"):
        return match[0]
    name, _, anchor = target.removeprefix("../").partition("#")
    if name in FROM_ROOT:
        return f"[{words}]({name.lower()}{'#' + anchor if anchor else ''})"
    return f"{words} (`{name}`)"


def _from_root(text: str) -> str:
    """Return a page of the root as it stands in docs/."""

    def moved(match: re.Match[str]) -> str:
        words, target = match[1], match[2]
        if target.startswith(("https:", "http:", "#")):
            return match[0]
        if target.startswith("docs/"):
            return f"[{words}]({target.removeprefix('docs/')})"
        return f"[{words}](../{target})"

    return _LINK.sub(moved, text)
