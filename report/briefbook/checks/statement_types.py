"""What a statement's kind demands: a report reports, a view has a voice, an estimate is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.clauses import shared
from briefbook.language.en.negation import denies
from briefbook.language.en.stemmer import are_kin, content_stems, words_of
from briefbook.model import Briefing, Cell, Claim, Event, Place, Quote
from briefbook.model.locations import place_of, within
from briefbook.sources.anchoring import fold
from briefbook.text import StatementType

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def check_statement_types(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each statement whose kind its words or its evidence deny."""
    briefing = resolved.briefing
    for claim in briefing.claims:
        if claim.voice and claim.kind is not StatementType.ATTRIBUTED:
            hint = "make it `kind: attributed`, or leave the voice out"
            message = f"claim {claim.id} names a voice and is {claim.kind}"
            place = place_of(claim.voice, claim.place)
            yield Problem(place, message, hint, "voice-unused", str(claim.id))
    views: dict[str, list[tuple[str, Told]]] = {}
    for key, view in _views(briefing):
        views.setdefault(key, []).append(view)
    for statement in _reported(briefing):
        yield from _check_rests(briefing, statement)
        yield from _check_view(briefing, statement, views)
    yield from _check_voice_of_facts(briefing)
    yield from _check_likelihood(resolved.assertions)


Told = Claim | Event | Cell | Place


def _reported(briefing: Briefing) -> Iterator[Told]:
    yield from (claim for claim in briefing.claims if claim.kind is StatementType.REPORTED)
    for event in briefing.events:
        # An event of the background is a date that everybody knows, told by whoever tells it.
        if event.stance is StatementType.REPORTED and not event.is_context:
            yield event
    yield from (cell for cell, _ in _cells(briefing) if cell.stance is StatementType.REPORTED)


def _cells(briefing: Briefing) -> Iterator[tuple[Cell | Place, str]]:
    for exhibit in briefing.exhibits:
        yield from ((part, str(exhibit.id)) for part in exhibit.statements)


def _check_rests(briefing: Briefing, statement: Told) -> Iterator[Problem]:
    """A fact cannot rest on a view."""
    for id_ in statement.supported_by:
        other = briefing.statements.get(str(id_))
        is_view = isinstance(other, Claim) and other.kind is StatementType.ATTRIBUTED
        if is_view or (isinstance(other, Event) and other.stance is StatementType.ATTRIBUTED):
            message = f"{_name(statement)} is reported and rests on “{id_}”, which is attributed"
            hint = "mark it attributed too, or rest it on a fact"
            place = place_of(id_, statement.place)
            yield Problem(place, message, hint, "view-as-fact", str(getattr(statement, "id", "")))


def _check_view(
    briefing: Briefing, statement: Told, views: dict[str, list[tuple[str, Told]]]
) -> Iterator[Problem]:
    """A passage that judges is no report, nor what another statement of the same passage tells as a view."""
    id_ = str(getattr(statement, "id", ""))
    for quote in statement.evidence:
        place = place_of(quote.quote, statement.place)
        views_of_it = views.get(_key(briefing, quote), ())
        others = [name for name, view in views_of_it if _tells_the_same(statement, view)]
        if others:
            message = f"{_name(statement)} is reported; the same words are a view in {others[0]}"
            yield _hint(place, message, id_, Severity.WARNING)
            continue
        if cue := cues.EVALUATIVE.search(quote.quote):
            message = f"{_name(statement)} is reported; the source judges: “{cue[0]}”"
            yield _hint(place, message, id_, Severity.REVIEW)


def _hint(place: SourceLocation, message: str, id_: str, severity: Severity) -> Problem:
    hint = "make it attributed, or quote only what is reported (`[…]` leaves words out)"
    return Problem(place, message, hint, "view-as-fact", id_, severity)


def _check_voice_of_facts(briefing: Briefing) -> Iterator[Problem]:
    """A view that rests on reports alone is nobody's."""
    told: list[Told] = [
        claim for claim in briefing.claims if claim.kind is StatementType.ATTRIBUTED
    ]
    told += [event for event in briefing.events if event.stance is StatementType.ATTRIBUTED]
    told += [cell for cell, _ in _cells(briefing) if cell.stance is StatementType.ATTRIBUTED]
    for statement in told:
        rests = [briefing.statements.get(str(id_)) for id_ in statement.supported_by]
        kinds = {
            entry.kind if isinstance(entry, Claim) else getattr(entry, "stance", None)
            for entry in rests
        }
        if not statement.evidence and kinds == {StatementType.REPORTED}:
            message = f"{_name(statement)} is attributed and rests on reported statements alone"
            yield Problem(
                statement.place, message, "one of the kinds is wrong: mark the view where it is quoted",
                "view-as-fact", str(getattr(statement, "id", "")), Severity.WARNING,
            )  # fmt: skip


def _tells_the_same(one: Told, other: Told) -> bool:
    """Tell whether half of what a statement tells another one tells: a passage may have a fact and a view.

    When a common passage was enough, the rule spoke on two of a hundred true statements and on one lie.
    """
    told = content_stems(_words(one))
    return 2 * shared(told, content_stems(_words(other))) >= len(told)


def _words(statement: Told) -> str:
    if isinstance(statement, Event):
        return str(statement.title)
    return str(statement.note or statement.name if isinstance(statement, Place) else statement.text)


def _views(briefing: Briefing) -> Iterator[tuple[str, tuple[str, Told]]]:
    """Yield the passages that attributed statements rest on, with what quotes them."""
    told: list[tuple[str, Told]] = [
        (f"claim {claim.id}", claim)
        for claim in briefing.claims
        if claim.kind is StatementType.ATTRIBUTED
    ]
    told += [(f"event {event.id}", event) for event in briefing.events if _is_view(event)]
    for cell, exhibit in _cells(briefing):
        if _is_view(cell):
            told.append((f"a {type(cell).__name__.lower()} of {exhibit}", cell))
    for name, view in told:
        yield from ((_key(briefing, quote), (name, view)) for quote in view.evidence)


def _is_view(statement: Event | Cell | Place) -> bool:
    return statement.stance is StatementType.ATTRIBUTED


def _key(briefing: Briefing, quote: Quote) -> str:
    return f"{briefing.source_of(quote)} {fold(quote.quote)}"


def _name(statement: Told) -> str:
    id_ = getattr(statement, "id", "")
    return f"{type(statement).__name__.lower()} {id_}".strip()


def check_estimates(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Estimative words belong to judgements and views, praise and blame to views alone."""
    if assertion.is_name or assertion.kind not in (StatementType.REPORTED, StatementType.COMPUTED):
        return
    evidence = " ".join(assertion.supporting)
    for text in assertion.texts:
        own = outside_quotes(text)
        match = cues.ESTIMATIVE.search(own)
        is_ban = match and _MAY_NOT.match(own, match.start()) and denies(evidence)
        if match and not is_ban and not _is_no_estimate(own, match) and not _leaves_open(evidence):
            message = f"{assertion.name} is {assertion.kind} and estimates: “{match[0]}”"
            hint = "make it a judgement or attributed (ICD 203), or say what is known"
            place = within(text, match.start(), assertion.place)
            # “may” and “could” also say what is allowed and what somebody was able to do.
            is_open = match[0].lower() in ("may", "could", "might")
            severity = Severity.REVIEW if is_open else Severity.ERROR
            yield Problem(place, message, hint, "estimate", assertion.statement, severity)
        for match in cues.PRAISE.finditer(own):
            if assertion.kind is StatementType.REPORTED and not _is_said(match[0], evidence):
                message = (
                    f"{assertion.name} is reported and judges: “{match[0]}” is not in its evidence"
                )
                hint = "leave the word out, or make it a judgement"
                place = within(text, match.start(), assertion.place)
                yield Problem(place, message, hint, "praise", assertion.statement, Severity.REVIEW)


_MAY_NOT = re.compile(r"may not\b", re.IGNORECASE)
"""“boats may not fish” of a source by which fishing is banned"""


def _is_no_estimate(text: str, match: re.Match[str]) -> bool:
    """Tell whether “could” says what somebody was able or allowed to do, and “as likely” compares."""
    is_ability = match[0].lower() == "could" and (
        _ABLE.match(text, match.end()) or _TILL.search(text[: match.start()])
    )
    is_compared = match[0].lower() in ("likely", "unlikely") and _COMPARED.search(
        text[: match.start()]
    )
    return bool(is_ability or is_compared)


_COMPARED = re.compile(r"\b(?:as|more|less|equally|likelier)\s$", re.IGNORECASE)


_ABLE = re.compile(
    r"\s(?:not|never|no longer|only|now|then|at last|again)\b|(?=.*\b(?:only if|unless)\b)"
)


_TILL = re.compile(
    r"\b(?:before|until|till|so that|whether|as soon as)\b[^.;,]{0,30}$", re.IGNORECASE
)
"""“two weeks passed before he could present his credentials”"""


def _leaves_open(evidence: str) -> bool:
    """Tell whether the source itself estimates: its “most likely” may be told as “probably”."""
    return cues.ESTIMATIVE.search(evidence) is not None or _OPEN.search(evidence) is not None


_OPEN = re.compile(
    r"\b(?:expect\w*|likelihood|probab\w+|possib\w+|potential\w*|estimat\w+|believ\w+|thought to|predict\w*|project(?:s|ed|ions?)|forecast\w*|"
    r"risk\w*|allow\w*|permit\w*|eligib\w+|forb\w+|prohibit\w*|no evidence|visib\w+|entitl\w+|free to|right to|enabl\w+|author\w+|can|uncertain\w*|chances?|prospects?|should|would|suggesting|indicating|implying)\b",
    re.IGNORECASE,
)


def _is_said(word: str, evidence: str) -> bool:
    (told,) = words_of(word)[:1]
    return any(are_kin(told.stem, other.stem) for other in words_of(evidence))


def _check_likelihood(found: tuple[Assertion, ...]) -> Iterator[Problem]:
    """One row of the scale in the whole briefing; likelihood and confidence never in one sentence."""
    used: dict[int, str] = {}
    for assertion in found:
        if assertion.is_name:
            continue
        for text in assertion.texts:
            own = outside_quotes(text)
            for sentence in _SENTENCE.split(own):
                words = [match[0] for row in cues.LIKELIHOOD for match in row.finditer(sentence)]
                if words and (sure := cues.CONFIDENCE.search(sentence)):
                    message = f"{assertion.name}: “{words[0]}” and “{sure[0]}” in one sentence"
                    hint = "likelihood is of the event, confidence of the judgement: two sentences"
                    place = within(text, own.find(sentence), assertion.place)
                    yield Problem(place, message, hint, "likelihood", assertion.statement)
            for number, row in enumerate(cues.LIKELIHOOD):
                # What a source calls likely is its matter: the scale is that of judgements.
                if not assertion.is_factual and (match := row.search(own)):
                    used.setdefault(number, match[0])
                    if len(used) > 1:
                        message = (
                            f"{assertion.name}: “{match[0]}” beside “{used[1 - number]}” elsewhere"
                        )
                        hint = "keep to one row of the ICD 203 scale"
                        place = within(text, match.start(), assertion.place)
                        yield Problem(place, message, hint, "likelihood", assertion.statement)
