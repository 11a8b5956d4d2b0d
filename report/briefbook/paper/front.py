"""Page one: title block, bottom line, key points, at a glance, contents, notice, key to marks."""

from __future__ import annotations

from briefbook.evidence.locators import edition_words, modified_words
from briefbook.evidence.numbering import latest_event
from briefbook.model import Briefing, Claim
from briefbook.paper.plan import (
    Block,
    BottomLine,
    Contents,
    ContentsEntry,
    Fact,
    Glance,
    GlanceItem,
    KeyPoint,
    KeyPoints,
    MarkKey,
    Notice,
    Opening,
    PinToFoot,
    Spread,
)
from briefbook.paper.prose import Prose, muted, strong
from briefbook.text import Run, StatementType, Tag
from briefbook.values.dates import long_date

MARK_MEANINGS = (
    (StatementType.REPORTED, "the source states it as fact"),
    (StatementType.ATTRIBUTED, "the source judges or argues"),
    (StatementType.COMPUTED, "calculated here"),
    (StatementType.JUDGEMENT, "the briefing’s own"),
)


def front(
    briefing: Briefing, prose: Prose, contents: tuple[ContentsEntry, ...]
) -> tuple[Block, ...]:
    """Return the blocks of page one."""
    foot = (
        (Notice(briefing.notice_label, (Run(briefing.notice, statement="notice"),)),)
        if briefing.notice
        else ()
    )
    key = MarkKey(
        "How statements are marked",
        MARK_MEANINGS,
        "Numbers in brackets lead to the quoted passage.",
    )
    return (
        _opening(briefing),
        Spread(
            main=(_bottom_line(briefing, prose), _key_points(briefing, prose)),
            side=(_glance(briefing, prose),) if briefing.glance else (),
            foot=(Contents("In this paper", contents),),
        ),
        PinToFoot((*foot, key)),
    )


def _opening(briefing: Briefing) -> Opening:
    source = briefing.sources[0]
    own = [entry for entry in briefing.sources if not entry.is_outside]
    latest = latest_event(briefing)
    name = f"{source.publisher}, “{source.title}”" if len(own) == 1 else f"{len(own)} documents"
    strip = [Fact("Source" if len(own) == 1 else "Sources", name)]
    strip.append(Fact("Source last changed", modified_words(briefing)))
    if latest:
        strip.append(Fact("Latest event in the text", long_date(latest.date)))
    strip.append(Fact("Edition", edition_words(briefing)))
    return Opening(
        "Briefing paper", briefing.topic, briefing.title, briefing.subtitle, tuple(strip)
    )


def _bottom_line(briefing: Briefing, prose: Prose) -> BottomLine:
    line = briefing.bottom_line
    rests = (Tag(StatementType.JUDGEMENT), muted(" Rests on"), *prose.cite(line))
    return BottomLine("Bottom line", (Run(line.text, statement="bottom-line"),), rests)


def _key_points(briefing: Briefing, prose: Prose) -> KeyPoints:
    claims = {str(claim.id): claim for claim in briefing.claims}
    points = tuple(_key_point(claims[str(id_)], prose) for id_ in briefing.key_points)
    return KeyPoints("Key points", points)


def _key_point(claim: Claim, prose: Prose) -> KeyPoint:
    lead = (strong(claim.lead, str(claim.id)),)
    return KeyPoint(lead, (*prose.sentence(claim), Run(" "), Tag(claim.kind)))


def _glance(briefing: Briefing, prose: Prose) -> Glance:
    items = tuple(
        GlanceItem(
            item.label,
            tuple((strong(value, str(item.id)),) for value in item.values),
            ((muted(item.note, str(item.id)),) if item.note else ()) + prose.cite(item),
        )
        for item in briefing.glance
        if item.is_on_page
    )
    return Glance("At a glance", items)
