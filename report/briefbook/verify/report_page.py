"""A verification as one HTML file, for those who keep it beside the documents: verdict, files, problems.

It loads nothing and runs nothing; everything that files and ledger say is escaped.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from briefbook.errors import Problem
from briefbook.language.phrases import counted, printable
from briefbook.markup import Child, Markup, document, element, still_head
from briefbook.output import write_together
from briefbook.verify import manifest_beside, signer_of_manifest
from briefbook.verify.ledger import Ledger, read_ledger
from briefbook.version import __version__

_STYLE = """
:root{--ink:#1F2933;--quiet:#52606D;--line:#CBD2D9;--ground:#FFF;--tint:#F1F4F7;--good:#1B6245;--bad:#9C1F0A}
@media(prefers-color-scheme:dark){:root{--ink:#E4E7EB;--quiet:#B3BDC7;--line:#52606D;--ground:#12181F;--tint:#1F2933;--good:#7FD8AE;--bad:#FFB4A2}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);margin:0 auto;max-width:60rem;padding:2rem 1.25rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
p{margin:.25rem 0}.quiet{color:var(--quiet)}
.verdict{border-left:.4rem solid;padding:.75rem 1rem;background:var(--tint);margin:1.25rem 0;font-size:1.1rem;font-weight:600}
.good{border-color:var(--good)}.good b{color:var(--good)}.bad{border-color:var(--bad)}.bad b{color:var(--bad)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}td,code{overflow-wrap:anywhere}code{font-size:.85rem}td span{white-space:nowrap}
@media print{body{padding:0;font-size:10pt}.wide{overflow:visible}}
"""
_KINDS = {
    "reported": "reported by a source",
    "attributed": "the view of somebody named",
    "computed": "worked out from data",
    "judgement": "the authors’ judgement",
}
_HELD = (
    "every word, in its order, on its page or slide; notes, headers and footers, alt texts, names of links",
    "values of charts and their data sheets, attached files, properties and dates",
    "the letters of the fonts, and what lies over, outside or beside a page",
    "where each text, line and area stands, how large, in which ink",
    "everything that a file holds against the list of what Briefbook writes",
)


def write_report(
    path: Path,
    files: tuple[Path, ...],
    manifest: Path | None,
    key: Path | None,
    problems: Sequence[Problem],
) -> None:
    """Write the page of a verification; raises Unwritable."""
    sealed = manifest or manifest_beside(files[0])
    is_signed = key and not any(problem.rule == "signature" for problem in problems)
    signer = signer_of_manifest(sealed, key) if key and is_signed else ""
    page = report_page(files, read_ledger(sealed), problems, signer)
    write_together(path.parent, {path.name: page.encode()})


def report_page(
    files: Sequence[Path], ledger: Ledger, problems: Sequence[Problem], signer: str = ""
) -> str:
    """Return the page; `problems` are those that verify found, `signer` who signed the manifest."""
    title = printable(f"Verification of “{ledger.data['title']}”")
    by = f"By briefbook {__version__}, against {ledger.name} (made by briefbook {ledger.data['briefbook']})"
    parts = {
        "Files": _files(files, ledger, problems),
        **({"What differs": _problems(problems)} if problems else {}),
        "The ledger": _ledger(ledger, signer),
        "What was looked at": element("ul", [_said("li", text) for text in _HELD]),
    }
    main = element(
        "main",
        element("h1", title),
        _said("p", by, class_="quiet"),
        _verdict(problems),
        [(element("h2", name), content) for name, content in parts.items()],
    )
    return document(still_head(title, _STYLE), element("body", main), "en")


def _said(name: str, text: object, class_: str | None = None) -> Markup:
    """Return an element of what a file or a ledger says."""
    return element(name, printable(str(text)), class_=class_)


def _verdict(problems: Sequence[Problem]) -> Markup:
    if not problems:
        good = element("b", "As built."), " Every word and figure is in the ledger."
        return element("p", good, class_="verdict good")
    bad = element("b", "Not as built."), f" {counted(len(problems), 'difference')}."
    return element("p", bad, class_="verdict bad")


def _files(files: Sequence[Path], ledger: Ledger, problems: Sequence[Problem]) -> Markup:
    rows = []
    known = {entry["sha256"] for entry in ledger.outputs.values()}
    for path in files:
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        own = [p for p in problems if str(p.place).partition(",")[0] == path.name]
        state = "as built" if digest in known and not own else "changed since it was built"
        if digest in known and own:
            state = "the bytes of the ledger, and differs from it"
        size = element("span", f"{len(data):,}")
        rows.append((printable(path.name), size, element("code", digest), state))
    return _table(("file", "bytes", "SHA-256", "state"), rows)


def _problems(problems: Sequence[Problem]) -> Markup:
    rows = [
        (
            printable(str(problem.place)),
            (
                printable(problem.message),
                _said("p", problem.hint, class_="quiet") if problem.hint else None,
            ),
            _said("code", problem.rule),
        )
        for problem in problems
    ]
    return _table(("where", "what", "rule"), rows)


def _ledger(ledger: Ledger, signer: str) -> Markup:
    kinds = Counter(str(fact["kind"]) for fact in ledger.facts)
    unchecked = ledger.data.get("checks") == "none"
    fits = "fits: no slip since it was built"
    rows: list[Sequence[Child]] = [
        ("edition", printable(ledger.created[:10])),
        ("seal", fits if ledger.is_sealed else element("b", "does not fit")),
        ("signature", printable(f"by {signer}") if signer else "not asked for"),
        ("facts", printable("; ".join(f"{n} {_KINDS.get(kind, kind)}" for kind, n in kinds.items()))),
        ("passages quoted", str(len(ledger.passages))),
        ("statements held against their quotes", "no" if unchecked else "yes, when it was built"),
        *map(_source, ledger.data["sources"].values()),
    ]  # fmt: skip
    return _table((), rows)


def _source(source: dict[str, Any]) -> Sequence[Child]:
    told = printable(source["publisher"]), element("br"), _said("code", source["sha256"])
    return printable(f"source “{source['title']}”"), told


def _table(heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """Return a table, without a head for no names; the first cell of a row is its head."""
    head = element("tr", [element("th", name, scope="col") for name in heads])
    body = [
        element("tr", element("th", first, scope="row"), [element("td", cell) for cell in others])
        for first, *others in rows
    ]
    table = element("table", element("thead", head) if heads else None, element("tbody", body))
    name = heads[0] if heads else "ledger"
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=name)
