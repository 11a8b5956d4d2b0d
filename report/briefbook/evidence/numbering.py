"""Numbers of exhibits and tables, and the order of events: one answer for both documents."""

from __future__ import annotations

from briefbook.localization import translate
from briefbook.model import Briefing, Event, Exhibit, ExhibitPart


def placed_exhibits(briefing: Briefing) -> tuple[Exhibit, ...]:
    """Return the exhibits in the order in which the sections show them."""
    ids = [
        part.exhibit
        for section in briefing.sections
        for part in section.body
        if isinstance(part, ExhibitPart)
    ]
    return tuple(briefing.exhibit(str(id_)) for id_ in dict.fromkeys(ids))


def exhibit_labels(briefing: Briefing) -> dict[str, str]:
    """Return the label of each placed exhibit by id: `Exhibit 1`, `Table 1`, counted apart."""
    labels: dict[str, str] = {}
    counts = {"Exhibit": 0, "Table": 0}
    for exhibit in placed_exhibits(briefing):
        word = "Table" if exhibit.table else "Exhibit"
        counts[word] += 1
        labels[str(exhibit.id)] = f"{translate(word)} {counts[word]}"
    return labels


def ordered_events(briefing: Briefing) -> tuple[Event, ...]:
    """Return the events by date: by first day, and a longer span before what falls into it."""
    return tuple(
        sorted(
            briefing.events,
            key=lambda e: (e.date.first, -e.date.last.days_since(e.date.first), e.id),
        )
    )
