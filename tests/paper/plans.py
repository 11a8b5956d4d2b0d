"""A whole paper by hand, with every block and component, and helpers to make small ones.

The words are those of the look's pictures. Each statement is a string with marks:
`*strong*`, `[12]` a citation, `{reported}` … a tag, `{view}` the flag.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from briefbook.paper import plan
from briefbook.text import Citation, Inline, Link, Run, StatementType, Style, Tag, Text
from briefbook_figures import palette
from briefbook_figures.display_list import DisplayList, Mark, Outline, PathMark, TextMark
from briefbook_figures.spec import Shape

WIDTH = 493.0
_MARKUP = re.compile(r"(\*[^*]+\*|\[\d+\]|\{[a-z]+\}|<[^>]+>)")
_TAGS = {
    "{reported}": Tag(StatementType.REPORTED),
    "{attributed}": Tag(StatementType.ATTRIBUTED),
    "{computed}": Tag(StatementType.COMPUTED),
    "{judgement}": Tag(StatementType.JUDGEMENT),
    "{view}": Tag(StatementType.ATTRIBUTED, is_flag=True),
}
_cited: Counter[int] = Counter()


def text(marked: str) -> Text:
    """Return a text from a string with marks; `<https://…>` and `<#anchor>` are links."""
    parts: list[Inline] = []
    for token in filter(None, _MARKUP.split(marked)):
        if token in _TAGS:
            parts.append(_TAGS[token])
        elif token[0] == "*" and token[-1] == "*":
            parts.append(Run(token[1:-1], Style.STRONG))
        elif token[0] == "[":
            number = int(token[1:-1])
            _cited[number] += 1
            parts.append(Citation(number, f"cite-{number}-{_cited[number]}"))
        elif token[0] == "<":
            target, _, words = token[1:-1].partition(" ")
            parts.append(Link(words or target, target))
        else:
            parts.append(Run(token))
    return tuple(parts)


def paper(
    *blocks: plan.Block, marking: str = "", attachments: tuple[plan.Attachment, ...] = ()
) -> plan.Paper:
    """Return a paper of these blocks."""
    return plan.Paper(
        META,
        plan.Furniture("Tajikistan–United States relations", FOOTER, marking),
        blocks,
        attachments,
    )


FOOTER = "Source as of 2013 · Edition 1 · not updated since"
META = plan.Meta(
    title="Tajikistan–United States relations",
    subject="What one web page reports about the years 1992 to 2010, and what it leaves open",
    author="The Briefbook developers",
    keywords=("TJ", "US", "country relations", "briefing"),
    lang="en-US",
    created="2026-11-23T00:00:00Z",
    creator="Briefbook 0.1.0",
)

# ── Pictures ─────────────────────────────────────────────────────────────────────────────────────


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """Return a rectangle's outline."""
    return (
        ("M", (x, y)),
        ("L", (x + width, y)),
        ("L", (x + width, y + height)),
        ("L", (x, y + height)),
        ("Z", ()),
    )


def bars(*amounts: tuple[str, str, float, str], height: float = 204) -> DisplayList:
    """Return a bar chart: label, detail, value from 0 to 1, its text; the first bar is hatched."""
    marks: list[Mark] = []
    step = height / len(amounts)
    for number, (label, detail, value, said) in enumerate(amounts):
        top = height - number * step
        bar = rectangle(217, top - 34, 250 * value, 20)
        marks.append(TextMark(0, top - 20, label, "sans-semibold", 8.8, palette.TEXT))
        marks.append(TextMark(0, top - 34, detail, "sans", 7.6, palette.MUTED))
        if number:
            marks.append(PathMark(bar, fill=palette.NAVY if number == 1 else palette.QUIET))
        else:
            marks += (
                PathMark(
                    (("M", (217 + 6 * n, top - 34)), ("L", (237 + 6 * n, top - 14))),
                    stroke=palette.NAVY,
                    width_pt=0.8,
                    clip=bar,
                )
                for n in range(-4, 42)
            )
            marks.append(PathMark(bar, stroke=palette.NAVY, width_pt=1.0))
        marks.append(
            TextMark(221 + 250 * value, top - 27, said, "sans-semibold", 8.1, palette.TEXT)
        )
    marks.append(
        PathMark((("M", (217, 0)), ("L", (217, height))), stroke=palette.AXIS, width_pt=0.75)
    )
    marks.append(TextMark(489, 4, "angle", "sans-italic", 7.1, palette.MUTED, angle=90))
    return DisplayList(WIDTH, height, tuple(marks))


def lanes(*names: str, height: float = 172) -> DisplayList:
    """Return a timeline with a lane for each name and marks of every precision."""
    marks: list[Mark] = []
    step = height / len(names)
    for number, name in enumerate(names):
        middle = height - (number + 0.5) * step
        marks.append(TextMark(0, middle - 3, name, "sans-semibold", 8.8, palette.NAVY))
        marks.append(
            PathMark(
                (("M", (0, middle - step / 2)), ("L", (WIDTH, middle - step / 2))),
                stroke=palette.HAIR,
                width_pt=0.5,
            )
        )
        marks.append(PathMark(rectangle(100 + 60 * number, middle - 2, 90, 4), fill=palette.NAVY))
        marks.append(
            PathMark(
                rectangle(300 + 30 * number, middle - 3, 6, 6),
                fill=palette.WHITE,
                stroke=palette.NAVY,
                width_pt=1.2,
            )
        )
        marks.append(
            TextMark(
                312 + 30 * number,
                middle - 3,
                f"Event in {1992 + number}",
                "sans",
                7.6,
                palette.TEXT,
            )
        )
        marks.append(
            PathMark(
                (("M", (400, middle)), ("L", (480, middle))),
                stroke=palette.GREEN,
                width_pt=3,
                dash_pt=(6, 3),
            )
        )
    return DisplayList(WIDTH, height, tuple(marks))


AMOUNTS = bars(
    (
        "Medical goods through HOPE",
        "In kind · cumulative since 2001, end not stated",
        0.95,
        "$196M",
    ),
    ("Bridge over the Pyanj", "Construction grant · opened 2007", 0.175, "$36M"),
    ("Border guards", "Security assistance · supplemental budget 2005", 0.08, "$16.5M"),
    (
        "Boeing 737-900ER for Somon Air",
        "Guaranteed and bank-funded private purchase · no date",
        0.88,
        "$182M",
    ),
)
OBLIGATIONS = bars(
    ("FY1994", "the highest year", 0.97, "124.4"),
    ("FY1997", "the lowest year", 0.34, "43.0"),
    ("FY2010", "the last year of the text", 0.96, "123.8"),
    ("FY2024", "the last full year", 0.77, "99.3"),
    ("FY2025", "partly reported", 0.09, "11.6"),
    height=268,
)
TIMELINE = lanes("Diplomacy", "Security", "Aid and works", "Agreements")

# ── Page one ─────────────────────────────────────────────────────────────────────────────────────

OPENING = plan.Opening(
    "Briefing paper",
    "Country relations",
    "23 November 2026",
    "Tajikistan–United States relations",
    "What one web page reports about the years 1992 to 2010, and what it leaves open",
    "Institute of Examples · Prepared for the desk",
)
BOTTOM_LINE = plan.BottomLine(
    "Bottom line",
    text(
        "On the source’s account the relationship rests on one asset: Tajikistan’s place on Afghanistan’s northern "
        "border. Access to it drew American attention and money after 2001. Whether that also brought reform is the "
        "question on which the source contradicts itself.[6][7][14][8][16]"
    ),
)
KEY_POINTS = plan.KeyPoints(
    "Key points",
    tuple(
        plan.KeyPoint(text(f"*{lead}*"), text(rest))
        for lead, rest in (
            (
                "Security opened the relationship.",
                (
                    "After 11 September 2001 Tajikistan offered air bases, with Russia’s approval. It also allowed overflight "
                    "and ground transit; no date is given.[12][13][7] {reported}"
                ),
            ),
            (
                "Access is what the source values most.",
                (
                    "One passage finds “some truth” in the quip that Tajikistan’s real contribution is to be stable and to "
                    "allow transit.[10] {attributed}"
                ),
            ),
            (
                "Border and bridge are the visible projects.",
                (
                    "$16.5 million went to border guards from a 2005 supplemental budget; a $36 million bridge opened in "
                    "2007.[24][27] {reported}"
                ),
            ),
            (
                "Official data bear out an early-2000s rise.",
                (
                    "US obligations averaged $90.6 million a year in FY2002–04 against $64.5 million in FY1998–2000, up 40 per "
                    "cent in constant 2024 dollars. {computed}"
                ),
            ),
            (
                "The source disagrees with itself on results.",
                (
                    "In one passage relations are “effectively developing”; in another, aid has shown “mixed "
                    "results”.[16][8] {attributed}"
                ),
            ),
        )
    ),
)
FIGURES = plan.Figures(
    tuple(
        plan.Figure(text(f"*{value}*"), text(caption))
        for value, caption in (
            ("14 February 1992", "Relations established. US records say 19 February[1]"),
            ("Five", "agreements named, 1996 to 2009[30][34][32]"),
            ("200 trucks a day", "on the bridge at the time of writing[27]"),
        )
    )
)
SPREAD = plan.Spread(BOTTOM_LINE, FIGURES)
FOOT = plan.PinToFoot(
    (
        plan.Notice(
            "One source, several voices",
            text(
                "This paper rests on a single web page that joins official and critical passages without marking which is "
                "which. It reports what the page says and does not vouch for it. Outside records are used only where "
                "named: to check dates and sums (page 6) and for obligations (Exhibit 3)."
            ),
            "Raised numbers lead to the evidence.",
        ),
    )
)

MEANING = plan.Judgements(
    "What it means",
    "meaning",
    tuple(
        text(f"*{lead}* {rest}")
        for lead, rest in (
            ("Access can be priced.", "A desk that asks for transit again should expect a bill."),
            ("Money is no measure of reform.", "The source contradicts itself on results."),
            ("The border outlasts the war.", "What was built there is still in use."),
        )
    ),
)
COLOPHON = plan.Colophon(
    (
        ("Cite as", text("“Tajikistan–United States relations”, Briefing paper, 2026.")),
        (
            "Sources",
            text(
                "<https://www.globalsecurity.org/military/world/centralasia/tajik-forrel-us.htm GlobalSecurity.org>; records."
            ),
        ),
    )
)

# ── Sections ─────────────────────────────────────────────────────────────────────────────────────


def notes(*pairs: tuple[str, str]) -> tuple[plan.SideNote, ...]:
    """Return side notes from lead and text."""
    return tuple(plan.SideNote(lead, text(words)) for lead, words in pairs)


INTERESTS: tuple[plan.Block, ...] = (
    plan.NewPage(),
    plan.Heading("Interests and access", "interests", 1, "1"),
    plan.Paragraph(
        text(
            "The source dates few events before 2001 and many after it. Embassies opened in Dushanbe in March 1992 and in "
            "Washington in December 2002.[2][4] Between those dates the page records one agreement, on education, in June 1996.[30]"
        ),
        notes(
            (
                "NDN",
                "Northern Distribution Network: overland supply routes to Afghanistan. The source uses the letters without explaining them. Added by the editors.",
            )
        ),
    ),
    plan.Paragraph(
        text(
            "What changed was geography’s price. Tajikistan offered the use of air bases in 2001–2, with Russia’s approval,[13] "
            "granted unrestricted overflight and quickly agreed to ground transit under the NDN.[7] When Uzbekistan turned away "
            "from cooperation in 2005, the page says, Tajikistan’s importance as a base rose further.[15]"
        ),
        notes(
            (
                "Not dated",
                "The page gives no date for the overflight grant, the transit agreement or the withdrawal of Russian border forces.",
            )
        ),
    ),
    plan.Quotation(
        "The source’s view",
        text(
            "“There is some truth to the quip that Tajikistan’s real contribution to U.S. efforts in Afghanistan is to be "
            "stable, and to allow unfettered over flight and transit to our forces.”[10]"
        ),
        text("Paragraph 6, unsigned. “Our” is the voice of a US official, not of this paper."),
        notes(
            (
                "Who is speaking?",
                "Paragraph 4 argues; 5–6 say “our forces”; 9–11 read like US State Department prose; 3, 8 and 12–20 like a foreign ministry’s. None is signed.",
            )
        ),
    ),
    plan.Heading("What Washington is said to want", "washington", 2),
    plan.Paragraph(
        text(
            "The page lists three aims: a stable state on Afghanistan’s northern border, support for US military efforts there, "
            "and a stabilising influence in the region.[6] It adds that the United States leads an international donor effort on "
            "the border.[19]"
        ),
        notes(
            (
                "Checked outside",
                "A US fact sheet of August 2005 says responsibility for the border passed from Russian to Tajik guards in June 2005.",
            )
        ),
    ),
    plan.Heading("What Dushanbe is said to want", "dushanbe", 2),
    plan.Paragraph(
        text(
            "On this the page is harsher. It holds that Dushanbe’s readiness “has more to do with simply wanting to make money” "
            "than with foreign policy,[5] and that it hopes for large infrastructure that Washington cannot offer.[11] No Tajik "
            "statement is quoted in support."
        )
    ),
    plan.Heading("How cooperation is organised", "cooperation", 2),
    plan.Paragraph(
        text(
            "The page lists counter-narcotics, counter-terrorism, non-proliferation and regional stability as shared work. More "
            "than 100 Tajik service members a year are said to train in programmes planned by US Central Command.[23] Since "
            "February 2010 annual consultations cover policy and assistance.[20]"
        )
    ),
    plan.Table(
        (
            plan.Column("Theme", 74, is_name=True),
            plan.Column("United States, as the page has it", 209),
            plan.Column("Tajikistan, as the page has it", 210),
        ),
        tuple(
            plan.Row(tuple(text(cell) for cell in cells))
            for cells in (
                (
                    "Afghanistan",
                    "A stable neighbour; support for military efforts[6]",
                    "A smaller terrorist threat from the south; a border it can fortify{view}[19]",
                ),
                (
                    "Transit",
                    "Overflight and ground routes[7]",
                    "Revenue from its position{view}[5]",
                ),
                (
                    "Economy",
                    "Reform; WTO entry; regional trade[21][18]",
                    "Power plants, tunnels, bridges{view}[11]",
                ),
                (
                    "Politics",
                    "Democratic, social and economic reform[18]",
                    "“Not willing to reform its political process”{view}[9]",
                ),
            )
        ),
        "table-1",
        "Table 1",
        text("*The two sides’ interests meet on the border and part on reform*"),
        source=text(
            "*Source* GlobalSecurity.org, paragraphs 4–6, 9 and 11. *Note* “View” marks what the page asserts about motive or intent; unmarked cells are stated as fact."
        ),
    ),
)

EVENTS = (
    ("14 Feb 1992", Shape.DOT, "Diplomatic relations established[1]"),
    ("Mar 1992", Shape.SQUARE, "US embassy opens in Dushanbe[2]"),
    ("Jun 1996", Shape.SQUARE, "Education agreement with ACCELS signed, Washington[30]"),
    ("early 2000s", Shape.DASHES, "US military and humanitarian aid rises, amount not given[14]"),
    ("2001–2", Shape.BAR, "Air bases offered, with Russia’s approval[13]"),
    ("since 2001", Shape.ARROW, "Medical goods through HOPE; end not stated[31]"),
    ("11 Sep 2001", Shape.DIAMOND, "Attacks in the United States (context)[12]"),
    ("Nov 2002", Shape.SQUARE, "First of five bridges in use, Gorno-Badakhshan[25]"),
    ("Dec 2002", Shape.SQUARE, "Tajik embassy opens in Washington[4]"),
    ("Jan 2003", Shape.SQUARE, "Narcotics and law-enforcement agreement[34]"),
    ("1 Jun 2004", Shape.DOT, "Trade and investment framework (TIFA) signed[32]"),
    ("2005", Shape.BAR, "Uzbekistan turns away from cooperation[15]"),
    ("2005", Shape.BAR, "$16.5 million for border guards[24]"),
    ("26–27 Jul 2005", Shape.DOTS, "Defense Secretary Rumsfeld visits[28]"),
    ("2006", Shape.BAR, "Rakhmonov re-elected; US criticism muted{view}[15]"),
    ("28 Jun 2006", Shape.DOT, "New US embassy compound opened[17]"),
    ("26 Aug 2007", Shape.DOT, "US-funded Pyanj bridge inaugurated[26]"),
    ("Oct 2007", Shape.SQUARE, "The same bridge opens to commercial traffic[27]"),
    ("22 Jan 2008", Shape.DOT, "Central Command’s Fallon visits Dushanbe[29]"),
    ("17–18 Jun 2008", Shape.DOTS, "Fourth TIFA council, Dushanbe[33]"),
    ("5 May 2009", Shape.DOT, "Narcotics amendment and local-government memorandum signed[34]"),
    ("2 Oct 2009", Shape.DOT, "Kenneth E. Gross becomes ambassador[3]"),
    ("Feb 2010", Shape.SQUARE, "Annual bilateral consultations begin[20]"),
)


def exhibit(number: int, title: str, picture: DisplayList = AMOUNTS) -> plan.Exhibit:
    """Return an exhibit with its usual parts."""
    return plan.Exhibit(
        f"Exhibit {number}",
        text(f"*{title}*"),
        "Millions of US dollars",
        picture,
        f"Drawing of exhibit {number}.",
        text("*Source* GlobalSecurity.org."),
        f"exhibit-{number}",
    )


CHRONOLOGY: tuple[plan.Block, ...] = (
    plan.Heading("Chronology", "chronology", 1, "2", on_new_page=True),
    replace(
        exhibit(1, "21 of the 24 dated events fall between 2000 and 2010", TIMELINE),
        subtitle="Dated events in the source, by theme; the mark shows how exactly each is dated",
        source=(),
    ),
    plan.Chronology(
        tuple(plan.ChronologyEntry(date, shape, text(words)) for date, shape, words in EVENTS)
    ),
    plan.PinToFoot(
        (
            plan.SourceNote(
                text(
                    "*Source* GlobalSecurity.org; quotations on page 7. *Note* 24 dated passages: 8 to the day, 2 to two days, 7 to "
                    "the month, 4 to the year, 1 to a span of years, 1 to part of a decade, 1 open-ended. Two describe the same 2005 "
                    "border support and share a row. Outside records give 19 February 1992 for the first event (page 6)."
                )
            ),
        )
    ),
)

ASSISTANCE: tuple[plan.Block, ...] = (
    plan.Heading("Assistance", "assistance", 1, "3", on_new_page=True),
    plan.Paragraph(
        text(
            "The source names four dollar amounts. They differ in kind, in period and in who pays, so no total can be drawn from them."
        ),
        notes(
            (
                "Do not add up",
                "One yearly grant, one completed structure, goods received over an unknown number of years and one private purchase have no common whole.",
            )
        ),
    ),
    plan.Paragraph(
        text(
            "Two are US grants: $16.5 million for border guards from the 2005 supplemental budget[24] and $36 million for the bridge "
            "at Nizhniy Pyanzh.[27] A third, $196 million of medical goods through HOPE, is cumulative and in kind, and no US funder "
            "is named.[31] The fourth is not aid: a $182 million purchase of airliners by a private company, with export finance.[22]"
        )
    ),
    replace(
        exhibit(2, "Four US-linked amounts in the source are four different things", AMOUNTS),
        subtitle="Millions of US dollars as stated in the source; not adjusted for inflation; not to be added up",
        alt="Bars: medical goods 196, bridge 36, border guards 16.5 million dollars; apart from them, an airliner purchase of 182.",
        source=text(
            "*Source* GlobalSecurity.org, paragraphs 11, 13, 15 and 18. *Note* Hatched: cumulative, valuation not stated. Outlined: "
            "not assistance; the amount guaranteed is not stated. The bridge is also reported at $37 million of $38 million, with other donors."
        ),
        attachment="four-amounts.csv",
    ),
    plan.Heading("What the amounts are said to have achieved", "achieved", 2),
    plan.Paragraph(
        text(
            "About 200 trucks were crossing the bridge daily when the page was written.[27] Trade is said to have “more than "
            "tripled” since the opening; the page gives neither the base nor the end of that comparison."
        ),
        notes(
            (
                "$182 million",
                "Ex-Im Bank announced an $80 million guarantee for Somon Air in October 2011. It may be one of two deals.",
            )
        ),
    ),
    plan.Quotation(
        "The source’s view",
        text("“U.S. assistance has shown mixed results in the development sphere.”[8]"),
        text(
            "Paragraph 6, unsigned. Paragraph 8 calls the same relationship “effectively developing”.[16]"
        ),
    ),
    plan.Heading("What was given without a price", "unpriced", 2),
    plan.Paragraph(
        text(
            "The page also names 35 vehicles, yearly training for more than 100 service members[23] and “additional funds” planned "
            "under the 2009 narcotics amendment.[34] No sum is attached to any of them, so none is charted."
        )
    ),
    replace(
        exhibit(
            3,
            "US assistance ran between $43 million and $124 million a year, FY1994 to FY2024",
            OBLIGATIONS,
        ),
        subtitle="Obligations to Tajikistan, millions of constant 2024 US dollars, US fiscal years",
        alt="Columns for fiscal years 1992 to 2025; the highest is 124.4 in 1994, the lowest since then 43.0 in 1997.",
        source=text(
            "*Source* ForeignAssistance.gov, country summary, file of November 2025. *Note* Hatched: FY2025 is partly reported. Dark: "
            "highest, lowest and last full year since FY1994. Obligations are commitments, not payments."
        ),
        attachment="obligations.csv",
    ),
    plan.Heading("Reading the two exhibits together", "together", 2),
    plan.Paragraph(
        text(
            "The page says that US military and humanitarian aid “increased significantly” in the early 2000s, without a figure.[14] Official records allow a check."
        ),
        notes(
            (
                "Obligation",
                "A binding commitment of funds in a fiscal year (October to September). Payment may follow years later.",
            )
        ),
    ),
    plan.Computation(
        "= Computed",
        (
            text("Mean obligations FY2002–04: *$90.6 million* a year."),
            text("Mean obligations FY1998–2000: *$64.5 million* a year."),
            text("Change: *+40 per cent*, in constant 2024 dollars."),
        ),
        text(
            "(111.7 + 78.8 + 81.4) ÷ 3 against (62.7 + 67.8 + 63.1) ÷ 3. FY2001 left out as the turning year."
        ),
        notes(
            (
                "Constant dollars",
                "Adjusted to FY2024 prices. Exhibit 2 is in dollars of the day, so the two must not share an axis.",
            )
        ),
    ),
    plan.Paragraph(
        text(
            "The rise is real, though it is not a new height: the FY1994 figure, before the years in question, was higher than any "
            "that followed. Nor is it a steady climb. Obligations fell to $54.6 million in FY2007 and rose to $123.8 million in FY2010."
        ),
        notes(
            (
                "$16.5 million",
                "A State Department sheet of August 2005 counts it inside the FY2005 total: a part, never an addition.",
            )
        ),
    ),
    plan.Judgement(
        "Our judgement",
        text(
            "The data support the direction of the source’s claim and not the word “significantly”, which has no stated measure. "
            "They cannot show what the page also implies, that the increase was military."
        ),
    ),
)

_CAVEATS = (
    "Differs from other records",
    (
        "“established on February 14, 1992”[1]",
        "The US Office of the Historian gives 19 February 1992.",
        "Source date shown, conflict flagged",
    ),
    (
        "“guaranteed and funded a $182 million purchase”[22]",
        "Ex-Im announced an $80 million guarantee of another lender’s loan in October 2011; possibly one of two deals.",
        "Held apart from aid",
    ),
    (
        "“$36 million bridge”[27]",
        "Reported elsewhere as $37 million of $38 million with Norway, Japan and the EU, or $43 million.",
        "Source figure kept",
    ),
    "Out of date when last modified",
    (
        "“is Mr. Kenneth E.Gross”[3]",
        "Mr Gross left on 12 July 2012; Susan M. Elliott held the post from October 2012.",
        "Written as “named”",
    ),
    (
        "“today”, “now”, “will connect”[16]",
        "Tied to about 2010, the latest date in the text.",
        "Anchored to the source",
    ),
    "Contradicts itself",
    (
        "“effectively developing”[16][8]",
        "Elsewhere “mixed results” and “not willing to reform”.",
        "Both shown, as views",
    ),
    ("“strong supporter”[5]", "Elsewhere “simply wanting to make money”.", "Both shown, as views"),
    "Leaves open",
    ("“more than tripled”[27]", "No base, measure or end date.", "Quoted, never charted"),
    (
        "“196 million US dollars”[31]",
        "No funder, no end year, no basis of valuation.",
        "Charted as cumulative",
    ),
    (
        "“five bridges”[25]",
        "Only the first is described; no payer is named. It is unclear whether the 2007 bridge is one of them.",
        "Kept out of US sums",
    ),
    "Damaged or doubled text",
    ("“?ajikistan”, “Fromthe”", "A lost letter and missing spaces.", "Mended outside quotations"),
    (
        "Pyanj River / Amu Darya River[26][27]",
        "One bridge, told twice under two rivers.",
        "Counted once",
    ),
)
CAVEATS: tuple[plan.Block, ...] = (
    plan.Heading(
        "What the source gets wrong or leaves open", "caveats", 1, "4", "Caveats", on_new_page=True
    ),
    plan.Lead(
        text(
            "Nothing here was silently mended. The page is quoted as it stands; the middle column says what is doubtful and the last what this paper does about it."
        )
    ),
    plan.Table(
        (
            plan.Column("The page says", 148, is_quote=True),
            plan.Column("What is doubtful", 213),
            plan.Column("In this paper", 132, is_strong=True),
        ),
        tuple(
            plan.Group(row) if isinstance(row, str) else plan.Row(tuple(text(cell) for cell in row))
            for row in _CAVEATS
        ),
        "caveats-table",
    ),
    plan.Notice(
        "What would settle it",
        text(
            "The US press statement of February 1992 for the first date; Ex-Im Bank’s authorisation list for the airliners; Project "
            "HOPE’s annual reports for the medical goods; customs records at Nizhniy Pyanzh for trade. None was consulted for this edition."
        ),
    ),
    plan.SourceNote(
        text(
            "*Outside records* US State Department, Office of the Historian, list of chiefs of mission and recognition guide; State "
            "Department fact sheet, 17 August 2005; Trend, 6 October 2011; VOA, 7 September 2007. Read as stored copies, 23 November 2026."
        )
    ),
)

PASSAGES = (
    (
        3,
        "“Diplomatic relations between the Republic of Tajikistan and the United States of America were established on February 14, 1992.”",
        False,
    ),
    (3, "“The Embassy of the United States in Dushanbe was opened in March 1992.”", False),
    (3, "“Mr. Kenneth E.Gross (since October 2, 2009)”", False),
    (3, "“The Republic of Tajikistan opened its Embassy in Washington in December 2002.”", False),
    (
        4,
        "“has more to do with simply wanting to make money, rather than adopting a multi-directional foreign policy course”",
        True,
    ),
    (
        5,
        "“US interests in Tajikistan are a stable state on Afghanistan's northern border, support for our military efforts in Afghanistan”",
        False,
    ),
    (
        5,
        "“Tajikistan gave unrestricted over flight rights, and quickly agreed to NDN ground transit.”",
        False,
    ),
    (6, "“U.S. assistance has shown mixed results in the development sphere.”", True),
    (6, "“The government is not willing to reform its political process.”", True),
    (
        6,
        "“There is some truth to the quip that Tajikistan's real contribution to U.S. efforts in Afghanistan is to be stable”",
        True,
    ),
    (
        6,
        "“The Tajiks have some unrealistic ideas about what the U.S. can offer them -- mainly large infrastructure projects”",
        True,
    ),
    (
        7,
        "“Events of September 11, 2001 and beginning of antiterrorist operation in Afghanistan marked a stage in development of bilateral cooperation”",
        True,
    ),
    (
        7,
        "“With Russia’s approval, Tajikistan offered the United States use of air bases in the anti-Taliban campaign in Afghanistan in 2001–2.”",
        False,
    ),
    (7, "“U.S. military and humanitarian aid increased significantly”", True),
    (
        7,
        "“Tajikistan became more important as a base in Central Asia when neighboring Uzbekistan rejected reforms and cooperation with the United States in 2005”",
        True,
    ),
    (
        8,
        "“Today the Tajik-American relations are effectively developing in the following fields”",
        True,
    ),
    (8, "“the opening of a new U.S. Embassy compound in Dushanbe on June 28, 2006”", False),
    (
        9,
        "“U.S. efforts are targeted toward broader goals of democratic, social sector, and economic reform.”",
        False,
    ),
    (
        10,
        "“the U.S. Government leads an international donor effort to enhance Tajikistan's territorial integrity”",
        False,
    ),
    (
        10,
        "“In February 2010, the U.S. and Tajikistan launched an annual bilateral consultation process”",
        False,
    ),
    (11, "“for example in pursuing World Trade Organization (WTO) accession”", False),
    (
        11,
        "“The U.S. Export-Import Bank and JP Morgan guaranteed and funded a $182 million purchase of Boeing 737-900ER airliners”",
        False,
    ),
    (
        13,
        "“Annually under the program of Military Cooperation more than 100 Tajik militaries receive advanced knowledge”",
        False,
    ),
    (
        13,
        "“The US Government provided $16.5 million from the additional budget of 2005 for protection of border to the Tajik border guards”",
        False,
    ),
    (14, "“is already entered into operation in November, 2002”", False),
    (15, "“the opening of bridge on August 26, 2007 in the Pyanj River”", False),
    (
        15,
        "“The U.S. Government-funded $36 million bridge over the Amu Darya River connecting Sher Khan, Afghanistan with Nizhniy Pyanzh, Tajikistan opened for commercial traffic in October 2007 and about 200 trucks cross daily.”",
        False,
    ),
    (
        16,
        "“On July 26-27, 2005 the U.S. Secretary of Defense Donald Rumsfeld visited Tajikistan.”",
        False,
    ),
    (16, "“On January 22, 2008 U.S. Central Commander William Fallon visited Dushanbe.”", False),
    (17, "“In June, 1996 in Washington the Cooperation Agreement […] is signed.”", False),
    (
        18,
        "“Starting from 2001 through HOPE project Tajikistan’s medical system received medicines, medical instrument and equipment for the sum of 196 million US dollars.”",
        False,
    ),
    (18, "“which signed on June 1, 2004 in Washington”", False),
    (19, "“On 17-18 June, 2008 fourth annual meeting of the Council”", False),
    (20, "“On May 5, 2009 in Dushanbe Amendment to the existing Agreement”", False),
)
EVIDENCE: tuple[plan.Block, ...] = (
    plan.Heading("Evidence", "evidence", 1, "A", on_new_page=True),
    plan.Lead(
        text(
            "Each bracketed number in this paper leads to one passage of the source, quoted letter for letter with its errors. ¶ is the paragraph of the archived text. Italics and the word “view” mark passages that judge rather than report."
        )
    ),
    plan.Evidence(
        "",
        tuple(
            plan.EvidenceEntry(
                number, f"evidence-{number}", f"¶ {paragraph}", quote, is_view, f"cite-{number}-1"
            )
            for number, (paragraph, quote, is_view) in enumerate(PASSAGES, 1)
        ),
    ),
    plan.SourceNote(
        text(
            "*Archived text* GlobalSecurity.org, “Tajikistan - US Relations”, 22 paragraphs, 1,719 words; paragraphs 1, 21 and 22 are site furniture and carry no evidence. […] marks words left out."
        )
    ),
)


def without_back(*blocks: plan.Block) -> tuple[plan.Block, ...]:
    """Return blocks whose evidence does not lead back: the citations are not in the paper."""
    return tuple(
        replace(block, entries=tuple(replace(entry, back="") for entry in block.entries))
        if isinstance(block, plan.Evidence)
        else block
        for block in blocks
    )


def data_table(years: int = 33) -> plan.Table:
    """Return a table of the appendix: years and figures, three side by side."""
    height = -(-years // 3)
    columns = tuple(
        plan.Column(name, WIDTH / 9, align, is_name=align == "left")  # type: ignore[arg-type]
        for _ in range(3)
        for name, align in (("Year", "left"), ("Obligations", "right"), ("Disbursed", "right"))
    )
    rows = []
    for at in range(height):
        cells: list[Text] = []
        for year in (at, at + height, at + 2 * height):
            values = (
                (f"{1992 + year}", f"{20 + year * 7 % 90}.{year % 10}", f"{1000 + year * 13:,}")
                if year < years
                else ("", "", "")
            )
            cells += ((Run(value),) if value else () for value in values)
        rows.append(plan.Row(tuple(cells)))
    return plan.Table(columns, tuple(rows), "data", "Data of Exhibit 3", is_compact=True)


APPENDIX: tuple[plan.Block, ...] = (
    plan.Heading("Data behind the exhibits", "data-tables", 2),
    data_table(),
    plan.Heading("Sources and edition", "about", 2),
    plan.Paragraph(
        text(
            "*GlobalSecurity.org, “Tajikistan - US Relations”.* 22 paragraphs, 1,719 words; dated 05-03-2013. <https://www.globalsecurity.org/military/world/centralasia/tajik-forrel-us.htm>. Secondary compilation; several unmarked voices. See also <#caveats Caveats>."
        )
    ),
    plan.SourceNote(
        text(
            "*This edition* 1, made with Briefbook 0.1.0 from a model with SHA-256 f958f9e8a1b2c3d4…"
        )
    ),
)
ATTACHMENTS = (
    plan.Attachment(
        "four-amounts.csv", b"what,usd\r\nbridge,36000000\r\n", "text/csv", "Figures of Exhibit 2"
    ),
    plan.Attachment(
        "obligations.csv", b"year,usd\r\n1994,124.4\r\n", "text/csv", "Figures of Exhibit 3"
    ),
)


def rich(marking: str = "") -> plan.Paper:
    """Return the whole paper."""
    blocks = (
        OPENING,
        SPREAD,
        exhibit(9, "Where it is", DisplayList(493, 110, ())),
        KEY_POINTS,
        FOOT,
        plan.NewPage(),
        MEANING,
        *INTERESTS[1:],
        *CHRONOLOGY,
        *ASSISTANCE,
        *CAVEATS,
        *EVIDENCE,
        *APPENDIX,
        COLOPHON,
    )
    return paper(*blocks, marking=marking, attachments=ATTACHMENTS)
