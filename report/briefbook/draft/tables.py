"""Agreements and persons as tables, where the source names enough of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefbook.draft.claims import Claims
from briefbook.draft.corpus import Sentence
from briefbook.draft.figures import Figures, row_key
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parts import Names, Remarks, count_word
from briefbook.draft.quotes import Quoter, is_supported
from briefbook.draft.trim import in_quotes, shorten, upper_first
from briefbook.language.en.cues import ESTIMATIVE
from briefbook.language.en.dates import find_dates
from briefbook.language.en.mentions import EntityType, Mention, Person
from briefbook.model import (
    Cell,
    Exhibit,
    ExhibitPart,
    Formula,
    Quote,
    Section,
    TableForm,
    TableRow,
)
from briefbook.text import StatementType
from briefbook.values.dates import long_date

LEAST = 3
_MOST = 10
_NAME = 90
_ROLE = 110
_SAYS = 130
_YEARS = re.compile(r"\b(?:of )?(?:1[89]|20)\d\d\b")
_NO_DATE = "No date beside it"


@dataclass(frozen=True)
class _Found:
    """A named thing, the fact that names it best, and the quote that it stands in."""

    name: str
    fact: Mention
    sentence: Sentence
    quote: Quote
    evidence: tuple[Quote, ...]
    supported_by: tuple[str, ...]
    stance: StatementType

    def cell(self, text: str) -> Cell:
        """Return a cell that the quote bears."""
        return Cell(text, self.stance, self.evidence, self.supported_by)


def table_figures(
    sentences: Sequence[Sentence],
    claims: Claims,
    quoter: Quoter,
    names: Names,
    remarks: Remarks,
    unfit: frozenset[str],
) -> Figures:
    """Return the tables of agreements and of persons, in one section, without the rows in `unfit`."""
    exhibits = [
        exhibit
        for exhibit in (
            _agreements(
                _fit(_named(sentences, EntityType.AGREEMENT, claims, quoter), unfit), names
            ),
            _persons(_fit(_named(sentences, EntityType.PERSON, claims, quoter), unfit), names),
        )
        if exhibit
    ]
    if not exhibits:
        return Figures()
    for exhibit in exhibits:
        remarks.review(
            "exhibits",
            str(exhibit.id),
            "check each row; the rules do not know one name from another",
        )
    found = [str(exhibit.id).split("-", 1)[0] for exhibit in exhibits]
    title = {"agreements": "Agreements", "persons": "Persons"}[found[0]]
    title = OwnTitle.NAMED if len(found) > 1 else title
    section = Section(
        id=names.reserve("named"), title=title,
        body=tuple(ExhibitPart(str(exhibit.id)) for exhibit in exhibits),
    )  # fmt: skip
    return Figures(exhibits=tuple(exhibits), sections=(section,))


def _fit(found: Sequence[_Found], unfit: frozenset[str]) -> tuple[_Found, ...]:
    kept = (entry for entry in found if row_key(entry.name) not in unfit)
    return tuple(kept)[:_MOST]


def _agreements(found: Sequence[_Found], names: Names) -> Exhibit | None:
    """Return the table of agreements; none where most have no date, or it is of one name with several years."""
    if len({_YEARS.sub("", thing.name).strip() for thing in found}) < LEAST:
        return None
    dated = sum(_when(entry) != _NO_DATE for entry in found)
    if len(found) < LEAST or 2 * dated < len(found):
        return None
    rows = []
    for entry in found:
        cells = (entry.cell(_when(entry)), _says(entry))
        rows.append(TableRow(entry.name, cells))
    return _table(
        names.reserve("agreements-named"), "What the source names: {} agreements and programs", rows,
        ("Agreement or program", "Date", "What the source says"), (270, 120, 358),
        "By the rules’ reading of capitalized names; each form of a name counts.",
    )  # fmt: skip


def _when(entry: _Found) -> str:
    """Return the only date of a quote, as the quote has it where it says it in a form of its own."""
    words = str(entry.quote.quote)
    dates = find_dates(words)
    if len(dates) != 1:
        return _NO_DATE
    when = upper_first(long_date(dates[0].date))
    return when if is_supported(when, (entry.quote,)) else words[dates[0].start : dates[0].end]


def _persons(named: Sequence[_Found], names: Names) -> Exhibit | None:
    found = [entry for entry in named if _role(entry)]
    said = [_short(entry.quote) for entry in found]
    found = [e for n, e in enumerate(found) if _short(e.quote) not in said[:n]]
    if len(found) < LEAST:
        return None
    rows = [
        TableRow(entry.name, (entry.cell(upper_first(_role(entry))), _says(entry)))
        for entry in found
    ]
    return _table(
        names.reserve("persons-named"), "Whom the source names with an office: {} persons", rows,
        ("Person", "Office as stated", "What the source says"), (160, 230, 358),
        "By the rules’ reading of names and offices; each form of a name counts.",
        is_on_slides=False,
    )  # fmt: skip


def _says(entry: _Found) -> Cell:
    """Return the words around a name, as the quote has them; in quotation marks where they estimate."""
    words = _short(entry.quote)
    return entry.cell(in_quotes(words) if ESTIMATIVE.search(words) else words)


def _short(quote: Quote) -> str:
    return shorten(str(quote.quote), _SAYS)


def _role(entry: _Found) -> str:
    """Return a person's office if the very quote has it."""
    value = entry.fact.value
    role = value.role if isinstance(value, Person) else ""
    words = " ".join(str(entry.quote.quote).split())
    is_role = role and role in words and not find_dates(role) and not re.search(r"[–|]", role)
    return shorten(role, _ROLE) if is_role else ""


def _named(
    sentences: Sequence[Sentence], kind: EntityType, claims: Claims, quoter: Quoter
) -> list[_Found]:
    """Return what the facts of a kind name, once each, where it stands first with most beside it."""
    found: dict[str, _Found] = {}
    for sentence in sentences:
        for fact in sentence.of(kind):
            name = fact.value.name if isinstance(fact.value, Person) else str(fact.value)
            quotes = quoter.around(sentence, fact.start, fact.end)[:1]
            if quotes and not set(name.split()) <= set(str(quotes[0].quote).split()):
                name = fact.quote  # the whole name stands elsewhere; the row must bear itself
            name = " ".join(name.split())
            if not quotes or not _is_name(name, kind) or name.lower() in _long_forms(found):
                continue
            if not re.match(r"[A-Z0-9“]", _short(quotes[0])) or not is_supported(
                _short(quotes[0]), quotes
            ):
                continue
            entry = _Found(
                name,
                fact,
                sentence,
                quotes[0],
                *claims.supporting(sentence, quotes),
                claims.stance(sentence),
            )
            key = name.split()[-1].lower() if kind is EntityType.PERSON else name.lower()
            if key not in found or (
                kind is EntityType.PERSON and _role(entry) and not _role(found[key])
            ):
                found[key] = entry
    return sorted(found.values(), key=lambda entry: entry.sentence.number)


_NO_NAME = re.compile(
    r"^(?:Proposed|Operational|Flexibility|Such|This|That|Existing|New|Final|Draft|Joint|Same|Other|Following|"
    r"Individual|[A-Z]|Annual|Special|Additional|Current)\s\w+$|^[A-Z]\s|[–|/]|\s-\s"
)
"""What is a kind of thing, or a line of a list, not a name."""


def _is_name(name: str, kind: EntityType) -> bool:
    """Tell whether a name can stand in a row: not a kind of thing, not a piece of a list, not too long."""
    if not name or len(name) > _NAME or _NO_NAME.search(name):
        return False
    return kind is not EntityType.PERSON or len(name.split()) > 1


def _long_forms(found: Mapping[str, _Found]) -> frozenset[str]:
    """Return the short forms that stand in brackets behind names already found: (FOIA)."""
    return frozenset(
        m[1].lower() for key in found for m in re.finditer(r"\((\w+)\)", key)
    ) | frozenset(re.sub(r"\s*\(\w+\)$", "", key) for key in found if "(" in key)


def _table(
    id_: str,
    takeaway: str,
    rows: list[TableRow],
    headers: tuple[str, str, str],
    widths: tuple[int, int, int],
    note: str,
    *,
    is_on_slides: bool = True,
) -> Exhibit:
    number = count_word(len(rows))
    return Exhibit(
        id=id_,
        takeaway=takeaway.format(number),
        note=note,
        computed=(Formula(number, f"count({id_})"),),
        is_on_slides=is_on_slides,
        table=TableForm(headers, widths, tuple(rows)),
    )
