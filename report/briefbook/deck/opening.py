"""The first two slides: the cover, and the answer with the reasons for it."""

from __future__ import annotations

from briefbook.deck.design import design
from briefbook.deck.fills import source_fill, text_fill, title_fill, words_fill
from briefbook.deck.plan import Fill, Notes, Para, Slide
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.locators import edition_words, grades, source_age
from briefbook.localization import labelled, translate
from briefbook.model import Briefing, Checks, Claim
from briefbook.text import Run, Style
from briefbook.theme.look import worn

OPENING = "Opening"
_MOST_FACTS = 5
_NUMBERED = 3


def cover(briefing: Briefing) -> Slide:
    """Return the cover: title and finding, and who made it for whom and when."""
    sender = briefing.organisation or briefing.prepared_by
    facts = [
        (translate("From"), str(sender)),
        (translate("Authors"), ", ".join(map(str, briefing.authors))),
        (translate("Prepared for"), str(briefing.prepared_for)),
        (translate("Date"), edition_words(briefing)),
        (translate("Sources as of"), source_age(briefing)),
    ]
    if briefing.checks is Checks.NONE:
        # It takes the place of the authors, whom the paper names, where there is no room for both.
        facts[1:2] = [(translate("Checks"), translate("Statements not checked"))]
    given = [(label, value) for label, value in facts if value]
    first = _MOST_FACTS - len(given) + 1  # they stand at the foot of the cover
    fills = [
        words_fill("tracker", str(briefing.publication) or translate("Briefing")),
        title_fill(str(briefing.title)),
        words_fill("subtitle", briefing.subtitle),
        *(_fact(n, label, value) for n, (label, value) in enumerate(given, first)),
    ]
    if design().foreign:
        told = [*filter(None, [str(briefing.publication)]), *(labelled(a, b) for a, b in given)]
        line = Para((Run("  ·  ".join(told)),), "apparatus")
        both = text_fill("subtitle", Para((Run(briefing.subtitle),)), line)
        fills = [title_fill(str(briefing.title)), both]
    notes = Notes((str(briefing.notice),) if briefing.notice else ())
    return Slide("title", "title", OPENING, tuple(fills), notes, logo=worn().cover_logo)


def _fact(n: int, label: str, value: str) -> Fill:
    return text_fill(f"fact-{n}", Para((Run(label),), "apparatus"), Para((Run(value),)))


def answer(texts: StatementText) -> Slide:
    """Return the answer on a panel, and two or three reasons, each with its number."""
    line = texts.briefing.bottom_line
    supports = reasons(texts)
    statement = (Run(line.short or line.text, statement="bottom-line"),)
    fills = [
        title_fill(str(line.headline), "bottom-line"),
        text_fill("statement", *_stamp(is_open=line.is_open), Para(statement), *_below(texts)),
        *(_reason(texts, n, claim) for n, claim in enumerate(supports, 1)),
        *source_fill(texts.source_line((line, *supports))),
    ]
    said = (line.text, *filter(None, (line.next_step,)), *(claim.text for claim in supports))
    notes = texts.notes(said, (line, *supports))
    return Slide("bottom-line", f"answer-{len(supports)}", OPENING, tuple(fills), notes)


def _stamp(*, is_open: bool) -> tuple[Para, ...]:
    """Return the line that says whose the answer is; an answer that nobody has written has none."""
    return () if is_open else (Para((Run(translate("OUR JUDGEMENT")),), "apparatus"),)


def _below(texts: StatementText) -> tuple[Para, ...]:
    """Return the lines that say how sure the authors are, and what the reader is asked to do."""
    lines = [(*grade, "assessment") for grade in grades(texts.briefing)]
    if asked := texts.briefing.bottom_line.next_step:
        lines.append((translate("Next step:"), asked, "bottom-line"))
    return tuple(
        Para(
            (Run(f"{lead} ", Style.STRONG, own), Run(said, statement=own)),
            "apparatus",
            is_spare=own == "assessment",
        )
        for lead, said, own in lines
    )


def reasons(texts: StatementText) -> list[Claim]:
    """Return the reasons beside the answer: those that are named for it, else the first key points."""
    briefing = texts.briefing
    named = briefing.bottom_line.supports
    ids = named if len(named) > 1 else dict.fromkeys((*named, *briefing.key_points))
    return [texts.claims[str(id_)] for id_ in ids][:_NUMBERED]


def _reason(texts: StatementText, n: int, claim: Claim) -> Fill:
    """Return a reason: what it says first, then its figure and what that counts; a figure alone stands large."""
    own, short = str(claim.id), texts.short(claim)
    first: tuple[Para, ...] = ()
    if claim.lead:
        first = (Para((Run(claim.lead, statement=own),), "lead"),)
        if claim.figure:
            short = (Run(f"{claim.figure} ", Style.STRONG, statement=own), *short)
    elif claim.figure:
        first = (Para((Run(claim.figure, statement=own),), "number"),)
    return text_fill(f"reason-{n}", *first, Para(short), *texts.mark(claim))
