"""Sums as entries of the model: bars where they are like enough to stand beside each other, else rows.

Fewer than two like sums give no chart, fewer than three unlike ones no table; they stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from briefbook.draft.amounts import NO_DATE, NOT_STATED, Sum
from briefbook.draft.claims import Claims
from briefbook.draft.figures import Figures, Making, counts, row_key
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parts import Limits, Names, Remarks, count_word
from briefbook.draft.trim import upper_first
from briefbook.model import (
    Amount,
    AmountForm,
    AmountGroup,
    Cell,
    Claim,
    Exhibit,
    ExhibitPart,
    Formula,
    ParagraphPart,
    Part,
    Section,
    TableForm,
    TableRow,
)
from briefbook.text import StatementType

LEAST_SUMS = 2
_VAGUE = re.compile(r"\b(?:tens|dozens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
"""Hundreds of thousands of dollars: no figure to draw."""


def sum_figures(
    found: Sequence[Sum],
    claims: Claims,
    limits: Limits,
    names: Names,
    remarks: Remarks,
    unfit: frozenset[str] = frozenset(),
) -> Figures:
    """Return the sums whose purpose is told: as bars where they are like enough, else as a table.

    Bars of several currencies, of a surplus beside a deficit, or of one sum that dwarfs the others
    say nothing. Rows in `unfit` are left out.
    """
    making = Making(claims, limits, names, remarks)
    told = [entry for entry in found if _has_figure(entry) and not _names(entry) & unfit]
    if not _are_alike(told):
        return _sum_table(told, making, unfit)
    drawn = told[: limits.amounts]
    amounts = tuple(_amount(s, making) for s in drawn)
    if len({amount.value.number for amount in amounts}) < LEAST_SUMS:
        return Figures(amounts=amounts)
    number = count_word(len(amounts))
    claim = Claim(
        id=names.reserve("stated-sums"), kind=StatementType.COMPUTED,
        text=f"The source states {number} sums of money. They differ in sort and period, and "
        "no total can be drawn from them.",
        short=f"{number[:1].upper()}{number[1:]} sums of money, not to be added up",
        supported_by=tuple(str(amount.id) for amount in amounts), computed=counts(number, "count(amounts)"),
    )  # fmt: skip
    exhibit = Exhibit(
        id=names.reserve("sums"), takeaway=f"What the source counts in money: {number} sums",
        subtitle="Sums as the source states them; not to be added up",
        note=_note(amounts), computed=counts(number, "count(amounts)", is_first_small=True),
        amounts=AmountForm(_groups(drawn, amounts)),
    )  # fmt: skip
    remarks.review(
        "exhibits", "sums", "say in the takeaway what the sums show; check sort and period of each"
    )
    parts: tuple[Part, ...] = (ParagraphPart((str(claim.id),)), ExhibitPart(str(exhibit.id)))
    section = Section(id=names.reserve("money"), title=OwnTitle.SUMS, body=parts)
    return Figures((), amounts, (claim,), (exhibit,), (section,), (str(claim.id),))


def _has_figure(found: Sum) -> bool:
    """Tell whether a sum has a figure to draw, and a purpose to name it by."""
    is_exact = found.value is not None and found.value.number > 0 and not _VAGUE.search(found.words)
    return is_exact and found.is_told


def _names(found: Sum) -> set[str]:
    """Return what a row of a sum may be refused by."""
    return {row_key(found.what), row_key(upper_first(found.what))}


_UNLIKE = 20
"""Times the median that the largest sum of a chart may be."""
_APART = ("Deficit", "Surplus")
_LEAST_ROWS, _MOST_ROWS = 3, 12


def _are_alike(told: Sequence[Sum]) -> bool:
    """Tell whether some sums can stand as bars beside each other."""
    values = [s.value for s in told if s.value is not None]
    if len({value.unit for value in values}) > 1 or any(s.kind.startswith(_APART) for s in told):
        return False
    numbers = [value.number for value in values]
    return not numbers or max(numbers) <= _UNLIKE * median(numbers)


def _sum_table(told: Sequence[Sum], making: Making, unfit: frozenset[str]) -> Figures:
    """Return the sums as rows: what for, how much, when; none where they are too few."""
    rows: list[TableRow] = []
    taken: set[str] = set()
    for entry in told:
        name = entry.what if entry.what not in taken else ""
        if not name or row_key(name) in unfit or len(rows) == _MOST_ROWS:
            continue
        taken.add(name)
        evidence, supported_by = making.claims.supporting(entry.sentence, entry.quotes)
        stance = making.claims.stance(entry.sentence)
        sort = entry.kind[:1].upper() + entry.kind[1:]
        rows.append(TableRow(name, tuple(
            Cell(words, stance, evidence, supported_by)
            for words in (upper_first(entry.words), upper_first(entry.period), sort)
        )))  # fmt: skip
    if len(rows) < _LEAST_ROWS:
        return Figures()
    number = count_word(len(rows))
    id_ = making.names.reserve("sums")
    exhibit = Exhibit(
        id=id_, takeaway=f"What the source counts in money: {number} sums",
        subtitle="Sums as the source states them; not to be added up, nor drawn beside each other",
        computed=(Formula(number, f"count({id_})"),),
        table=TableForm(("What for", "Sum", "When", "Sort"), (330, 180, 160, 178), tuple(rows)),
    )  # fmt: skip
    making.remarks.review("exhibits", id_, "check what each sum is for, its sort and its period")
    section = Section(
        id=making.names.reserve("money"), title=OwnTitle.SUMS, body=(ExhibitPart(id_),)
    )
    return Figures(exhibits=(exhibit,), sections=(section,))


def _amount(found: Sum, making: Making) -> Amount:
    if found.value is None:
        raise TypeError("only sums that the checks read alike are amounts")
    evidence, supported_by = making.claims.supporting(found.sentence, found.quotes)
    amount = Amount(
        id=making.names.name(found.what, prefix="a-"),
        value=found.value,
        what=found.what,
        measure=found.kind[:1].upper() + found.kind[1:],
        period=found.period,
        is_cumulative=found.is_cumulative,
        evidence=evidence,
        supported_by=supported_by,
    )
    doubts = [] if found.is_told else ["what for?"]
    if found.kind == NOT_STATED:
        doubts.append("what sort of sum?")
    if found.period == NO_DATE:
        doubts.append("when?")
    if doubts:
        making.remarks.review("amounts", str(amount.id), " ".join(doubts))
    return amount


def _groups(found: Sequence[Sum], amounts: Sequence[Amount]) -> tuple[AmountGroup, ...]:
    """Return the sums in two groups, assistance and what is none, by the cue beside each."""
    ids = {False: [], True: []}  # type: dict[bool, list[str]]
    for entry, amount in zip(found, amounts, strict=True):
        ids[entry.is_apart].append(str(amount.id))
    groups = []
    if ids[False]:
        groups.append(AmountGroup("Stated sums", tuple(ids[False])))
    if ids[True]:
        groups.append(AmountGroup("Loans, trade, purchases", tuple(ids[True]), is_apart=True))
    return tuple(groups)


def _note(amounts: Sequence[Amount]) -> str:
    notes = []
    if any(amount.is_cumulative for amount in amounts):
        notes.append("Hatched: run up over several years, or so it reads.")
    notes.append("Sorted by the words beside each sum, not by any ledger.")
    return " ".join(notes)
