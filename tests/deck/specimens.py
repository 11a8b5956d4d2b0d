"""Charts and tables to test with, as real briefings have them; the figures are specimens."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

from briefbook.deck.plan import Column, Table
from briefbook.text import Run, StatementType, Style, Tag, words
from briefbook_figures import spec
from tests.figures.examples import EXAMPLES, dollars, millions, percent, years

VIEW = Tag(StatementType.ATTRIBUTED, is_flag=True)


# ── Charts ───────────────────────────────────────────────────────────────────────────────────────

AMOUNTS = spec.AmountChart(
    (
        spec.AmountGroup(
            "Assistance",
            (
                spec.AmountRow("Medical goods through HOPE", "In kind · cumulative since 2001, end not stated", millions(196), dollars(0), spec.Fill.HATCHED),
                spec.AmountRow("Bridge over the Pyanj", "Construction grant · opened 2007", millions(36), dollars(0), spec.Fill.STRONG),
                spec.AmountRow("Border guards", "Security assistance · supplemental budget 2005", millions(16.5), dollars(1), spec.Fill.STRONG),
            ),
        ),
        spec.AmountGroup(
            "Not aid: export finance",
            (spec.AmountRow("Boeing 737-900ER for Somon Air", "Guaranteed and bank-funded private purchase · no date", millions(182), dollars(0), spec.Fill.OUTLINE),),
            is_apart=True,
        ),
    ),
)  # fmt: skip

_OBLIGATIONS = (
    20.1, 28.4, 124.4, 74.2, 46.5, 43.0, 62.9, 67.8, 63.1, 105.2, 112.3, 78.9, 81.6, 95.9, 70.4, 54.6, 98.7,
    72.0, 123.8, 57.7, 84.1, 60.9, 87.0, 67.9, 62.2, 53.0, 55.8, 45.9, 80.0, 100.3, 76.4, 91.5, 99.3, 11.6,
)  # fmt: skip
_HIGH = (1994, 1997, 2010, 2024)


def _column(year: int, value: float) -> spec.Column:
    if year == 2025:
        return spec.Column(millions(value), spec.Fill.HATCHED, True, "FY2025 partial")
    is_told = year in _HIGH
    return spec.Column(millions(value), spec.Fill.STRONG if is_told else spec.Fill.QUIET, is_told)


COLUMNS = spec.ColumnChart(
    years(1992, len(_OBLIGATIONS)),
    tuple(_column(year, value) for year, value in enumerate(_OBLIGATIONS, 1992)),
    dollars(prices=2024),
    "US obligations to Tajikistan",
    (
        spec.Mean(6, 8, millions(64.6), "1998–2000"),
        spec.Mean(10, 12, millions(90.9), "2002–04"),
    ),
    spec.Span(0, 18, "years that the source text covers, to February 2010"),
)

_MOMENTS = (
    ("diplomacy", spec.Shape.DOT, 1992.12, 1992.12, "Relations established"),
    ("diplomacy", spec.Shape.SQUARE, 1992.2, 1992.2, "US embassy opens"),
    ("diplomacy", spec.Shape.SQUARE, 2002.92, 2002.92, "Embassy in Washington"),
    ("diplomacy", spec.Shape.BAR, 2006.0, 2007.0, ""),
    ("diplomacy", spec.Shape.DOT, 2006.5, 2006.5, "New US compound"),
    ("diplomacy", spec.Shape.DOT, 2009.75, 2009.75, "Ambassador Gross"),
    ("diplomacy", spec.Shape.SQUARE, 2010.1, 2010.1, "Annual talks"),
    ("security", spec.Shape.DIAMOND, 2001.7, 2001.7, "11 September"),
    ("security", spec.Shape.BAR, 2001.0, 2003.0, "Air bases offered"),
    ("security", spec.Shape.BAR, 2005.0, 2006.0, "Uzbekistan turns away"),
    ("security", spec.Shape.DOTS, 2005.57, 2005.57, "Rumsfeld visit"),
    ("security", spec.Shape.DOT, 2008.06, 2008.06, "Fallon visit"),
    ("aid", spec.Shape.ARROW, 2001.0, 2011.0, "HOPE deliveries, since 2001"),
    ("aid", spec.Shape.DASHES, 2000.0, 2004.0, "Aid up, early 2000s"),
    ("aid", spec.Shape.SQUARE, 2002.85, 2002.85, "First bridge"),
    ("aid", spec.Shape.BAR, 2005.0, 2006.0, "$16.5M, border"),
    ("aid", spec.Shape.DOT, 2007.65, 2007.65, "Pyanj bridge"),
    ("agreements", spec.Shape.SQUARE, 1996.42, 1996.42, "Education"),
    ("agreements", spec.Shape.SQUARE, 2003.0, 2003.0, "Narcotics"),
    ("agreements", spec.Shape.DOT, 2004.42, 2004.42, "TIFA"),
    ("agreements", spec.Shape.DOT, 2008.5, 2008.5, "TIFA council"),
    ("agreements", spec.Shape.DOT, 2009.34, 2009.34, "Amendment, MoU"),
)
TIMELINE = spec.TimelineChart(
    (
        spec.Lane("diplomacy", "Diplomacy"),
        spec.Lane("security", "Security"),
        spec.Lane("aid", "Aid and works", 2),
        spec.Lane("agreements", "Agreements"),
    ),
    tuple(
        spec.Moment(
            lane, shape, start, end, label, 0 if shape is spec.Shape.ARROW or lane != "aid" else 1
        )
        for lane, shape, start, end, label in _MOMENTS
    ),
    1992.0,
    2011.0,
)


def _shared(label: str, total: int, *shares: float) -> spec.ShareRow:
    return spec.ShareRow(label, tuple(total * millions(share) / 100 for share in shares))


SHARES = spec.ShareChart(
    ("Economic growth", "Health", "Peace and security", "Other"),
    (
        _shared("FY2001–05", 474, 42.0, 22.5, 19.5, 16.0),
        _shared("FY2006–10", 419, 31.0, 18.0, 48.2, 2.8),
        _shared("FY2011–15", 358, 28.0, 35.0, 25.0, 12.0),
    ),
    dollars(0),
)
SHARES_WITH_KEY = replace(
    SHARES, rows=(_shared("1992–2000", 449, 24.0, 74.0, 1.5, 0.5), *SHARES.rows)
)


def _share(year: int) -> Decimal | None:
    value = 14 + 30 * math.exp(-(((year - 2002) / 2) ** 2)) + 40 * math.exp(1992 - year)
    return None if year == 1999 else Decimal(str(round(value, 1)))


LINE = spec.LineChart(
    years(1992, 32),
    tuple(spec.Point(_share(year), year in (2002, 2010, 2023)) for year in range(1992, 2024)),
    percent(0),
    "US share of net aid",
)


SEVERAL = {name: EXAMPLES[name][0] for name in ("stack", "groups", "lines", "panels", "dots")}
"""Charts of several series, as the paper draws them."""


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────

INTERESTS = Table(
    (Column("Theme", 128, is_name=True), Column("United States, as the source has it", 352), Column("Tajikistan, as the source has it", 368)),
    (
        (words("Afghanistan"), words("A stable neighbour and support for military efforts"), words("A smaller threat from the south and a border it can fortify", VIEW)),
        (words("Transit"), words("Overflight and ground routes to Afghanistan"), words("Revenue from its position", VIEW)),
        (words("Economy"), words("Market reform, WTO entry, regional trade"), words("Power plants, tunnels and bridges", VIEW)),
        (words("Politics"), words("Democratic, social and economic reform"), words("“Not willing to reform its political process”", VIEW)),
    ),
    "Table of four themes: what each side wants, as the source has it.",
)  # fmt: skip
AGREEMENTS = Table(
    (Column("Date", 130, is_name=True), Column("Instrument", 338), Column("Between", 264), Column("Signed in", 116)),
    tuple(
        (words(date), words(what), words(between), words(place))
        for date, what, between, place in (
            ("June 1996", "Education cooperation", "Ministry of Education; ACCELS", "Washington"),
            ("January 2003", "Narcotics control and law enforcement", "The two governments", "Not stated"),
            ("1 June 2004", "Trade and investment framework (TIFA)", "US and Central Asian governments", "Washington"),
            ("5 May 2009", "Amendment to the narcotics agreement", "The two governments", "Dushanbe"),
            ("5 May 2009", "Memorandum on local self-governance", "The two governments", "Dushanbe"),
            ("February 2010", "Annual bilateral consultations", "The two governments (a process)", "Not stated"),
        )
    ),
    "Table of six agreements: date, instrument, parties, place.",
)  # fmt: skip
CAVEATS = Table(
    (Column("The source says", 312, is_quote=True), Column("What is doubtful", 334), Column("In this briefing", 202, is_strong=True)),
    tuple(
        (words(f"“{says}”"), words(doubt), words(treatment))
        for says, doubt, treatment in (
            ("established on February 14, 1992", "US Office of the Historian: 19 February", "Shown and flagged"),
            ("is Mr. Kenneth E.Gross", "Left in July 2012, before the last edit", "Written as “named”"),
            ("guaranteed and funded a $182 million purchase", "Ex-Im announced an $80M guarantee", "Held apart from aid"),
            ("effectively developing", "“Mixed results” two paragraphs earlier", "Both shown, as views"),
            ("more than tripled", "No base, measure or end date", "Quoted, never charted"),
        )
    ),
    "Table of five doubtful passages, why, and what is done about each.",
)  # fmt: skip
STATEMENTS = Table(
    (Column("Statement", 390), Column("Kind and place", 170)),
    tuple(
        (words(statement), (Tag(kind), Run(f"  ¶ {paragraph}", Style.MUTED)))
        for statement, kind, paragraph in (
            ("Air bases were offered in 2001–02, with Russia’s approval", StatementType.REPORTED, 7),
            ("Open airspace, then supply transit by land", StatementType.ATTRIBUTED, 5),
            ("$16.5 million went to border guards in 2005", StatementType.REPORTED, 13),
            ("Obligations rose 40% from FY1998–2000 to FY2002–04", StatementType.COMPUTED, 14),
        )
    ),
    "Table of four statements with kind and place.",
)  # fmt: skip
_PASSAGE = "The United States has assisted in the construction of a bridge that now carries some 200 trucks a day between the two banks of the river"
EVIDENCE = Table(
    (Column("No.", 40, is_name=True, align="right"), Column("Place", 60), Column("Passage, verbatim", 660)),
    tuple(
        (words(str(n)), words(f"¶ {n // 2 + 1}"), words(f"“{_PASSAGE[: 40 + 37 * n % 97]}”", *((VIEW,) if n % 4 == 0 else ())))
        for n in range(1, 41)
    ),
    "Table of the cited passages with number and paragraph.",
)  # fmt: skip
