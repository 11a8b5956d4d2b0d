"""Page one of a draft, by rule: nothing weighed, everything true of any source it is made from."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence

from briefbook.draft.candidates import Candidate, told
from briefbook.draft.claims import Claims
from briefbook.draft.corpus import Material, Sentence, Text, publisher_of
from briefbook.draft.dating import Role, roles
from briefbook.draft.figures import span_words
from briefbook.draft.glyph_coverage import printable_only
from briefbook.draft.own_titles import first_own_title, own_title
from briefbook.draft.parties import Parties
from briefbook.draft.parts import Remarks
from briefbook.draft.titles import in_small_letters
from briefbook.draft.trim import clipped, upper_first
from briefbook.language.en.countries import country_codes
from briefbook.language.en.dates import FoundDate, find_dates
from briefbook.model import BottomLine, Event, Source
from briefbook.values.dates import Date, Precision, parse_date
from briefbook.values.day import Day

_TITLE, _LEAST_TITLE, _FOOTER, _SOURCE = 120, 12, 80, 180
_TELLING_TITLE = 30
"""Letters of the first half of a title that is too long as a whole, from which on it says enough."""
_BILATERAL = 62
_SHORT_NAME = 64
_PIECE, _PIECES = 100, 40
"""Letters of a piece of boilerplate in a comment, and how many are listed."""
_CANDIDATES = 3
_NOT_STATED = "Publisher not stated"


# ── The source and its names ─────────────────────────────────────────────────────────────────────


def make_sources(material: Material, remarks: Remarks) -> tuple[Source, ...]:
    """Return the sources as far as their readers tell of them."""
    return tuple(source_of(text, remarks) for text in material.texts)


def source_of(text: Text, remarks: Remarks) -> Source:
    """Return a source as far as its reader tells of it, with remarks on what nobody has said yet."""
    read, about = text.read, text.read.about
    title = _in_room(own_title(text) or title_of_file(text), _SOURCE)
    # A page is touched for many reasons; the day that it names as its own dates it.
    date = _date(about.published or about.modified)
    publisher = publisher_of(text)
    short = publisher or title
    publisher = publisher or _NOT_STATED
    for note in (*read.notes, *_left_out(text)):
        remarks.head("sources", text.id, note)
    asked = "title, publisher, date, address"
    remarks.review(
        "sources", text.id, f"{asked}; how far can it be trusted; may its text be passed on?"
    )
    return Source(
        id=text.id, file=text.file, title=title, publisher=publisher,
        sha256=text.document.sha256, redistribute=False,
        quality="Not assessed yet; its form was read by rule",
        url=about.address if re.fullmatch(r"https://\S+", about.address) else "",
        date=date, date_note=_date_note(text, date), short=clipped(short, _SHORT_NAME),
    )  # fmt: skip


def _left_out(text: Text) -> tuple[str, ...]:
    """Return what the reader kept out of the snapshot, piece by piece, as far as there is room."""
    parts = [part for part in text.read.boilerplate if part.end < 0]
    said = [f"left out, {part.reason}: “{clipped(part.text, _PIECE)}”" for part in parts[:_PIECES]]
    rest = len(parts) - _PIECES
    return (*said, f"left out too: {rest:,} more pieces") if rest > 0 else tuple(said)


def title_of_file(text: Text) -> str:
    """Return a title from a file's name, where the document has none, if it names no country of its own."""
    stem = text.origin.rsplit(".", 1)[0]
    # A number that the source has not is none of its title: issue-848.
    borne = (
        w
        for w in re.split(r"[\W_]+", stem)
        if not any(map(str.isdigit, w))
        or re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(w)}(?!\w|[.,]\d)", text.document.text)
    )
    words = printable_only(" ".join(borne))
    low = words.lower()
    named = [
        name
        for name in country_codes()
        if name.lower() in low and re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE)
    ]
    is_borne = all(name in text.document.text for name in named)
    return upper_first(words) if words and is_borne else "Untitled document"


def _date(edtf: str) -> Date | None:
    try:
        return parse_date(edtf) if edtf else None
    except ValueError:
        return None


def _date_note(text: Text, date: Date | None) -> str:
    """Return an ambiguous date as the source prints it."""
    if date is None or date.precision is not Precision.ONE_OF:
        return ""
    words = text.document.text
    for part in (words[-2_000:], words[:2_000]):
        for found in find_dates(part):
            if found.date == date:
                return part[found.start : found.end]
    return ""


def make_title(material: Material, parties: Parties) -> str:
    """Return the briefing's title: the parties where there are two, else the document's own."""
    own = first_own_title(material.texts)
    if len(parties.names) > 1:
        joined = f"{parties.names[0]}–{parties.names[1]} relations"
        if len(joined) <= _BILATERAL:
            return joined
    return _in_room(_closed(in_small_letters(own or title_of_file(material.texts[0]))))


def _closed(title: str) -> str:
    """Return a title without the beginning of a quotation whose end is lost."""
    for opened, closed in ("‘’", "“”"):
        at = title.rfind(opened)
        if at > _LEAST_TITLE and closed not in title[at:]:
            title = title[:at].rstrip(" :,–—-")
    return title


def short_title(title: str) -> str:
    """Return what stands for a title that is too long for a footer; empty for one that is not."""
    return _in_room(title, _FOOTER) if len(title) > _FOOTER else ""


def _in_room(title: str, most: int = _TITLE) -> str:
    """Return a title whole where it has room, else to the end of a part of it, else in whole words."""
    if len(title) <= most:
        return title
    for pattern in (r":\s|\s[–—-]\s|;\s", r",\s"):
        cuts = [m.start() for m in re.finditer(pattern, title) if m.start() <= most]
        if cuts and cuts[-1] >= _LEAST_TITLE:
            head, tail = title[: cuts[-1]], re.split(pattern, title[cuts[-1] :], maxsplit=1)[-1]
            # “Our Research Shows - Boats Carry More People”: the longer half says it.
            is_bare = len(head) < _TELLING_TITLE and 2 * len(head) < len(tail) <= most
            return upper_first(tail) if is_bare else head
    return clipped(title, most)


def edition_of(sources: Sequence[Source], sentences: Sequence[Sentence]) -> Date:
    """Return a day that stands for the edition: never before a date of the text, never after today.

    Only a day can date it: what speaks of a year, or of nothing, is read today. The clock is
    SOURCE_DATE_EPOCH, where that is set.
    """
    today = _today()
    told = [
        found.date
        for s in sentences
        if not _is_planned(s.text)
        for found, role in roles(s.text)
        if not _is_beside(s.text, found, role)
    ]
    told += [source.date for source in sources if source.date]
    spans = [(_iso(date.first), _iso(date.last)) for date in told if date.first.year > 0]
    days = [first for first, last in spans if first == last <= today]
    latest = max(days, default=today)
    is_last = all(first <= latest for first, _ in spans if first <= today)
    return parse_date(latest if is_last else today)


def _is_beside(text: str, found: FoundDate, role: Role) -> bool:
    """Tell whether a date says nothing of a text's own day: by December 2023, Healthy People 2020."""
    is_name = role is Role.NAME and re.search(r"[A-Z]\w* $", text[: found.start]) is not None
    return is_name or (role is Role.OTHER and _BEFORE.search(text[: found.start]) is not None)


_BEFORE = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?(?:end of\s|early\s|late\s)?$")
"""By December 2023 something may be so: the text need not be of a later day."""
_PLANNED = re.compile(
    r"\b(?:is|are) (?:preparing for|scheduled|planned|due|expected|set|to be)\b|\b(?:will|shall|must|deadlines?|no later than)\b|\b(?:ahead of|in preparation for)\b"
    r"|\b(?:aims?|intends?|plans?|hopes?|wish(?:es)?|readiness|ready|willing(?:ness)?|invited?) to\b"
)


def _is_planned(text: str) -> bool:
    """Tell whether a sentence speaks of what is to come: its day is none of the source's."""
    return _PLANNED.search(text) is not None


def _iso(day: Day) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.now(dt.UTC)
    day = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else now
    return day.date().isoformat()


def make_subtitle(events: Sequence[Event], sources: int) -> str:
    """Return what the draft is made from, with the years that it dates."""
    counted = [event for event in events if not event.is_context]
    span = span_words(counted)
    # How many documents there are is no formula's number, so it is not told here.
    says = "one document says" if sources == 1 else "the documents say"
    said = f"What {says}"
    if not span:
        return said
    return (
        f"{said}; its dated events lie in {span[3:]}"
        if span.startswith("in ")
        else (f"{said}; its dated events run from {span}")
    )


def make_notice(sources: int) -> tuple[str, str]:
    """Return the label and the text of page one's notice."""
    rests = "a single document" if sources == 1 else "several documents"
    label = "Draft from a single document" if sources == 1 else "Draft from several documents"
    return label, (
        f"This draft rests on {rests}. Its statements are the source’s own sentences, chosen and "
        "shortened by rule; nobody has weighed, checked or reworded them. Passages that judge, "
        "promise or expect are marked as views."
    )


# ── Bottom line ──────────────────────────────────────────────────────────────────────────────────


def make_bottom_line(
    claims: Claims, supports: Sequence[str], candidates: Sequence[Candidate], remarks: Remarks
) -> BottomLine:
    """Return an answer that is to be written, with candidates as comments: a rule cannot weigh."""
    told_ = [told(candidate) for candidate in candidates]
    by_id = {str(claim.id): claim for claim in claims.by_sentence.values()}
    # A source without a figure or a date still has weighty statements.
    told_ += [
        f"a weighty statement: {id_}: {by_id[id_].text}" for id_ in claims.key if id_ in by_id
    ]
    for number, words in enumerate(told_[: max(_CANDIDATES, len(candidates))], 1):
        remarks.review("bottom_line", "", f"candidate {number}, by its weight: {words}")
    remarks.review("bottom_line", "", "write the answer in a sentence or two of your own")
    return BottomLine(
        text=f"{BottomLine.OPEN}: what the source comes to.",
        supported_by=(claims.key[0],),
        headline=f"{BottomLine.OPEN}: what the source shows",
        supports=tuple(supports),
    )
