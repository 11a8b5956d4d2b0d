"""Page one: title block, the answer with three figures, the lead exhibit, key points, notice."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.evidence.locators import edition_words, grades
from briefbook.localization import translate
from briefbook.model import Briefing, Claim, GlanceItem
from briefbook.paper.plan import (
    Block,
    BottomLine,
    Exhibit,
    Figure,
    Figures,
    KeyPoint,
    KeyPoints,
    Notice,
    Opening,
    PinToFoot,
    Spread,
    Table,
)
from briefbook.paper.prose import Prose, muted, strong
from briefbook.text import Run, Text

ShownIn = Callable[[Claim | GlanceItem], Text]
_MOST_FIGURES = 3
MARKS = "Raised numbers lead to the passages in annex A; figures calculated here point to their exhibit."


def front(
    briefing: Briefing,
    prose: Prose,
    lead: tuple[Exhibit | Table, ...],
    marks: str = MARKS,
    *,
    shown_in: ShownIn = lambda _: (),
    has_points: bool = True,
    has_grades: bool = True,
) -> tuple[Block, ...]:
    """Return the blocks of page one; `lead` is the exhibit on it, `marks` says where numbers lead.

    `shown_in` points to the exhibits of what is worked out here. Without key points where the text on
    the same page says them, and without the authors' grades where these have no room.
    """
    notice = (Run(briefing.notice, statement="notice"),) if briefing.notice else ()
    return (
        _opening(briefing),
        Spread(
            _bottom_line(briefing, prose, has_grades=has_grades),
            _figures(briefing, prose, shown_in),
        ),
        *lead,
        *((_key_points(briefing, prose, shown_in),) if has_points else ()),
        PinToFoot((_how_to_read(briefing, notice, marks),)),
    )


def _how_to_read(briefing: Briefing, notice: Text, marks: str) -> Notice:
    label = briefing.notice_label or translate("How to read it")
    return Notice(label, notice, translate(marks))


def _opening(briefing: Briefing) -> Opening:
    sender = (str(briefing.organisation), ", ".join(map(str, briefing.authors)))
    who = " · ".join(filter(None, sender)) or str(briefing.prepared_by)
    addressee = (
        translate("Prepared for {name}", name=briefing.prepared_for)
        if briefing.prepared_for
        else ""
    )
    return Opening(
        kicker=str(briefing.publication) or translate("Briefing paper"),
        topic=str(briefing.topic),
        date=edition_words(briefing),
        title=str(briefing.title),
        subtitle=str(briefing.subtitle),
        byline=" · ".join(filter(None, (who, addressee))),
    )


def _bottom_line(briefing: Briefing, prose: Prose, *, has_grades: bool) -> BottomLine:
    line = briefing.bottom_line
    said = (Run(line.text, statement="bottom-line"), *prose.cite(line))
    # What nobody has judged is stamped no judgement.
    label = (
        translate("Bottom line · to be written")
        if line.is_open
        else translate("Bottom line · our judgement")
    )
    sure = tuple(
        (strong(f"{grade} ", "assessment"), Run(findings, statement="assessment"))
        for grade, findings in (grades(briefing) if has_grades else ())
    )
    asked: Text = ()
    if line.next_step:
        lead = strong(f"{translate('Next step:')} ", "bottom-line")
        asked = (lead, Run(line.next_step, statement="bottom-line"))
    return BottomLine(label, said, is_open=line.is_open, grades=sure, next_step=asked)


def _figures(briefing: Briefing, prose: Prose, shown_in: ShownIn) -> Figures:
    items = [item for item in briefing.glance if item.is_on_page][:_MOST_FIGURES]
    return Figures(
        tuple(
            Figure(
                (strong("; ".join(item.values), str(item.id)),),
                (
                    *_caption(item.label, item.note, str(item.id)),
                    *prose.cite(item),
                    *shown_in(item),
                ),
            )
            for item in items
        )
    )


def _caption(label: str, note: str, id_: str) -> Text:
    return (Run(label, statement=id_), *((muted(f". {note}", id_),) if note else ()))


def _key_points(briefing: Briefing, prose: Prose, shown_in: ShownIn) -> KeyPoints:
    claims = {str(claim.id): claim for claim in briefing.claims}
    points = tuple(
        KeyPoint((strong(claim.lead, str(claim.id)),), (*prose.sentence(claim), *shown_in(claim)))
        for claim in (claims[str(id_)] for id_ in briefing.key_points)
    )
    return KeyPoints(translate("Key points"), points)
