"""At a glance: what a source dates and counts, each figure as it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.draft.amounts import NO_DATE, Sum
from briefbook.draft.claims import Claims
from briefbook.draft.corpus import Sentence
from briefbook.draft.figures import Figures, ends, span_words
from briefbook.draft.findings import Findings
from briefbook.draft.parts import Limits, Names, count_word
from briefbook.draft.quotes import is_supported
from briefbook.draft.trim import lower_first, shorten, upper_first
from briefbook.language.en.bounds import BOUND_WORDS, bound_told
from briefbook.language.en.mentions import EntityType, Quantity
from briefbook.model import Amount, Event, Formula, GlanceItem
from briefbook.text import StatementType
from briefbook.values.dates import long_date, short_date
from briefbook.values.formatting import prose, short

_NUMBER = 13
"""Letters of a big number."""
_MOST = 4
_TOLD_WHOLE = 14
"""Statements of a source that needs no figures apart."""
_OF_TIME = frozenset(
    "year years month months week weeks day days hour hours minute minutes time times".split()
)
"""How long something lasts or how old somebody is stands for nothing by itself."""


def make_glance(
    found: Findings, figures: Sequence[Figures], claims: Claims, limits: Limits, names: Names
) -> tuple[GlanceItem, ...]:
    """Return up to four figures: what is dated, the first and the last date, the largest sum, counts.

    None of a short source, which is told whole below.
    """
    if found.plan.is_plain and len(claims.by_sentence) <= _TOLD_WHOLE:
        return ()
    events = [event for figure in figures for event in figure.events]
    items = [*_dates(events, limits, names), *_largest(figures, found.sums, limits, names)]
    kept = [sentence for part in found.plan.parts for sentence in part.sentences]
    for sentence in sorted(kept, key=lambda s: (-found.ranking.score(s), s.number)):
        if len(items) >= _MOST:
            break
        item = _quantity(sentence, claims, limits, names)
        if item and item.values[0] not in [other.values[0] for other in items]:
            items.append(item)
    return tuple(items)


def _dates(events: Sequence[Event], limits: Limits, names: Names) -> list[GlanceItem]:
    counted = [event for event in events if not event.is_context]
    supported = ends(counted)
    if not supported:
        return []
    items = []
    by_id = {str(event.id): event for event in counted}
    if len(counted) > 1:
        number, span = count_word(len(counted)), span_words(counted)
        value = f"{upper_first(number)}, {span}"
        figure = f"{len(counted)}"
        formulas = dict.fromkeys((upper_first(number), figure))
        items.append(GlanceItem(
            id=names.reserve("g-events"), label="Dated events", values=(value,), supported_by=supported,
            number=figure, caption=f"dated events, {span}",
            computed=tuple(Formula(form, "count(events)") for form in formulas),
        ))  # fmt: skip
    labels = ("First dated event", "Latest dated event") if len(supported) > 1 else ("Dated event",)
    for label, id_ in zip(labels, supported, strict=False):
        event = by_id[id_]
        figure = short_date(event.date)
        if not (note := shorten(event.title, limits.caption)):
            continue
        items.append(GlanceItem(
            id=names.reserve(f"g-{label.split()[0].lower()}"), label=label,
            values=(upper_first(long_date(event.date)),), supported_by=(id_,),
            note=note,
            number=upper_first(figure) if len(figure) <= _NUMBER else "",
            caption=note,
        ))  # fmt: skip
    return items


def _largest(
    figures: Sequence[Figures], sums: Sequence[Sum], limits: Limits, names: Names
) -> list[GlanceItem]:
    """Return the largest sum of the commonest currency, if its words can be told."""
    amounts = [amount for figure in figures for amount in figure.amounts]
    if not amounts:
        return []
    # Only sums of one currency can be compared: the commonest, the first of equals.
    units = [amount.value.unit for amount in amounts]
    unit = max(units, key=units.count)
    amounts = [amount for amount in amounts if amount.value.unit == unit]
    largest = max(amounts, key=lambda amount: amount.value.number)
    found = next(s for s in sums if s.value == largest.value and s.what == largest.what)
    label = "Largest sum stated" if len(amounts) > 1 else "Sum stated"
    bound = bound_told(found.words, str(found.quotes[0].quote))
    number = upper_first(f"{bound}{short(largest.value)}")
    return [GlanceItem(
        id=names.reserve("g-sum"), label=label, supported_by=(str(largest.id),),
        values=(upper_first(f"{bound}{prose(largest.value)}"),),
        note=str(largest.what), number=number if len(number) <= _NUMBER + 3 else "",
        caption=_sum_caption(largest, limits.caption),
    )]  # fmt: skip


def _sum_caption(amount: Amount, most: int) -> str:
    """Return what a sum is for and when, or what it is for alone."""
    what = lower_first(str(amount.what))
    told = f"{what}, {amount.period}"
    return told if len(told) <= most and amount.period != NO_DATE else what


def _quantity(
    sentence: Sentence, claims: Claims, limits: Limits, names: Names
) -> GlanceItem | None:
    """Return the first count of a sentence that names what it counts."""
    claim = claims.claim_of(sentence)
    if claim.kind is not StatementType.REPORTED:
        return None
    for fact in sentence.of(EntityType.QUANTITY):
        unit = fact.value.unit if isinstance(fact.value, Quantity) else ""
        words = " ".join(fact.quote.split())
        quote = next((str(q.quote) for q in claim.evidence if words in str(q.quote)), "")
        told = _with_bound(quote, words)
        figure = _FIGURE.match(told)
        if not unit or unit in _OF_TIME or not quote or not figure or len(words) > 3 * _NUMBER:
            continue
        number = upper_first(figure[0].strip())
        if not (is_supported(told, claim.evidence) and is_supported(number, claim.evidence)):
            continue
        note = shorten(sentence.text, limits.caption)
        if not note:
            continue
        return GlanceItem(
            id=names.name(unit, prefix="g-"),
            label=upper_first(unit) if unit[:1].isalpha() else "Share stated",
            values=(upper_first(told),), supported_by=(str(claim.id),), note=note,
            number=number if len(number) <= _NUMBER else "", caption=note,
        )  # fmt: skip
    return None


_FIGURE = re.compile(
    rf"(?:(?:{BOUND_WORDS})\s)?\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|thousand))?"
    r"(?:\s?%|\spercent|\sper cent)?(?![\w.,-]*\d)",
    re.IGNORECASE,
)
"""A number in figures with the reservation before it, and nothing else."""


def _with_bound(quote: str, words: str) -> str:
    """Return a number's words with the reservation that stands before them."""
    return f"{bound_told(words, quote)}{words}"
