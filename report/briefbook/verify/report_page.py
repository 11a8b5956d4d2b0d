"""A verification as one HTML file, for those who keep it beside the documents: verdict, files, problems.

It loads nothing and runs nothing; everything that files and ledger say is escaped.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from briefbook.errors import Problem
from briefbook.language.phrases import counted, printable
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
    title = f"Verification of “{ledger.data['title']}”"
    head = f'<meta charset="utf-8"><title>{_said(title)}</title>'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    body = "\n".join(
        (
            f"<h1>{_said(title)}</h1>",
            f'<p class="quiet">By briefbook {_said(__version__)}, against {_said(ledger.name)} (made by briefbook {_said(ledger.data["briefbook"])})</p>',
            _verdict(problems),
            *_section("Files", _files(files, ledger, problems)),
            *(_section("What differs", _problems(problems)) if problems else ()),
            *_section("The ledger", _ledger(ledger, signer)),
            *_section("What was looked at", _list(_HELD)),
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body><main>\n{body}\n</main></body></html>\n"
    )


def _said(text: object) -> str:
    return escape(printable(str(text)))


def _section(title: str, content: str) -> tuple[str, str]:
    return f"<h2>{_said(title)}</h2>", content


def _verdict(problems: Sequence[Problem]) -> str:
    if not problems:
        return (
            '<p class="verdict good"><b>As built.</b> Every word and figure is in the ledger.</p>'
        )
    count = counted(len(problems), "difference")
    return f'<p class="verdict bad"><b>Not as built.</b> {_said(count)}.</p>'


def _files(files: Sequence[Path], ledger: Ledger, problems: Sequence[Problem]) -> str:
    rows = []
    for path in files:
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        known = {entry["sha256"] for entry in ledger.outputs.values()}
        own = [p for p in problems if str(p.place).partition(",")[0] == path.name]
        state = "as built" if digest in known and not own else "changed since it was built"
        if digest in known and own:
            state = "the bytes of the ledger, and differs from it"
        rows.append(
            (
                _said(path.name),
                f"<span>{len(data):,}</span>",
                f"<code>{digest}</code>",
                _said(state),
            )
        )
    return _table(("file", "bytes", "SHA-256", "state"), rows)


def _problems(problems: Sequence[Problem]) -> str:
    rows = [
        (
            _said(problem.place),
            _said(problem.message)
            + (f'<p class="quiet">{_said(problem.hint)}</p>' if problem.hint else ""),
            f"<code>{_said(problem.rule)}</code>",
        )
        for problem in problems
    ]
    return _table(("where", "what", "rule"), rows)


def _ledger(ledger: Ledger, signer: str) -> str:
    kinds = Counter(str(fact["kind"]) for fact in ledger.facts)
    unchecked = ledger.data.get("checks") == "none"
    rows = [
        ("edition", _said(ledger.created[:10])),
        ("seal", "fits: no slip since it was built" if ledger.is_sealed else "<b>does not fit</b>"),
        ("signature", _said(f"by {signer}") if signer else "not asked for"),
        ("facts", "; ".join(f"{n} {_said(_KINDS.get(kind, kind))}" for kind, n in kinds.items())),
        ("passages quoted", str(len(ledger.passages))),
        ("statements held against their quotes", "no" if unchecked else "yes, when it was built"),
        *(
            (f"source “{_said(source['title'])}”", f"{_said(source['publisher'])}<br><code>{_said(source['sha256'])}</code>")
            for source in _sources(ledger)
        ),
    ]  # fmt: skip
    return _table(("", ""), rows, has_head=False)


def _sources(ledger: Ledger) -> Iterable[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = ledger.data["sources"]
    return found.values()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, has_head: bool = True) -> str:
    """Return a table; the first cell of a row is its head."""
    head = "".join(f'<th scope="col">{_said(name)}</th>' for name in heads)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{_said(heads[0] or "ledger")}"><table>'
        + (f"<thead><tr>{head}</tr></thead>" if has_head else "")
        + f"<tbody>{''.join(_rows(rows))}</tbody></table></div>"
    )


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for first, *others in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'


def _list(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_said(text)}</li>' for text in texts)}</ul>"
