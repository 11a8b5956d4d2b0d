"""Dated sentences to events: one date, something that happened, the lane of its section.

Which of several dates belongs to which happening is not for a rule to guess: where each clause has
one date, each is an event; else the sentence is none (`dating`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefbook.draft import cues
from briefbook.draft.corpus import Sentence
from briefbook.draft.dating import Dated, happenings_in
from briefbook.draft.lexicon import Topic
from briefbook.draft.quotes import Quoter, is_supported
from briefbook.draft.rank import Ranking, words_of
from briefbook.draft.sections import Label
from briefbook.draft.trim import has_verb, shorten, without_date
from briefbook.language.en.dates import FoundDate, find_dates, is_open_ended
from briefbook.language.en.mentions import EntityType
from briefbook.model import Quote
from briefbook.values.dates import Date, Precision, parse_date

MAX_EVENTS = 14
MAX_LANES = 4
_TITLE = 130
"""Letters of an event's title."""
_UNNAMED = re.compile(r"(?:It|This|These)\b")
_LEAST_NEAR, _AGE = 4, 40
"""Of so many events, one that lies more years before the next than all others span is left to the text."""
_SAME = 0.35
"""Two events of overlapping dates and so alike are probably one."""


@dataclass(frozen=True)
class Happening:
    """A dated event as the draft found it."""

    sentence: Sentence
    date: Date
    title: str
    label: str
    topic: Topic
    quotes: tuple[Quote, ...]
    is_context: bool = False
    """A date that marks an age, not an event of this story."""
    doubt: str = ""
    """What the editor should settle."""
    weight: float = 0.0
    """How much its sentence says, among all sentences of the sources."""


def find_happenings(
    sentences: Sequence[Sentence], labels: Mapping[int, Label], quoter: Quoter, ranking: Ranking
) -> tuple[Happening, ...]:
    """Return the events of some sentences by date, at most `MAX_EVENTS`, the weightiest."""
    found = []
    for sentence in sentences:
        if sentence.of(EntityType.DATE):
            found += _of(sentence, labels[sentence.number], quoter)
    kept = [replace(h, weight=ranking.score(h.sentence)) for h in _once(found, ranking)]
    return weightiest(_near_in_time(kept), MAX_EVENTS)


def weightiest(happenings: Sequence[Happening], count: int) -> tuple[Happening, ...]:
    """Return so many events, those whose sentences say most, by date."""
    best = sorted(happenings, key=lambda h: (-h.weight, h.sentence.number))[:count]
    return tuple(sorted(best, key=lambda h: (h.date.first, h.sentence.number)))


def _near_in_time(happenings: Sequence[Happening]) -> list[Happening]:
    """Return events without the one or two that stand an age before the others: no axis bears both."""
    kept = sorted(happenings, key=lambda h: (h.date.first, h.sentence.number))
    for count in (1, 2):
        if len(kept) > _LEAST_NEAR * count:
            gap = kept[count].date.first.year - kept[count - 1].date.first.year
            span = kept[-1].date.last.year - kept[count].date.first.year
            if gap > max(_AGE, span):
                return kept[count:]
    return kept


def lanes_of(happenings: Sequence[Happening]) -> dict[str, Topic]:
    """Return the lane of each topic by its id: the largest topics have their own, the rest share.

    At most `MAX_LANES` lanes; a topic beyond them joins the one that has most events.
    """
    count: dict[str, int] = {}
    topics = {}
    for happening in happenings:
        topics[happening.topic.id] = happening.topic
        count[happening.topic.id] = count.get(happening.topic.id, 0) + 1
    largest = sorted(count, key=lambda id_: -count[id_])
    own = [id_ for id_ in largest[:MAX_LANES] if count[id_] > 1] or largest[:1]
    return {id_: topics[id_ if id_ in own else own[0]] for id_ in topics}


def _of(sentence: Sentence, label: Label, quoter: Quoter) -> list[Happening]:
    told = happenings_in(sentence.text)
    made = [_one(sentence, dated, label, quoter) for dated in told]
    found = [happening for happening in made if happening]
    # A sentence of two dates is two events or none: half of it would say something else.
    if len(found) != len(told):
        return []
    if len(found) > 1:
        doubt = "a sentence of several dates; does each clause have the right one?"
        return [replace(happening, doubt=doubt) for happening in found]
    return found


def _one(sentence: Sentence, dated: Dated, label: Label, quoter: Quoter) -> Happening | None:
    """Return the event of a stretch of a sentence that has one date."""
    text, found = sentence.text, dated.found
    date = _dated(text, found)
    if date is None:
        return None
    quotes = quoter.sentence(sentence)
    # The check reads each quote by itself: the date must be whole in one of them.
    supporting = tuple(q for q in quotes if _supports(str(q.quote), date))
    if not supporting:
        return None
    is_era = date.edtf.startswith("2001-09-11")
    title = shorten(without_date(dated.words), _TITLE)
    if not title or not is_supported(title, supporting[:1]):
        title = (
            shorten(without_date(str(supporting[0].quote)), _TITLE) if dated.words == text else ""
        )
        if not title or not has_verb(title) or not cues.EVENT.search(title):
            return None
    if _UNNAMED.match(title):
        return None  # beside a mark nobody knows what “it” is
    return Happening(
        sentence, date, title, event_label(dated.words), label.topic, supporting[:1], is_era
    )


def _dated(text: str, found: FoundDate) -> Date | None:
    """Return an event's date: open where the words say since; None for what dates nothing."""
    date = found.date
    if date.precision is Precision.OPEN:
        return None
    if is_open_ended(text, found) and date.precision in (
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
    ):
        return parse_date(f"{date.edtf}/..")
    return date


def _supports(quote: str, date: Date) -> bool:
    for found in find_dates(quote):
        if date.precision is Precision.OPEN:
            if found.date.first == date.first and is_open_ended(quote, found):
                return True
        elif date == found.date:
            return True
    return False


def event_label(text: str) -> str:
    """Return the word that stands beside an event's mark; empty where no word offers itself."""
    lower = text.lower()
    places = [(lower.find(word), label) for word, label in cues.LABELS if word in lower]
    return places[0][1] if places else ""


def _once(found: list[Happening], ranking: Ranking) -> list[Happening]:
    """Return the events, of those told twice the one whose sentence says more."""
    kept: list[Happening] = []
    for happening in sorted(found, key=lambda h: (-ranking.score(h.sentence), h.sentence.number)):
        twin = next((other for other in kept if _is_same(happening, other, ranking)), None)
        if twin is None:
            kept.append(happening)
    return kept


def _is_same(a: Happening, b: Happening, ranking: Ranking) -> bool:
    if (
        a.date.first > b.date.last
        or b.date.first > a.date.last
        or a.date.precision is Precision.OPEN
    ):
        return False
    if a.sentence.number == b.sentence.number:
        return a.date == b.date and a.title == b.title
    shared = set(words_of(a.title)) & set(words_of(b.title))
    return ranking.alike(a.sentence, b.sentence) > _SAME and len(shared) > 1
