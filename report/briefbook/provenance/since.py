"""What a briefing says otherwise than an earlier edition, before it has been printed."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import WrongUse
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revision, Revisions
from briefbook.language.phrases import grouped
from briefbook.localization import translate
from briefbook.provenance.diff import Changes, FactChange, InputChange, ValueChange, What, compare
from briefbook.provenance.edition import Edition, edition_of
from briefbook.provenance.manifest import unprinted
from briefbook.values.dates import parse_date

_STATEMENTS = {
    What.REVISED: "Statements revised",
    What.ADDED: "Statements added",
    What.REMOVED: "Statements removed",
    What.EVIDENCE: "Same statement, different passage",
}


def revisions_since(old: Edition, resolved: ResolvedBriefing, created: str) -> Revisions:
    """Return what changed since an earlier edition; `created` is this edition's moment.

    Raises WrongUse when the earlier edition is one of another briefing.
    """
    briefing = resolved.briefing
    if old.id != briefing.id:
        raise WrongUse(
            f"{old.name} is an edition of “{old.id}”, and this is “{briefing.id}”",
            hint="give the manifest of an earlier edition of the same briefing",
        )
    new = edition_of(unprinted(resolved, created), "this edition")
    changes = compare(old, new)
    entries = (*_statements(changes), *_values(changes.values), *_inputs(changes))
    return Revisions(parse_date(old.date), tuple(dict.fromkeys(entries)))


def _statements(changes: Changes) -> Iterator[Revision]:
    """Yield changed statements; what only repeats the change of another one is left out."""
    told: set[tuple[str, str]] = set()
    for what, group in _STATEMENTS.items():
        for change in changes.facts:
            if change.what is what:
                # The first text is the fullest; short forms repeat its change.
                before, now = words = _words(change)
                if words not in told:
                    yield Revision(group, before, now, change.fact.statement if now else "")
                told |= {words, *(change.pairs if what is What.REVISED else ())}


def _words(change: FactChange) -> tuple[str, str]:
    match change.what:
        case What.ADDED:
            return "", change.fact.text
        case What.REMOVED:
            return change.fact.text, ""
        case What.REVISED:
            return next(change.pairs, (change.old.text if change.old else "", change.fact.text))
        case What.EVIDENCE:
            gone, come = change.quotes
            return _quoted(gone), _quoted(come)


def _quoted(quotes: tuple[str, ...]) -> str:
    return " ".join(f"“{quote}”" for quote in quotes)


def _values(values: tuple[ValueChange, ...]) -> Iterator[Revision]:
    names = {
        What.REVISED: "Figures revised by their publisher",
        What.ADDED: "Figures added",
        What.REMOVED: "Figures no longer published",
    }
    for what, group in names.items():
        for value in values:
            if value.what is what:
                head = f"{value.title}, {value.year}:"
                before, now = (
                    f"{head} {grouped(number)} {value.unit}" if number else ""
                    for number in (value.old, value.new)
                )
                yield Revision(translate(group), before, now)


def _inputs(changes: Changes) -> Iterator[Revision]:
    for change in (*changes.sources, *changes.series):
        group = translate("Sources and data")
        match change.what:
            case What.ADDED:
                yield Revision(group, "", _dated(change.title, change.new))
            case What.REMOVED:
                yield Revision(group, _dated(change.title, change.old), "")
            case _:
                yield Revision(group, _dated(change.title, change.old), _changed(change))


def _changed(change: InputChange) -> str:
    if change.old != change.new:
        return _dated(change.title, change.new)
    return translate("{title}: text changed", title=_dated(change.title, change.new))


def _dated(title: str, date: str) -> str:
    return f"{title} ({date})" if date else title
