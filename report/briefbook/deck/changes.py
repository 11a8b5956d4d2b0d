"""The slide that tells an audience of an earlier edition what this one says otherwise."""

from __future__ import annotations

from briefbook.deck.fills import words_fill
from briefbook.deck.plan import Column, Fill, Notes, Slide, Table
from briefbook.evidence.revisions import CHANGES, EARLIER, Revision, Revisions
from briefbook.localization import labelled, translate, translate_count
from briefbook.text import Run, Style, Text
from briefbook.values.dates import long_date

ID = "changes"
_MOST_ROWS = 5
_MOST_LETTERS = 1200
"""What a table slide holds at a size that a room can read."""
_NONE = "–"


def slide(revisions: Revisions) -> Slide:
    """Return the slide: as many changes as it holds, the weightiest first; all are in the notes."""
    since = long_date(revisions.since)
    shown, whole = _shown(revisions.entries), len(revisions.entries)
    rows = tuple(
        (
            (Run(entry.group, statement=CHANGES),),
            _words(entry.before, EARLIER),
            _words(entry.now, entry.owner),
        )
        for entry in shown
    )
    columns = (
        Column(translate("What changed"), 168, is_name=True),
        Column(translate("Edition of {date}", date=since), 340),
        Column(translate("This edition"), 340),
    )
    alt = translate_count(
        "Table of {n} change: what the edition of {date} said, and what this one says.",
        "Table of {n} changes: what the edition of {date} said, and what this one says.",
        len(rows),
        date=since,
    )
    said = translate("All changes; the paper says what each rests on.")
    if len(shown) < whole:
        said = translate_count(
            "{n} of {whole} changes; the paper lists all of them.",
            "{n} of {whole} changes; the paper lists all of them.",
            len(shown),
            whole=whole,
        )
    fills = (
        words_fill("title", _counted(whole, since)),
        Fill("table", Table(columns, rows, alt)),
        words_fill("source", (Run(translate("Shown"), Style.STRONG), Run(f" {said}"))),
    )
    notes = Notes(tuple(_told(entry) for entry in revisions.entries))
    return Slide(ID, "table", "Changes", fills, notes)


def _shown(entries: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """Return the first entries that a slide holds, one at the least."""
    letters = 0
    for count, entry in enumerate(entries[:_MOST_ROWS]):
        letters += max(len(entry.before), len(entry.now))
        if letters * 2 > _MOST_LETTERS and count:
            return entries[:count]
    return entries[:_MOST_ROWS]


def _words(words: str, statement: str) -> Text:
    return (Run(words or _NONE, statement=statement if words else ""),)


def _counted(number: int, since: str) -> str:
    return translate_count(
        "{n} change since the edition of {date}",
        "{n} changes since the edition of {date}",
        number,
        date=since,
    )


def _told(entry: Revision) -> str:
    if not entry.before:
        return labelled(entry.group, entry.now)
    if not entry.now:
        return labelled(entry.group, entry.before)
    return translate(
        "{group}: was: {before} Now: {now}", group=entry.group, before=entry.before, now=entry.now
    )
