"""The section that tells a reader of an earlier edition what this one says otherwise."""

from __future__ import annotations

from briefbook.evidence.revisions import CHANGES, EARLIER, Revision, Revisions
from briefbook.localization import labelled, translate
from briefbook.model import Briefing
from briefbook.paper import plan
from briefbook.paper.plan import Block
from briefbook.paper.prose import Prose
from briefbook.text import Run, Text
from briefbook.theme import paper as theme
from briefbook.values.dates import long_date

TITLE = "Changes since the last edition"
_NONE = "–"


def changed(
    briefing: Briefing, prose: Prose, revisions: Revisions, number: str
) -> tuple[Block, ...]:
    """Return the section: a table of what was and what is, or a sentence that nothing changed."""
    heading = plan.Heading(translate(TITLE), "changes", 1, number, translate("Changes"))
    since = long_date(revisions.since)
    if not revisions.entries:
        said = translate(
            "No statement, source or figure has changed since the edition of {date}.", date=since
        )
        return heading, plan.Paragraph((Run(said, statement=CHANGES),))
    lead = translate(
        "For readers of the edition of {date}: what this one says differently, and on what other "
        "evidence. Changes in the wording of titles and labels are left out.",
        date=since,
    )
    half = theme.TEXT_WIDTH / 2
    columns = (
        plan.Column(translate("Edition of {date}", date=since), half),
        plan.Column(translate("This edition"), half, is_strong=False),
    )
    rows: list[plan.Group | plan.Row] = []
    for group, entries in revisions.groups.items():
        rows.append(plan.Group(labelled(group, len(entries))))
        rows += [plan.Row((_before(entry), _now(briefing, prose, entry))) for entry in entries]
    return heading, plan.Lead((Run(lead),)), plan.Table(columns, tuple(rows), "changes-table")


def _before(entry: Revision) -> Text:
    return (Run(entry.before or _NONE, statement=EARLIER if entry.before else ""),)


def _now(briefing: Briefing, prose: Prose, entry: Revision) -> Text:
    statement = briefing.statements.get(entry.statement)
    cited = prose.cite(statement) if statement is not None else ()
    return (Run(entry.now or _NONE, statement=entry.owner), *cited)
