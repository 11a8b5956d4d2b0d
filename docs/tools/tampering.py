"""Write the table of tamperings in docs/verify.md: what was changed, and what verify says of it.

python docs/tools/tampering.py
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefbook.verify import verify
from tests.tools import ROOT
from tests.verify.tampering import TAMPERINGS, apply, built
from tests.verify.test_visible_more import everything, told
from tests.verify.visible import KINDS
from tests.verify.visible_more import LEDGER, MORE

PAGE = ROOT / "docs" / "verify.md"
SEEN_START = "<!-- visible: docs/tools/tampering.py -->\n"
START, END = "<!-- tampering: docs/tools/tampering.py -->\n", "<!-- end -->\n"
_KINDS = {
    ".pdf": "paper", ".pptx": "deck", ".json": "ledger", ".html": "page",
    "-slides.pdf": "slides as PDF", "-handout.pdf": "handout",
}  # fmt: skip
_LONGEST = 150


def table() -> str:
    """Tamper with the example in every way, and return what was said as a Markdown table."""
    lines = ["| file | what was changed | reported | first message that names it |", "|---|---|---|---|"]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        files = built(Path(folder))
        for name, tampering in TAMPERINGS.items():
            aside = Path(folder, name)
            aside.mkdir()
            changed = apply(tampering, files, aside)
            problems = verify((changed[".pdf"], changed[".pptx"]))
            found = [p for p in problems if p.rule.startswith(tampering.rule)]
            said = f"{found[0].place}: {found[0].message}" if found else ""
            if len(said) > _LONGEST:
                said = f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
            said = " ".join(said.split()).replace("|", "\\|")
            answer = "yes" if found else "**no**"
            lines.append(f"| {_KINDS[tampering.suffix]} | {tampering.what} | {answer} | {said} |")
    return "\n".join(lines) + "\n"


def seen_table() -> str:
    """Return the kinds that a reader can see as a Markdown table; tests/verify runs each of them."""
    lines = [
        "| file | what was changed | found | with all hashes written again |",
        "|---|---|---|---|",
    ]
    for kind in (*KINDS.values(), *MORE.values()):
        answer = "found" if kind.is_found_resealed else "not found"
        lines.append(f"| {_KINDS[kind.suffix]} | {kind.what} | yes | {answer} |")
    lines += [f"| ledger | {what} | yes | found |" for what, _ in LEDGER.values()]
    return "\n".join(lines) + "\n"


def with_table(page: str, made: str, start: str = START) -> str:
    """Return a page with a table between its marks."""
    before, _, rest = page.partition(start)
    return f"{before}{start}\n{made}\n{END}{rest.partition(END)[2]}"


def unseen() -> list[str]:
    """Return the kinds that are not named, with the genuine manifest or with all hashes written again."""
    with tempfile.TemporaryDirectory() as folder:
        files, aside = everything(Path(folder, "whole")), Path(folder, "aside")
        aside.mkdir()
        return [
            f"{name} ({'resealed' if is_resealed else 'genuine manifest'})"
            for name, kind in {**KINDS, **MORE}.items()
            for is_resealed in (False, True)
            if not told(kind, files, aside, is_resealed=is_resealed)
        ]


if __name__ == "__main__":
    if missed := unseen():
        print("not named:", ", ".join(missed))
    text = with_table(PAGE.read_text(encoding="utf-8"), table())
    PAGE.write_text(with_table(text, seen_table(), SEEN_START), encoding="utf-8")
