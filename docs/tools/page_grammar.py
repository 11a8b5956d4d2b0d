"""Write report/briefbook/verify/page_grammar.json: all that an evidence page can hold.

    python docs/tools/page_grammar.py

Learned from a paper with every kind of block, from every kind of chart, and from the shipped seeds;
the names of elements and attributes are what HTML calls them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefbook.documents import compose_documents
from briefbook.model.reader import read_briefing
from briefbook.paper.html import POLICY, render_html, stylesheet
from briefbook.verify.html import read_html
from tests.brand.made import ministry
from tests.paper import plans
from tests.seeds import EXAMPLE
from tests.tools import ROOT
from tests.verify import photos

TARGET = ROOT / "report" / "briefbook" / "verify" / "page_grammar.json"
SEEDS = [*sorted(p.parent for p in (ROOT / "seeds").glob("*/briefing.yaml")), photos.shown()]


def specimens() -> Iterator[bytes]:
    """Yield pages that hold everything."""
    yield render_html(plans.rich(), ())
    for seed in SEEDS:
        made = compose_documents(
            read_briefing(seed), pdf=False, pptx=False, prints=frozenset(("page",))
        )
        yield from made.outputs.values()
    worn = compose_documents(
        read_briefing(EXAMPLE), pdf=False, pptx=False, prints=frozenset(("page",)), brand=ministry()
    )
    yield from worn.outputs.values()


def grammar() -> dict[str, Any]:
    """Return the elements with their attributes, the classes, and what the head must say."""
    elements: dict[str, set[str]] = {}
    classes: set[str] = set()
    for page in specimens():
        for node in read_html(page).root.all():
            if node.tag:
                elements.setdefault(node.tag, set()).update(node.attributes)
                classes.update(node.classes)
    for names in elements.values():  # what letters of the world may ask of any text
        if "data-text" in names:
            names.add("dir")
    elements["span"] |= {"dir", "lang"}
    elements["text"] |= {"direction", "lang"}
    for name in ("a", "blockquote", "p"):
        elements[name].add("dir")
    return {
        "policy": POLICY,
        "style": hashlib.sha256(stylesheet().encode()).hexdigest(),
        "classes": sorted(classes),
        "elements": {tag: sorted(names) for tag, names in sorted(elements.items())},
    }


def text() -> str:
    """Return the file's text."""
    made = grammar()
    elements = made.pop("elements")
    lines = [f'"{key}": {json.dumps(value)}' for key, value in made.items()]
    listed = ",\n".join(f'  "{tag}": {json.dumps(names)}' for tag, names in elements.items())
    lines.append(f'"elements": {{\n{listed}\n}}')
    return "{" + ",\n".join(lines) + "}\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
