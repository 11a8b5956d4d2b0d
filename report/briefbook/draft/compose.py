"""The whole draft put together: material, outline and limits in, a Briefing and its comments out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.draft import front
from briefbook.draft.claims import Claims, make_claims, make_sections
from briefbook.draft.events import Happening, weightiest
from briefbook.draft.figures import Figures, Making, date_figures
from briefbook.draft.findings import Banned, Findings
from briefbook.draft.glance import make_glance
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parties import Parties
from briefbook.draft.parts import Limits, Names, Remarks
from briefbook.draft.rank import Ranking
from briefbook.draft.source_tables import list_tables, source_table_figures
from briefbook.draft.sum_figures import sum_figures
from briefbook.draft.table_series import propose_series
from briefbook.draft.tables import table_figures
from briefbook.language.en.countries import country_codes
from briefbook.language.en.mentions import EntityType, find_facts
from briefbook.model import Briefing, Claim, Omission, ParagraphPart, Section, Status
from briefbook.model.briefing import FORMAT
from briefbook.text import StatementType
from briefbook.values.dates import Date

_LEAST_POINTS, _MOST_POINTS = 3, 5
_TOPICS = ("Extracts", "Country briefing", "Country relations")
"""What the briefing is about, by how many countries carry the text."""
_MOST_OMISSIONS = 150
_SMALL = 1_500
"""In a source of more sentences than this, what is left out is not listed."""


@dataclass(frozen=True)
class Draft:
    """A briefing with the comments that go into its file."""

    briefing: Briefing
    remarks: Remarks
    origins: dict[str, int]
    """The number of the sentence behind each statement, by the statement's id."""


def compose(found: Findings, limits: Limits, edition: Date | None, banned: Banned) -> Draft:
    """Return the draft within some limits; `edition` is its date, the sources' own if None."""
    names, remarks = Names(skipped=_party_words(found.parties)), Remarks()
    plan, quoter = found.plan, found.quoter
    for id_ in ("said", *(part.topic.id for part in plan.parts)):
        names.reserve(id_)
    claims = make_claims(plan, found.stances, found.labels, quoter, limits, names, remarks)
    happenings = weightiest(found.happenings, limits.events)
    making = Making(claims, limits, names, remarks)
    figures = dates, sums, *_ = _figures(found, happenings, making, banned)
    key, gaps = _key_points(found, making)
    supports = _supports(claims, key, found.ranking, limits)
    list_tables(found.material, remarks)
    propose_series(found.material, remarks)
    sources = front.make_sources(found.material, remarks)
    kept = [sentence for part in plan.parts for sentence in part.sentences]
    glance = make_glance(found, figures, claims, limits, names)
    glance = tuple(item for item in glance if item.id not in banned.ids)
    label_, notice = front.make_notice(len(sources))
    title = front.make_title(found.material, found.parties)
    own = tuple(claims.claim_of(sentence) for sentence in kept)
    briefing = Briefing(
        format=FORMAT,
        title=title,
        short_title=front.short_title(title),
        subtitle=front.make_subtitle(dates.events, len(sources)),
        topic=_TOPICS[min(len(found.parties.names), 2)],
        status=Status.DRAFT,
        edition=edition or front.edition_of(sources, found.sentences),
        lang="en-US",
        parties=found.parties.codes,
        sources=sources,
        notice_label=label_,
        notice=notice,
        bottom_line=front.make_bottom_line(claims, supports, found.candidates, remarks),
        key_headline="Key statements, in the source’s words",
        key_points=key,
        glance_headline="What the source dates and counts" if glance else "",
        glance=glance,
        claims=(*own, *(c for figure in figures for c in figure.claims), *gaps),
        events=dates.events,
        amounts=sums.amounts,
        exhibits=tuple(e for figure in figures for e in figure.exhibits),
        sections=_sections(found, making, figures, gaps, frozenset(supports)),
        omissions=_omissions(found),
    )
    _comment(found, claims, briefing, remarks, has_edition=edition is not None)
    return Draft(briefing, remarks, _origins(happenings, claims, dates))


def _figures(
    found: Findings, happenings: Sequence[Happening], making: Making, banned: Banned
) -> tuple[Figures, Figures, Figures, Figures]:
    """Return what is dated, summed, tabled, and what the source's own tables show."""
    made = (making.claims, making.limits, making.names, making.remarks)
    dates = date_figures(happenings, *made, is_plain=found.plan.is_plain)
    tabled = (found.quoter, making.names, making.remarks, banned.ids)
    given = source_table_figures(found.material, *tabled)
    if is_told_whole(found):  # what it dates and counts would only be said twice
        return Figures(events=dates.events), Figures(), Figures(), given
    sums = sum_figures(found.sums, *made, banned.ids)
    return dates, sums, table_figures(found.sentences, making.claims, *tabled), given


def _key_points(found: Findings, making: Making) -> tuple[tuple[str, ...], tuple[Claim, ...]]:
    """Return the key points, and those among them that say what a poor source lacks."""
    claims = making.claims
    missing = max(_LEAST_POINTS - len(claims.key), _LEAST_REASONS - len(_fitting(claims)), 0)
    gaps = _gaps(found, claims, making.names)[:missing] if missing else ()
    key = (*claims.key, *(str(claim.id) for claim in gaps))[:_MOST_POINTS]
    return key, tuple(claim for claim in gaps if claim.id in key)


_WHOLE = 310
"""Words of a source that is told whole, on one page."""


def is_told_whole(found: Findings) -> bool:
    """Tell whether a source is so short that its draft is one page and nothing apart from the text."""
    return sum(len(text.document.text.split()) for text in found.material.texts) <= _WHOLE


_VOICED = 24
"""Letters that whoever holds a view takes below it."""
_SHORT = 140
"""Letters that a reason beside the answer has room for on its slide."""


def _supports(
    claims: Claims, key: Sequence[str], ranking: Ranking, limits: Limits
) -> tuple[str, ...]:
    """Return up to three statements short enough to stand beside the answer: key points, else others."""
    short = _short_ones(claims)
    gaps = [id_ for id_ in key if id_.startswith("gap-")]
    found = [id_ for id_ in key if id_ in short or id_ in gaps][:3]
    roomy = _roomy(claims, key)
    if found != list(key[:3]) and len(roomy) > 1 and not gaps:
        return tuple(roomy)
    if len(found) < 2:  # noqa: PLR2004  one reason is none
        scores = {s.number: ranking.score(s) for s in ranking.sentences}
        others = sorted(
            claims.by_sentence.items(), key=lambda pair: (-scores.get(pair[0], -1), pair[0])
        )
        found += [
            str(claim.id)
            for _, claim in others
            if str(claim.id) not in found
            and len(claim.short or claim.text) <= min(_SHORT, limits.short)
        ][: 2 - len(found)]
    if len(found) > 1:
        return tuple(found)
    length = {str(c.id): len(c.short or c.text) for c in claims.by_sentence.values()}
    return tuple(sorted(key, key=lambda id_: length.get(id_, 0))[:2])


_ROOMY = 225
"""Letters of each of two reasons, which have more room than three."""


def _roomy(claims: Claims, key: Sequence[str]) -> list[str]:
    """Return the first two key points, which say most, if both have room beside the answer."""
    length = {
        str(c.id): len(f"{c.lead} {c.short or c.text}") + _VOICED * bool(c.voice)
        for c in claims.by_sentence.values()
    }
    return [id_ for id_ in key[:2] if length.get(id_, _ROOMY + 1) <= _ROOMY]


def _short_ones(claims: Claims) -> frozenset[str]:
    """Return the key points that are short enough to stand beside the answer."""
    return frozenset(
        str(claim.id)
        for claim in claims.by_sentence.values()
        if str(claim.id) in claims.key
        and len(f"{claim.lead} {claim.short or claim.text}") + _VOICED * bool(claim.voice) <= _SHORT
    )


_REASON, _LEAST_REASONS = 240, 2
"""Letters for which a reason beside the answer has lines at all, and how many reasons there must be."""


def _fitting(claims: Claims) -> list[Claim]:
    """Return the key points that have room beside the answer as they stand."""
    return [
        claim
        for claim in claims.by_sentence.values()
        if str(claim.id) in claims.key and len(claim.short or claim.text) <= _REASON
    ]


def _party_words(parties: Parties) -> frozenset[str]:
    """Return the words of the parties' names, which tell one statement from no other."""
    words = [word.lower() for name in parties.names for word in name.split()]
    meant = [word for word, code in country_codes().items() if code in parties.codes]
    return frozenset(
        [*words, *(word.lower() for name in meant for word in name.split()), "republic"]
    )


def _origins(happenings: Sequence[Happening], claims: Claims, dates: Figures) -> dict[str, int]:
    origins = {str(claim.id): number for number, claim in claims.by_sentence.items()}
    origins |= {str(e.id): h.sentence.number for e, h in zip(dates.events, happenings, strict=True)}
    return origins


def _sections(
    found: Findings,
    making: Making,
    figures: Sequence[Figures],
    gaps: Sequence[Claim],
    said: frozenset[str],
) -> tuple[Section, ...]:
    dates, sums, *tables = figures
    sections = (
        *dates.sections,
        *make_sections(found.plan, making.claims, found.ranking, making.limits, said),
        *sums.sections,
    )
    sections = (*sections, *(s for table in tables for s in table.sections))
    if gaps:
        body = ParagraphPart(tuple(str(claim.id) for claim in gaps))
        sections = (*sections, Section(id="gaps", title=OwnTitle.GAPS, body=(body,)))
    return sections


def _gaps(found: Findings, claims: Claims, names: Names) -> tuple[Claim, ...]:
    """Return what a poor source lacks, for page one needs three points: our judgement, and true."""
    # A date in a heading is a date of the source, too.
    has = {fact.kind for text in found.material.texts for fact in find_facts(text.document)}
    rests = tuple(str(claim.id) for claim in claims.by_sentence.values())
    # What a reader misses comes first; few documents owe anybody a sum.
    told = [
        ("No date.", "The rules found no mention of a date in the source.", "No mention of a date was found"),
        ("No other voice.", "Nothing in this draft was compared with any other source.", "Compared with no other source"),
        ("A short source.", "The source holds little more than what is quoted here.", "Little more than this is said"),
    ]  # fmt: skip
    texts = told if EntityType.DATE not in has else told[1:]
    names.reserve("gaps")
    return tuple(
        Claim(
            id=names.reserve(f"gap-{n}"),
            kind=StatementType.JUDGEMENT,
            text=text,
            lead=lead,
            short=short,
            supported_by=rests,
        )
        for n, (lead, text, short) in enumerate(texts, 1)
    )


def _omissions(found: Findings) -> tuple[Omission, ...]:
    if sum(len(text.document.sentences) for text in found.material.texts) > _SMALL:
        return ()
    first = found.material.texts[0].id
    made: dict[tuple[str, str], Omission] = {}
    for left in found.left_out[:_MOST_OMISSIONS]:
        source = "" if left.source == first else left.source
        if left.head:
            made.setdefault((source, left.head), Omission(left.head, left.reason, source))
    return tuple(made.values())


def _comment(
    found: Findings,
    claims: Claims,
    briefing: Briefing,
    remarks: Remarks,
    *,
    has_edition: bool,
) -> None:
    """Put the questions that belong to no single entry before the fields they are about."""
    if not has_edition:
        remarks.review(
            "edition",
            "",
            "the last day that the text speaks of, or today where no day dates it. Set your own.",
        )
    names = found.parties.names
    if len(names) > 1 and not found.parties.codes:
        remarks.review(
            "parties", "", f"{' and '.join(names)}: add their ISO 3166 codes, if they have any"
        )
    remarks.review(
        "title", "", f"the parties, as the rules read them: {', '.join(names) or 'none found'}"
    )
    shortlist = [f"{claims.id_of(s)}" for s in sorted(
        (s for part in found.plan.parts for s in part.sentences),
        key=lambda s: (-found.ranking.score(s), s.number),
    )[:10]]  # fmt: skip
    remarks.review("key_points", "", f"the shortlist, the weightiest first: {', '.join(shortlist)}")
    for question in found.questions:
        remarks.review("claims", "", question)
    unlisted = len(found.left_out) - len(briefing.omissions)
    if unlisted > 0:
        remarks.head(
            "omissions", "", f"{unlisted:,} more sentences are left out and not listed here."
        )
