"""What a refresh did, told to a person: as plain text, as the body of a pull request, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefbook.language.phrases import counted, escape_markdown, grouped, printable
from briefbook.refresh.figures import Value
from briefbook.refresh.report import Outcome, QuoteResult, Report, SeriesResult, SourceResult


def as_text(report: Report) -> str:
    """Return what was done, for a terminal; problems are printed apart."""
    lines = [*map(_source_line, report.sources)]
    for series in report.series:
        lines += [_series_line(series), *(f"  {line}" for line in _values(series))]
    lines += _files(report)
    return "\n".join(map(printable, lines)) + "\n"


def as_markdown(report: Report) -> str:
    """Return the same as the body of a pull request, problems included."""
    lines = ["### Sources", "", *(f"- {_told(_source_line(s))}" for s in report.sources)]
    if report.series:
        lines += ["", "### Figures", ""]
    for series in report.series:
        lines.append(f"- {_told(_series_line(series))}")
        lines += [f"  - {_told(line)}" for line in _values(series)]
    if report.problems:
        lines += ["", "### To look at", ""]
    for problem in report.problems:
        lines.append(f"- {_told(f'{problem.place}: {problem.message}')}")
        lines += [f"  - {_told(problem.hint)}"] if problem.hint else []
    return "\n".join((*lines, "", *map(printable, _files(report)))) + "\n"


def as_json(report: Report) -> str:
    """Return the same as data, the form that docs/refresh.md describes."""
    data: dict[str, Any] = {
        "is_dry": report.is_dry,
        "exit_code": report.exit_code,
        "sources": [
            {**_entry(s), "quotes": [_quote(quote) for quote in s.quotes]} for s in report.sources
        ],
        "series": [
            {
                **_entry(s),
                "old_edition": s.old_edition,
                "new_edition": s.new_edition,
                "added": [_value(v) for v in s.laid.added] if s.laid else [],
                "revised": [_value(v) for v in s.laid.revised] if s.laid else [],
                "notes": list(s.notes),
            }
            for s in report.series
        ],
        "files": [str(path.relative_to(report.seed)) for path in report.files],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: SourceResult | SeriesResult) -> dict[str, str]:
    return {
        "id": entry.id,
        "url": entry.url,
        "outcome": entry.outcome,
        "message": entry.message,
        "file": entry.file,
    }


def _quote(quote: QuoteResult) -> dict[str, Any]:
    found = quote.found
    return {
        "statement": quote.statement,
        "line": quote.place.line,
        "quote": quote.text,
        "status": found.status,
        "holds": found.holds or quote.is_rewritten,
        "is_rewritten": quote.is_rewritten,
        "nearest": found.nearest,
        "changes": list(found.changes),
    }


def _value(value: Value) -> dict[str, Any]:
    return {"year": value.year, "old": value.old, "new": value.new}


def _told(text: str) -> str:
    """Return what a server or a file may have said, for a Markdown page: on one line, as it is."""
    return escape_markdown(printable(text))


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _source_line(source: SourceResult) -> str:
    told = ", ".join(f"{count} {status}" for status, count in source.counts.items())
    rewritten = sum(quote.is_rewritten for quote in source.quotes)
    parts = [f"{source.id}: {_outcome(source)}", f"quotes: {told or 'none'}"]
    if rewritten:
        parts.append(f"{rewritten} rewritten")
    return "; ".join(parts)


def _outcome(entry: SourceResult | SeriesResult) -> str:
    if entry.outcome is Outcome.CHANGED:
        message = f" ({entry.message})" if entry.message else ""
        return f"changed, now {entry.file}{message}"
    return f"{entry.outcome}{f' ({entry.message})' if entry.message else ''}"


def _series_line(series: SeriesResult) -> str:
    parts = [f"{series.id}: {_outcome(series)}"]
    if series.laid and series.laid.is_change:
        added, revised = len(series.laid.added), len(series.laid.revised)
        parts.append(f"{counted(added, 'year')} new, {revised} revised")
        parts.append(f"“{series.old_edition}” → “{series.new_edition}”")
    return "; ".join((*parts, *series.notes))


def _values(series: SeriesResult) -> Iterator[str]:
    """Yield each year that is new or revised, with the editions that say so."""
    if series.laid is None:
        return
    for value in series.laid.added:
        yield f"{value.year}: new, {grouped(value.new)} ({series.unit})"
    for value in series.laid.revised:
        yield (
            f"{value.year}: {grouped(value.old) or 'nothing'} ({series.old_edition}) → "
            f"{grouped(value.new)} ({series.new_edition})"
        )


def _files(report: Report) -> Iterator[str]:
    verb = "would write" if report.is_dry else "wrote"
    yield from (f"{verb} {path}" for path in report.files)
    if not report.files:
        yield "nothing to write: everything is as it was"
