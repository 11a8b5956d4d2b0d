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
    footer="Tajikistan–United States relations · source as of 2013",
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


def apparatus(kind: StatementType, where: str = "") -> Para:
    return Para((Tag(kind), *((Run(f"  {where}", Style.MUTED),) if where else ())), "apparatus")


def source(line: str = "GlobalSecurity.org, “Tajikistan - US Relations”, paragraphs 5–8") -> Fill:
    return text("source", (Run("Source", Style.STRONG), f" {line}"))


def slide(id_: str, layout: str, kicker: str, title: str, *fills: Fill, **more: object) -> Slide:
    heads = (text("kicker", kicker), text("title", (Run(title, statement=f"title-{id_}"),)))
    notes = (f"Say: {title}.", "[1] ¶ 5: “gave unrestricted over flight rights”")
    plain = Slide(id_, layout, more.pop("section", "Main"), (*heads, *fills), notes)  # type: ignore[arg-type]
    return replace(plain, **more)  # type: ignore[arg-type]


def chart(drawn: spec.Chart, title: str) -> Fill:
    return Fill("chart", Drawing(drawn, f"Chart. {title}, with all its figures.", title))


# ── Slides ───────────────────────────────────────────────────────────────────────────────────────

NUMBERS = (
    (
        "14 Feb 1992",
        "relations established; US State Department records say 19 February",
        StatementType.REPORTED,
    ),
    (
        "$36M",
        "bridge at Nizhniy Pyanzh, opened in 2007 and paid for by the US",
        StatementType.REPORTED,
    ),
    (
        "$16.5M",
        "for Tajik border guards, from the 2005 supplemental budget",
        StatementType.REPORTED,
    ),
    (
        "About 200",
        "trucks a day crossing the bridge when the page was written",
        StatementType.REPORTED,
    ),
    ("More than 100", "Tajik service members trained each year", StatementType.REPORTED),
    (
        "+40%",
        "US obligations, FY1998–2000 to FY2002–04, constant 2024 dollars",
        StatementType.COMPUTED,
    ),
)
MESSAGES = (
    ("Security opened the relationship.", "Air bases were offered in 2001–02, with Russia’s approval.", StatementType.REPORTED),
    ("Access is what the source values most.", "“Some truth” is in the quip that transit is the real contribution.", StatementType.ATTRIBUTED),
    ("Border and bridge are the visible projects.", "$16.5 million for border guards, $36 million for a bridge.", StatementType.REPORTED),
    ("Official data bear out an early-2000s rise.", "US obligations rose 40% from FY1998–2000 to FY2002–04.", StatementType.COMPUTED),
    ("The source disagrees with itself.", "“Mixed results” in one passage, “effectively developing” in another.", StatementType.ATTRIBUTED),
)  # fmt: skip


def numbers(count: int) -> tuple[Fill, ...]:
    fills: list[Fill] = []
    for n, (number, caption, kind) in enumerate(NUMBERS[:count], 1):
        fills.append(Fill(f"number-{n}", Paras((Para(words(number), "number"),))))
        fills += [text(f"caption-{n}", caption), text(f"tag-{n}", apparatus(kind))]
    return tuple(fills)


def messages(count: int) -> tuple[Fill, ...]:
    return tuple(
        text(f"message-{n}", lead(head), sentence, apparatus(kind, f"¶ {n + 4}"))
        for n, (head, sentence, kind) in enumerate(MESSAGES[:count], 1)
    )


def supports(count: int) -> tuple[Fill, ...]:
    found = (
        (
            StatementType.REPORTED,
            "¶ 5, 7",
            "Overflight and ground transit were granted; air bases were offered in 2001–2",
        ),
        (
            StatementType.COMPUTED,
            "Official data",
            "US obligations rose 40% from FY1998–2000 to FY2002–04",
        ),
        (
            StatementType.ATTRIBUTED,
            "¶ 6, 8",
            "“Mixed results” in one passage, “effectively developing” in another",
        ),
    )
    return tuple(
        text(f"support-{n}", apparatus(kind, where), sentence)
        for n, (kind, where, sentence) in enumerate(found[:count], 1)
    )


STATEMENT = text(
    "statement",
    (Run("The relationship rests on one asset: Tajikistan’s place on Afghanistan’s northern border. Access to it "
         "drew American attention and money after 2001. Whether that also brought reform, the source does not settle.",
         statement="bottom-line"),),
    apparatus(StatementType.JUDGEMENT),
)  # fmt: skip
TAKEAWAY = text(
    "takeaway",
    apparatus(StatementType.COMPUTED),
    Para(words("+40%"), "number"),
    "from the mean of FY1998–2000 to that of FY2002–04. The source says aid “increased significantly” and gives no figure.",
    lead("Not a steady climb"),
    "$54.6M in FY2007, $123.8M in FY2010.",
)
COVER = Slide(
    "cover",
    "title",
    "Opening",
    (
        text("kicker", "Briefing"),
        text("title", "Tajikistan–United States relations"),
        text(
            "subtitle",
            "What one web page reports about the years 1992 to 2010, and what it leaves open",
        ),
        text("fact-1", Para(words("Source"), "apparatus"), "One web page, GlobalSecurity.org"),
        text(
            "fact-2",
            Para(words("Page last modified"), "apparatus"),
            "05-03-2013 (5 March or 3 May)",
        ),
        text("fact-3", Para(words("Latest event in the text"), "apparatus"), "February 2010"),
        text(
            "notice",
            "Outside records are used only where named on the slide. Not updated to the present.",
        ),
    ),
    ("Opening.",),
)


def rich_deck() -> Deck:
    """Every layout, every chart form, links, a hidden slide, a table that goes on."""
    return Deck(META, (COVER, *_main(), *_charts(), *_tables(), *_back()))


def _main() -> tuple[Slide, ...]:
    rests = text("rests-on", "Rests on")
    opening = {"section": "Opening"}
    return (
        slide("bottom-line", "bottom-line", "Bottom line", "Geography opened the relationship; the source is divided on what it achieved", STATEMENT, rests, *supports(3), source(), **opening),
        slide("bottom-line-2", "bottom-line-2", "Bottom line", "Geography opened the relationship", STATEMENT, rests, *supports(2), source(), **opening),
        slide("numbers-6", "numbers-6", "At a glance", "Six figures that describe the relationship", *numbers(6), source(), links=(Jump("evidence"),)),
        slide("numbers-4", "numbers-4", "At a glance", "Four figures that describe the relationship, and none of them can be added to another", *numbers(4), source()),
        slide("numbers-3", "numbers-3", "At a glance", "Three figures that describe the relationship", *numbers(3), source()),
        slide("messages-5", "messages-5", "Key messages", "Access opened the relationship; the border projects are what can be counted", *messages(5), source()),
        slide("messages-4", "messages-4", "Key messages", "Access opened the relationship", *messages(4), source()),
        slide("messages-3", "messages-3", "Key messages", "Access opened it; projects followed", *messages(3), source()),
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
        slide("amounts", "chart-wide", "Assistance", "Four US-linked amounts are four different things", dollars, chart(AMOUNTS, "Four amounts"), note, source()),
        slide("map", "chart-wide", "Bridges", "Two bridges cross the border into Afghanistan", chart(MAP, "Map"), note, source()),
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
        Para((Tag(StatementType.ATTRIBUTED),), "apparatus"),
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
        slide("statements", "statements", "Plain text", "Text stands where nothing else is at hand", text("body", lead("What is told"), "A <b>tag</b> is text, and so are “quotes” & ampersands.", "A second paragraph follows the first."), source()),
        slide("sources", "sources", "Sources", "What this briefing rests on", text("sources", *entries), see, **back),
        slide("evidence", "evidence", "Evidence", "The passages that bear this briefing", Fill("table", EVIDENCE), source(), is_hidden=True, **back),
    )  # fmt: skip
