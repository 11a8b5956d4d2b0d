"""Decks to test with: every layout and every chart form, with text as real briefings have it.

The words follow the deck's target pictures; they are specimens, not statements of fact.
"""

from __future__ import annotations

from dataclasses import replace

from briefbook.deck.plan import (
    Deck,
    Drawing,
    Fill,
    Jump,
    Meta,
    Notes,
    Para,
    Paras,
    Slide,
)
from briefbook.text import Inline, Link, Run, StatementType, Style, Tag, words
from briefbook_figures import spec
from tests.deck.specimens import (
    AGREEMENTS,
    AMOUNTS,
    CAVEATS,
    COLUMNS,
    EVIDENCE,
    INTERESTS,
    LINE,
    SEVERAL,
    SHARES,
    SHARES_WITH_KEY,
    STATEMENTS,
    TIMELINE,
)
from tests.figures.examples import MAP

META = Meta(
    title="Tajikistan–United States relations",
    subject="What one web page reports about the years 1992 to 2010",
    author="The desk",
    keywords=("Tajikistan", "United States", "briefing"),
    lang="en-GB",
    created="2026-11-23T00:00:00Z",
    creator="Briefbook",
    footer="Tajikistan–United States relations",
)


def text(slot: str, *paras: str | Inline | Para | tuple[str | Inline, ...]) -> Fill:
    """A text: strings and inline parts become paragraphs of their own."""
    return Fill(slot, Paras(tuple(_para(para) for para in paras)))


def _para(para: str | Inline | Para | tuple[str | Inline, ...]) -> Para:
    match para:
        case Para():
            return para
        case tuple():
            return Para(words(*para))
        case _:
            return Para(words(para))


def lead(para: str) -> Para:
    return Para(words(para), "lead")


def apparatus(kind: StatementType) -> tuple[Para, ...]:
    return (Para((Tag(kind),), "apparatus"),) if kind is StatementType.COMPUTED else ()


def source(line: str = "GlobalSecurity.org, “Tajikistan - US Relations”, paragraphs 5–8") -> Fill:
    return text("source", (Run("Source", Style.STRONG), f" {line}"))


def slide(id_: str, layout: str, tracker: str, title: str, *fills: Fill, **more: object) -> Slide:
    heads = (text("tracker", tracker), text("title", (Run(title, statement=f"title-{id_}"),)))
    notes = Notes((f"Say: {title}.",), ("[1] ¶ 5: “gave unrestricted over flight rights”",))
    plain = Slide(id_, layout, more.pop("section", "Main"), (*heads, *fills), notes)  # type: ignore[arg-type]
    return replace(plain, **more)  # type: ignore[arg-type]


def chart(drawn: spec.Chart, title: str) -> Fill:
    return Fill("chart", Drawing(drawn, f"Chart. {title}, with all its figures.", title))


# ── Slides ───────────────────────────────────────────────────────────────────────────────────────

REASONS = (
    (StatementType.REPORTED, "200", "trucks a day cross the bridge that the United States paid for"),
    (StatementType.COMPUTED, "+40%", "US obligations rose from FY1998–2000 to FY2002–04"),
    (StatementType.ATTRIBUTED, "", "“Mixed results” in one passage, “effectively developing” in another"),
)  # fmt: skip
STATEMENTS_SAID = (
    ("$16.5M", "More than 100 Tajik service members train each year with Central Command"),
    ("High", "Air bases were offered in 2001–02, with Russia’s approval"),
    ("Moderate", "The value of Tajikistan’s airspace rose when Uzbekistan turned away in 2005"),
    ("Low", "Aid has shown “mixed results”; no passage says how they were measured"),
    ("+40%", "US obligations, FY1998–2000 to FY2002–04, in constant 2024 dollars"),
)


def reasons(count: int) -> tuple[Fill, ...]:
    return tuple(
        text(f"reason-{n}", *((number(figure),) if figure else ()), said, *apparatus(kind))
        for n, (kind, figure, said) in enumerate(REASONS[:count], 1)
    )


def number(words_: str) -> Para:
    return Para(words(words_), "number")


def bands(count: int, *, is_numbered: bool) -> tuple[Fill, ...]:
    fills: list[Fill] = []
    for n, (figure, said) in enumerate(STATEMENTS_SAID[:count], 1):
        mark = text(f"mark-{n}", str(n) if is_numbered else number(figure))
        fills += [mark, text(f"row-{n}", *(() if is_numbered else (lead("What is found"),)), said)]
    return tuple(fills)


def closing(count: int) -> tuple[Fill, ...]:
    fills = [text("left-head", "What it means"), text("right-head", "For discussion")]
    for n, (_, said) in enumerate(STATEMENTS_SAID[:count], 1):
        for side, slot in (("left", "implication"), ("right", "question")):
            fills += [text(f"{side}-mark-{n}", str(n)), text(f"{slot}-{n}", said)]
    return tuple(fills)


def blocks(count: int) -> tuple[Fill, ...]:
    said = (
        ("Access", "Open airspace, then transit by land"),
        ("Bridge", "$36M from the US; opened 2007"),
        ("Border", "$16.5M for guards in 2005"),
        ("Training", "Over 100 soldiers a year"),
    )
    return tuple(text(f"block-{n}", lead(a), b) for n, (a, b) in enumerate(said[:count], 1))


STATEMENT = text(
    "statement",
    (Run("The relationship rests on one asset: Tajikistan’s place on Afghanistan’s northern border. Access to it "
         "drew American attention and money after 2001. Whether that also brought reform, the source does not settle.",
         statement="bottom-line"),),
)  # fmt: skip
TAKEAWAY = text(
    "takeaway",
    Para(words("+40%"), "number"),
    "from the mean of FY1998–2000 to that of FY2002–04. The source says aid “increased significantly” and gives no figure.",
    lead("Not a steady climb"),
    "$54.6M in FY2007, $123.8M in FY2010.",
    *apparatus(StatementType.COMPUTED),
)
COVER = Slide(
    "cover",
    "title",
    "Opening",
    (
        text("tracker", "Country brief 4/2026"),
        text("title", "Tajikistan–United States relations"),
        text("subtitle", "Access to Afghanistan made it; the money came and went with that war"),
        *(
            text(f"fact-{n}", Para(words(label), "apparatus"), value)
            for n, (label, value) in enumerate(
                (
                    ("From", "The desk"),
                    ("Authors", "A. Author, B. Author"),
                    ("Prepared for", "The minister"),
                    ("Date", "23 November 2026"),
                    ("Sources as of", "2013"),
                ),
                1,
            )
        ),
    ),
    Notes(("Opening.",)),
)


def rich_deck() -> Deck:
    """Every layout, every chart form, links, a hidden slide, a table that goes on."""
    return Deck(META, (COVER, *_main(), *_charts(), *_tables(), *_back()))


def _main() -> tuple[Slide, ...]:
    opening = {"section": "Opening"}
    return (
        slide("answer", "answer-3", "Access · Money", "Geography opened the relationship; the source is divided on what it achieved", STATEMENT, *reasons(3), source(), **opening),
        slide("answer-2", "answer-2", "Access · Money", "Geography opened the relationship", STATEMENT, *reasons(2), source(), links=(Jump("evidence"),), **opening),
        *(slide(f"points-{n}", f"points-{n}", "Access", f"Access opened it, and {n} things followed", *bands(n, is_numbered=True), source()) for n in (2, 3, 4)),
        *(slide(f"rows-{n}", f"rows-{n}", "Access", f"How sure we are of {n} findings", *bands(n, is_numbered=False), source()) for n in (2, 3, 4)),
        *(slide(f"blocks-{n}", f"chart-blocks-{n}", "Access", f"The border is what Washington came for, {n}", chart(LINE, f"Line {n}"), *blocks(n), source()) for n in (2, 3, 4)),
        *(slide(f"closing-{n}", f"closing-{n}", "Access", f"What it means, and {n} to discuss", *closing(n), source()) for n in (1, 2, 3)),
    )  # fmt: skip


def _charts() -> tuple[Slide, ...]:
    phases = (
        ("1992–2000  Thin contact", "Embassy in Dushanbe; one education agreement"),
        (
            "2001–05  Security opens the door",
            "Air bases, border aid, narcotics and trade agreements",
        ),
        ("2006–10  Projects and routine", "Bridge, TIFA council, annual consultations"),
    )
    told = tuple(text(f"phase-{n}", lead(head), body) for n, (head, body) in enumerate(phases, 1))
    note = text(
        "note",
        "Hatched: cumulative, valuation not stated. Outlined: not assistance; the amount guaranteed is not stated.",
    )
    dollars = text(
        "subtitle",
        "Millions of US dollars as stated; not adjusted for inflation; not to be added up",
    )
    obligations = text(
        "subtitle", "Obligations, millions of constant 2024 US dollars, fiscal years"
    )
    percent = text("subtitle", "Percent of US obligations, fiscal years")
    return (
        slide("timeline", "timeline", "Chronology", "21 of the 24 dated events fall between 2000 and 2010", chart(TIMELINE, "Timeline"), *told, source()),
        slide("amounts", "chart-note", "Assistance", "Four US-linked amounts are four different things", dollars, chart(AMOUNTS, "Four amounts"), note, source()),
        slide("map", "chart-note", "Bridges", "Two bridges cross the border into Afghanistan", chart(MAP, "Map"), note, source()),
        slide("columns", "chart-takeaway", "Assistance", "US assistance ran between $43 million and $124 million a year, FY1994 to FY2024", obligations, chart(COLUMNS, "Obligations"), TAKEAWAY, source()),
        slide("columns-wide", "chart-wide", "Assistance", "US assistance has no steady trend", obligations, chart(COLUMNS, "Obligations by year"), source()),
        slide("shares", "chart-takeaway", "Assistance", "Security passed growth in 2006–10", percent, chart(SHARES, "Shares"), TAKEAWAY, source()),
        slide("shares-key", "chart-wide", "Assistance", "Agriculture began it all", percent, chart(SHARES_WITH_KEY, "Shares by agency"), source()),
        *(
            slide(f"several-{name}", "chart-wide", "Assistance", f"Several series on one scale: {name}", percent, chart(art, f"Several series: {name}"), source())
            for name, art in SEVERAL.items()
        ),
        slide("line", "chart-takeaway", "Assistance", "The US gave a quarter of net aid in 2005 and about a seventh in 2023", percent, chart(LINE, "Share of net aid"), TAKEAWAY, source()),
    )  # fmt: skip


def _tables() -> tuple[Slide, ...]:
    view = text(
        "note",
        (
            Run("View", Style.STRONG),
            ": what the source asserts about motive or intent. Unmarked cells are stated as fact or as policy.",
        ),
    )
    aside = text(
        "aside",
        (
            Run(
                "“There is some truth to the quip that Tajikistan's real contribution to U.S. efforts in Afghanistan is to be stable”",
                statement="quip",
            ),
        ),
        Para(words("Unnamed author, ¶ 6"), "apparatus"),
    )
    return (
        slide("interests", "table", "Interests", "The two sides meet on the border and part on reform", Fill("table", INTERESTS), view, source()),
        slide("agreements", "table", "Agreements", "Five agreements, then a yearly consultation", Fill("table", AGREEMENTS), source()),
        slide("caveats", "table", "Caveats", "Five things the source gets wrong or leaves open", Fill("table", CAVEATS), source()),
        slide("aside", "table-aside", "Security", "Tajikistan gave access; money for the border followed", Fill("table", STATEMENTS), aside, source()),
    )  # fmt: skip


def _back() -> tuple[Slide, ...]:
    back = {"section": "Sources & evidence"}
    entries = tuple(
        (Run(name, Style.STRONG), f" {title}. ", Link("Open", "https://www.example.org/"), ".")
        for name, title in (
            (
                "GlobalSecurity.org",
                "“Tajikistan - US Relations”, 05-03-2013, read 23 November 2026",
            ),
            (
                "ForeignAssistance.gov",
                "US obligations to Tajikistan, file of November 2025, constant 2024 dollars",
            ),
            (
                "Office of the Historian",
                "A Guide to Recognition, Diplomatic, and Consular Relations, not dated",
            ),
        )
    )
    see = text("note", ("Every passage: see the ", Link("evidence slides", "#evidence"), "."))
    return (
        slide("text", "text", "Plain text", "Text stands where nothing else is at hand", text("body", lead("What is told"), "A <b>tag</b> is text, and so are “quotes” & ampersands.", "A second paragraph follows the first."), source()),
        slide("sources", "sources", "Sources", "Sources of this briefing", text("sources", *entries), see, **back),
        slide("evidence", "evidence", "Evidence", "Passages quoted as evidence", Fill("table", EVIDENCE), source(), is_hidden=True, **back),
    )  # fmt: skip
