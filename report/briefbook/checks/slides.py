"""What an audience can take in: few words beside a chart, few statements on a slide, short titles."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Briefing, Claim, Exhibit, Section
from briefbook.model.locations import within
from briefbook.model.slides import MOST_STATEMENTS, MOST_WORDS, count_of_words

_LONG_TITLE = 110
"""Letters; a longer title takes three lines and is set smaller."""
_LONGEST_TITLE = 200
_LONG_FOOTER = 80


def check_slides(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each slide that says too much, and each title that must be set smaller."""
    briefing = resolved.briefing
    claims = {str(claim.id): claim for claim in briefing.claims}
    for exhibit in briefing.exhibits:
        if exhibit.is_on_slides and exhibit.table is None:
            yield from _beside(exhibit, claims)
    for section in briefing.sections:
        yield from _listed(briefing, section, claims)
    yield from _titles(briefing)


def _beside(exhibit: Exhibit, claims: dict[str, Claim]) -> Iterator[Problem]:
    if claim := claims.get(str(exhibit.panel)):
        count = count_of_words(claim) + len(f"{claim.figure} {claim.lead}".split())
        if count > MOST_WORDS:
            text = claim.short or claim.text
            message = f"claim {claim.id} has {count} words beside the chart of exhibit {exhibit.id}"
            yield _too_many(within(text, 0, claim.place), message, str(claim.id))
    phases = exhibit.timeline.phases if exhibit.timeline else ()
    count = sum(len(f"{phase.years} {phase.lead} {phase.text}".split()) for phase in phases)
    if count > MOST_WORDS:
        message = f"exhibit {exhibit.id}: its phases have {count} words below the timeline"
        yield _too_many(exhibit.place, message, str(exhibit.id))


def _listed(briefing: Briefing, section: Section, claims: dict[str, Claim]) -> Iterator[Problem]:
    """Yield a warning for a section that is told in words alone, and in too many."""
    shown = {str(exhibit.id) for exhibit in briefing.exhibits if exhibit.is_on_slides}
    if any(str(getattr(part, "exhibit", "")) in shown for part in section.body):
        return
    listed = [claims[str(id_)] for id_ in section.slide]
    count = sum(map(count_of_words, listed))
    if len(listed) > MOST_STATEMENTS:
        message = f"section {section.id}: {len(listed)} statements for a slide that has room for {MOST_STATEMENTS}"
        yield _too_many(section.place, message)
    elif count > MOST_WORDS:
        yield _too_many(section.place, f"section {section.id}: its slide has {count} words")


def _too_many(place: SourceLocation, message: str, statement: str = "") -> Problem:
    hint = f"keep to {MOST_WORDS} words and {MOST_STATEMENTS} statements; what is left out stands behind the close"
    return Problem(place, message, hint, "slide-words", statement, Severity.WARNING)


def _titles(briefing: Briefing) -> Iterator[Problem]:
    line = briefing.bottom_line
    titles = [("title", str(briefing.title), briefing.title, briefing.place)]
    titles.append(("headline of the bottom line", str(line.headline), line.headline, line.place))
    for exhibit in briefing.exhibits:
        text = exhibit.short or exhibit.takeaway
        if exhibit.is_on_slides:
            titles.append((f"title of exhibit {exhibit.id}", str(text), text, exhibit.place))
    for section in briefing.sections:
        text = section.headline
        titles.append((f"headline of {section.id}", str(text), text, section.place))
    for name, words, text, place in titles:
        if len(words) > _LONG_TITLE:
            most = (
                f"; more than {_LONGEST_TITLE} may have no room"
                if len(words) > _LONGEST_TITLE
                else ""
            )
            yield Problem(
                within(text, 0, place),
                f"the {name} has {len(words)} letters, and is set smaller on its slide{most}",
                f"shorten it, or give a shorter form; {_LONG_TITLE} letters fit in two lines",
                "long-title",
                "",
                Severity.WARNING,
            )
    if len(str(briefing.short_title or briefing.title)) > _LONG_FOOTER:
        place = within(briefing.short_title or briefing.title, 0, briefing.place)
        yield Problem(
            place, "the title is too long for the footer, which cuts it",
            f"give a short_title of at most {_LONG_FOOTER} letters", "long-title", "", Severity.WARNING,
        )  # fmt: skip
