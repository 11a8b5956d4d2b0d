"""Sections told in words: at most one slide of three or four statements, and the whole list behind."""

from __future__ import annotations

import re

from briefbook.deck.fills import source_fill, text_fill, title_fill, words_fill
from briefbook.deck.plan import Column, Fill, Para, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.citations import spoken
from briefbook.localization import quoted, translate, translate_count
from briefbook.model import Claim, Section
from briefbook.model.slides import MOST_STATEMENTS, MOST_WORDS, count_of_words, words_for_slide
from briefbook.text import Run, Style, Tag, Text

_FEWEST = 2
_FIGURE = re.compile(
    r"(?:More than |About )?(?:[$£€]\d[\d.,]*(?: (?:million|billion)|[MBK])?|"
    r"\d[\d.,]*(?:%| percent| per cent)|(?<![\d/])\d{1,3}(?:,\d{3})+|(?<![\d/.–-])[1-9]\d{2}(?![\d,/–-]))(?!\w)"
)
"""A sum, share or count, `$16.5 million`, `40%`, `1,450`, `More than 100`: set bold, as the eye looks for it."""


def chosen(texts: StatementText, section: Section, said: set[str]) -> list[Claim]:
    """Return the statements of a section that its slide has room for and no earlier one has said."""
    found: list[Claim] = []
    words = 0
    for id_ in section.slide:
        claim = texts.claims[str(id_)]
        if str(id_) in said:
            continue
        words += count_of_words(claim)
        if len(found) == MOST_STATEMENTS or words > MOST_WORDS:
            break
        found.append(claim)
    return found if len(found) >= _FEWEST else []


def slide(texts: StatementText, section: Section, claims: list[Claim]) -> Slide:
    """Return the slide of a section: bands with figures where each statement has one, else numbered."""
    have_figures = all(claim.figure for claim in claims)
    fills = [
        title_fill(str(section.headline or section.title), f"{section.id}"),
        *(
            fill
            for n, claim in enumerate(claims, 1)
            for fill in _band(texts, n, claim, has_figure=have_figures)
        ),
        *source_fill(texts.source_line(claims)),
    ]
    notes = texts.notes([claim.text for claim in claims], claims)
    layout = f"{'rows' if have_figures else 'points'}-{len(claims)}"
    return Slide(f"section-{section.id}", layout, str(section.title), tuple(fills), notes)


def _band(texts: StatementText, n: int, claim: Claim, *, has_figure: bool) -> tuple[Fill, Fill]:
    own = str(claim.id)
    if has_figure:
        mark = text_fill(f"mark-{n}", Para((Run(claim.figure, statement=own),), "number"))
    else:
        mark = words_fill(f"mark-{n}", str(n))
    words = _with_figures(words_for_slide(claim), own)
    if claim.figure and not has_figure:
        words = (Run(f"{claim.figure} ", Style.STRONG, own), *words)
    return mark, text_fill(f"row-{n}", Para(words), *texts.mark(claim))


def _with_figures(words: str, statement: str) -> Text:
    """Return a statement with its figures strong."""
    parts: list[Run] = []
    at = 0
    for match in _FIGURE.finditer(words):
        parts.append(Run(words[at : match.start()], statement=statement))
        parts.append(Run(match[0], Style.STRONG, statement))
        at = match.end()
    parts.append(Run(words[at:], statement=statement))
    return tuple(part for part in parts if part.text)


def backup(
    texts: StatementText, section: Section, said: set[str], name: str, *, is_titled: bool
) -> Slide | None:
    """Return the statements of a section in a table, each with its kind and the place it comes from.

    Those that a slide before has said are left out; None where nothing is left. `is_titled` where a
    slide before has the section's headline.
    """
    claims = [texts.claims[str(id_)] for id_ in section.slide if str(id_) not in said]
    aside = str(section.aside) if str(section.aside) not in said else ""
    if aside and not claims:  # a quotation stands beside others, or is a row as they are
        claims, aside = [texts.claims[aside]], ""
    if not claims:
        return None
    rows = tuple((texts.short(claim), _kind_cell(texts, claim)) for claim in claims)
    columns = (Column(translate("Statement"), 620), Column(translate("Kind and place"), 228))
    alt = translate_count(
        "Table of {n} statement on {title}, with its kind and the paragraph it comes from.",
        "Table of {n} statements on {title}, each with its kind and the paragraph it comes from.",
        len(rows),
        title=section.title,
    )
    is_whole = claims == [texts.claims[str(id_)] for id_ in section.slide]
    title = (
        translate("{title}: all statements", title=section.title)
        if is_whole
        else translate("{title}: further statements", title=section.title)
    )
    fills = [
        title_fill(title if is_titled else str(section.headline) or title),
        Fill("table", Table(columns, rows, alt)),
    ]
    shown = list(claims)
    layout = "table"
    if aside:
        shown.append(texts.claims[aside])
        layout = "table-aside"
        fills.append(_aside(texts, texts.claims[aside]))
    fills += source_fill(texts.source_line(shown))
    notes = texts.notes([claim.text for claim in shown], shown)
    return Slide(f"statements-{section.id}", layout, name, tuple(fills), notes, is_hidden=True)


def _kind_cell(texts: StatementText, claim: Claim) -> Text:
    where = texts.where(claim)
    return (Tag(claim.kind), *((Run(f"  {where}", Style.MUTED, str(claim.id)),) if where else ()))


def _aside(texts: StatementText, claim: Claim) -> Fill:
    # A view's first passage is what was said; words that name the speaker may stand before it in the source.
    said = str(claim.evidence[0].quote) if claim.evidence else ""
    passages = sorted(texts.citations.of(claim), key=lambda passage: passage.quote.quote != said)
    shown = spoken(claim, passages[:1])
    quotes = " ".join(quoted(words) for _, words in shown.words)
    who = texts.source_name(passages[0]) if shown.is_told else str(claim.voice)
    line = f"{who[:1].upper()}{who[1:]}, {texts.where(claim)}"
    return text_fill(
        "aside",
        Para((Run(quotes, Style.EMPHASIS, str(claim.id)),)),
        Para((Run(line, Style.MUTED, str(claim.id)),), "apparatus"),
    )
