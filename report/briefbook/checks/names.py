"""Every proper name of a statement stands in its evidence, or means what stands there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from briefbook.checks.antecedents import (
    SPEAKS,
    has_other_before,
    is_initial_of,
    is_voice_of_source,
    is_whole_of,
    severity_of,
    text_before,
)
from briefbook.checks.context import Context
from briefbook.checks.offices import is_borne_title
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, Role, outside_quotes
from briefbook.frozen import replace
from briefbook.language.en.bodies import KINDS_OF_BODY
from briefbook.language.en.digits import is_spelled_out, is_written_out
from briefbook.language.en.name_forms import (
    Equivalents,
    Part,
    Vocabulary,
    vocabulary,
)
from briefbook.language.en.names import FoundName, find_designations, find_names
from briefbook.language.en.stemmer import Word, content_words, stem
from briefbook.model.locations import within
from briefbook.sources.anchoring import fold
from briefbook.text import StatementType


def check_names(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a problem for each name that nothing bears."""
    allowed = _allowed(assertion, context)
    for text in assertion.texts:
        found = {
            name: tuple(_missing(name, text, allowed, context.names, assertion.supporting))
            for name in find_names(text, context.is_common)
        }
        unsupported = {name: missing for name, missing in found.items() if missing}
        for name, missing in unsupported.items():
            problem = _problem(context, assertion, text, name, missing)
            if assertion.quotes:
                is_alone = len(unsupported) == 1
                severity = _severity(assertion, name, missing, context, is_alone=is_alone)
                problem = replace(problem, severity=_milder(severity, problem.severity))
            yield problem
        yield from _check_designations(assertion, text)


def _milder(one: Severity, other: Severity) -> Severity:
    """Return the milder of two; the gravest is named first."""
    return max(one, other, key=tuple(Severity).index)


def _allowed(assertion: Assertion, context: Context) -> Vocabulary:
    """Return what may bear an assertion's names."""
    texts = [*assertion.supporting]
    used = {quote.source for quote in assertion.quotes}
    is_own_voice = assertion.kind in (StatementType.JUDGEMENT, StatementType.COMPUTED)
    for source, title in zip(context.sources, context.source_titles, strict=True):
        if is_own_voice or source.id in used:
            texts += (source.publisher, source.short)
        if is_own_voice:
            texts.append(title)
    own = vocabulary(texts, context.names)
    if is_own_voice:
        return own | context.party_names
    # A quote is the shortest clause that bears the statement: a party may stand beside it.
    parties, around = context.party_names, vocabulary(assertion.sentences, context.names)
    return own | Vocabulary(parties.keys & around.keys, parties.stems & around.stems, frozenset())


def _severity(
    assertion: Assertion,
    name: FoundName,
    missing: tuple[Part, ...],
    context: Context,
    *,
    is_alone: bool,
) -> Severity:
    """Return how grave it is that the quotes of an assertion lack a name."""
    before = " ".join(
        text_before(context.texts[quote.source], quote.anchor.start)
        for quote in assertion.quotes
        if quote.anchor and quote.source in context.texts
    )
    severity = severity_of(assertion, name, missing, before, is_alone=is_alone)
    # The quotes of a paper on a country often leave it unnamed.
    is_party = all(
        {part.key, part.other} & context.party_names.keys and not part.key.startswith("place:")
        for part in missing
    )
    # A voice in fuller words: “Members of Congress” for “Members”.
    is_fuller = assertion.is_label and len(missing) < len(name.words)
    is_excused = is_party or is_fuller
    is_excused = is_excused or not _is_contradicted(assertion, missing, context)
    is_excused = is_excused or is_voice_of_source(assertion, name)
    is_seat = is_party and _is_named_by_its_seat(assertion, missing, context)
    is_seat = is_seat and not _has_rival(assertion, missing, context, context.parties)
    is_seat = is_seat or _is_seat_of_named(assertion, missing, context)
    if is_seat or _is_short_form_said(assertion, name, missing, context):
        return Severity.REVIEW
    if assertion.is_label and _has_their_title(assertion, name, context):
        return Severity.REVIEW
    is_meant = _is_spoken_for(assertion, context) or _are_both_meant(assertion, context)
    is_meant = is_meant or not _has_unused_country(assertion, context)
    is_body = _is_body_speaking(assertion, name) or _is_body_named_before(name, before)
    if (is_party and is_meant) or is_body:
        severity = Severity.REVIEW
    elif severity is Severity.REVIEW and _is_elsewhere(assertion, name, context):
        return Severity.WARNING
    if (
        severity is Severity.REVIEW
        and not assertion.is_label
        and _has_rival(assertion, missing, context)
    ):
        return Severity.WARNING
    return Severity.WARNING if is_excused and severity is Severity.ERROR else severity


def _is_seat_of_named(assertion: Assertion, missing: tuple[Part, ...], context: Context) -> bool:
    """Tell whether a capital may stand for a country of the quotes: “from Paris, London and Washington”."""
    said = vocabulary((quote.text for quote in assertion.quotes), context.names).keys
    return all(context.names.country_of(part.key) in said for part in missing)


def _has_unused_country(assertion: Assertion, context: Context) -> bool:
    """Tell whether the quotes name a country or capital that the statement does not: those of a paper on some leave them unnamed."""
    said = vocabulary((quote.text for quote in assertion.quotes), context.names).keys
    told = vocabulary(assertion.texts, context.names).keys
    return any(key.startswith(("country:", "city:")) for key in said - told)


def _is_named_by_its_seat(
    assertion: Assertion, missing: tuple[Part, ...], context: Context
) -> bool:
    """Tell whether the quotes tell of a country by its capital: “Parliament in Accra”."""
    said = vocabulary((quote.text for quote in assertion.quotes), context.names).keys
    named = {context.names.country_of(key) for key in said if key.startswith("city:")}
    return all(part.key in named for part in missing)


def _has_their_title(assertion: Assertion, name: FoundName, context: Context) -> bool:
    """Tell whether a voice has a title of the quotes, with more words: “President Eisenhower” for “the President”.

    A title that the quotes give to somebody by name is that person's.
    """
    said = tuple(quote.text for quote in assertion.quotes)
    stems = vocabulary(said, context.names).stems
    rest = [word for text in assertion.texts for word in content_words(text)]
    rest = [word for word in rest if word.is_capital and word not in name.words]
    return any(word.stem in stems and not _is_held(word, said) for word in rest)


def _is_held(title: Word, said: tuple[str, ...]) -> bool:
    """Tell whether some passages name who has a title: “Secretary Dulles”."""
    pattern = re.compile(rf"\b{re.escape(title.text)}\s(?:of\s)?[A-Z]")
    return any(pattern.search(text) for text in said)


def _is_contradicted(assertion: Assertion, missing: tuple[Part, ...], context: Context) -> bool:
    """Tell whether the quotes name another one: of a voice, another who speaks."""
    if assertion.role is Role.VOICE:
        return any(SPEAKS.search(quote.text) for quote in assertion.quotes)
    return _has_unused_name(assertion, missing, context)


_WHERE = re.compile(r"\b(?:in|at|near|from|to|off)\s(?:the\s)?$")


def _is_elsewhere(assertion: Assertion, name: FoundName, context: Context) -> bool:
    """Tell whether something is told of another place than the quotes tell it of: in Bergen, not in Tromsø."""
    if assertion.is_label or not any(
        (at := text.find(name.text)) >= 0 and _WHERE.search(text[:at]) for text in assertion.texts
    ):
        return False
    told = vocabulary(assertion.texts, context.names)
    return any(
        other.is_sure
        and _WHERE.search(quote.text[: other.start])
        and not any(told.supports(part) for part in context.names.parts(quote.text, other.words))
        for quote in assertion.quotes
        for other in find_names(quote.text, context.is_common)
    )


def _has_unused_name(assertion: Assertion, missing: tuple[Part, ...], context: Context) -> bool:
    """Tell whether the quotes name a place, or somebody, that the statement does not, where it names another.

    Where it names all of them, another name adds what the quotes leave open; it puts none in another's place.
    """
    told = vocabulary((*assertion.texts, assertion.voice), context.names)
    is_place = all(_is_place(part) for part in missing)
    for quote in assertion.quotes:
        for name in find_names(quote.text, context.is_common):
            parts = tuple(context.names.parts(quote.text, name.words))
            is_unused = name.is_sure and not any(told.supports(part) for part in parts)
            if is_unused and _INSTRUMENT.search(name.text):
                continue  # an act stands in nobody's place
            if is_unused and any(_is_place(part) is is_place for part in parts):
                return True
    return False


_INSTRUMENT = re.compile(
    r"\b(?:Act|Law|Bill|Treaty|Agreement|Accords?|Convention|Protocol|Pact|Charter|Code|Resolution|Report|Plan|Standard)$"
)


def _is_place(part: Part) -> bool:
    return part.key.startswith(("country:", "city:", "place:", "region:"))


def _is_spoken_for(assertion: Assertion, context: Context) -> bool:
    """Tell whether a source speaks for one country: of a briefing on one alone, or in the first person."""
    return len(context.parties) == 1 or any(
        _WE.search(outside_quotes(quote.text)) for quote in assertion.quotes
    )


_BOTH = re.compile(
    r"\b(?:both|the two|each|either) (?:countries|states|nations|governments|sides|parties|peoples|capitals|of the (?:two )?countries)\b|"
    r"\beach other\b|\bone another\b|\bthe two\b",
    re.IGNORECASE,
)


def _are_both_meant(assertion: Assertion, context: Context) -> bool:
    """Tell whether quotes speak of both parties of a briefing on two without a name: “the two governments”."""
    return len(context.parties) == 2 and any(  # noqa: PLR2004  one and the other
        _BOTH.search(quote.text) for quote in assertion.quotes
    )


_BODY = re.compile(rf"(?:The\s)?(?:{'|'.join(KINDS_OF_BODY)})(?:[’']s)?")


def _is_body_speaking(assertion: Assertion, name: FoundName) -> bool:
    """Tell whether a body without a name of its own is who says “we” in the quotes: “the Office’s view”."""
    return _BODY.fullmatch(name.text) is not None and any(
        _WE.search(outside_quotes(quote.text)) for quote in assertion.quotes
    )


def _is_body_named_before(name: FoundName, before: str) -> bool:
    """Tell whether a body without a name of its own is one that the passage before the quotes calls so: “the Committee”."""
    word = name.text.removesuffix("’s").removesuffix("'s")
    return _BODY.fullmatch(name.text) is not None and re.search(rf"\b{word}\b", before) is not None


_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves)\b")


def _has_rival(
    assertion: Assertion, missing: tuple[Part, ...], context: Context, among: Collection[str] = ()
) -> bool:
    """Tell whether the quotes name a country, perhaps one of some, that the statement does not, where it names another."""
    if not all(part.key.startswith("country:") for part in missing):
        return False
    texts = (_DOLLARS.sub("", quote.text) for quote in assertion.quotes)
    said = vocabulary(texts, context.names).keys
    told = vocabulary(assertion.texts, context.names).keys
    unused = (key for key in said - told if key.startswith("country:"))
    return any(not among or key.removeprefix("country:") in among for key in unused)


_DOLLARS = re.compile(r"\b(?:US|U\.S\.|Canadian|Australian)\s?(?:\$|(?=dollars?\b))")
"""The name of a currency names no party."""


def _is_short_form_said(
    assertion: Assertion, name: FoundName, missing: tuple[Part, ...], context: Context
) -> bool:
    """Tell whether a quote has a word of a name that its source gives in full: “the Union” of “Fishers’ Union”, “the Order” of “Order of St. Olav”."""
    is_head_said = missing[-1].end < name.words[-1].end or (
        " of " in name.text
        and missing[0].start > name.words[0].start
        and not any(f"{name.words[0].text} of " in quote.text for quote in assertion.quotes)
    )
    if len(missing) >= len(name.words) or not is_head_said:
        return False
    if any(has_other_before(quote.text, name, context.is_common) for quote in assertion.quotes):
        return False
    used = {quote.source for quote in assertion.quotes}
    return any(name.text in context.texts[source].text for source in used & set(context.texts))


def _missing(
    name: FoundName, text: str, allowed: Vocabulary, names: Equivalents, supporting: tuple[str, ...]
) -> Iterator[Part]:
    if any(stem(letters) in allowed.stems for letters in _initials(name)):
        return  # “Department of Energy” of “DOE”
    if is_written_out(name.text, supporting) or is_whole_of(name, supporting):
        return
    for part in names.parts(text, name.words):
        if allowed.supports(part) or _is_the_capital(part, allowed):
            continue
        if is_spelled_out(part.text, supporting) or is_initial_of(part, text, supporting):
            continue
        if is_borne_title(part, name, supporting):
            continue
        yield part


def _is_the_capital(part: Part, allowed: Vocabulary) -> bool:
    """Tell whether a quote says “the capital” of the city that is one."""
    return part.key.startswith("city:") and _CAPITAL in allowed.stems


_CAPITAL = stem("capital")
_FEWEST_LETTERS = 3


def _initials(name: FoundName) -> Iterator[str]:
    """Yield the letters that a name of several words may be known by, with and without its small words."""
    for pattern in (r"\b[A-Za-z]", r"\b[A-Z]"):
        letters = "".join(re.findall(pattern, name.text)).upper()
        if len(letters) >= _FEWEST_LETTERS:
            yield letters


def _problem(
    context: Context, assertion: Assertion, text: str, name: FoundName, missing: tuple[Part, ...]
) -> Problem:
    place = within(text, missing[0].start, assertion.place)
    words = " ".join(part.text for part in missing)
    whole = f" of “{name.text}”" if words != name.text else ""
    is_sure = name.is_sure or any(":" in part.key for part in missing)
    there = dict.fromkeys(
        found.text
        for supported in assertion.supporting
        for found in find_names(supported)
        if found.is_sure
    )
    near = nearest(words, there)
    message = f"{assertion.name}: nothing in its evidence supports the name “{words}”{whole}"
    if near:
        message += f": source says “{near[0]}”, statement says “{words}”"
    hint = f"the evidence names: {first_few(near)}" if near else "the evidence names nothing"
    if all(_is_in_sources(context, part.text) for part in missing):
        hint += "; it stands elsewhere in the sources: quote that passage, or correct the name"
    else:
        hint += "; correct it, or declare another spelling under `aliases:`"
    severity = Severity.ERROR if is_sure else Severity.WARNING
    return Problem(place, message, hint, "unsupported-name", assertion.statement, severity)


_PLURAL_OF_FIGURES = re.compile(r"(?<=\d)s$")
"""Of several of one kind: F-16s."""


def _check_designations(assertion: Assertion, text: str) -> Iterator[Problem]:
    designations = find_designations(text)
    supported = " ".join(fold(words) for words in assertion.supporting) if designations else ""
    for word in designations:
        if (
            assertion.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED)
            and fold(_PLURAL_OF_FIGURES.sub("", word)) not in supported
            and not is_written_out(word, assertion.supporting)
        ):
            there = dict.fromkeys(
                w for words in assertion.supporting for w in find_designations(words)
            )
            message = f"{assertion.name}: nothing in its evidence supports “{word}”"
            hint = (
                f"the evidence has: {', '.join(there)}"
                if there
                else "quote the passage that has it"
            )
            place = within(text, text.find(word), assertion.place)
            yield Problem(place, message, hint, "unsupported-name", assertion.statement)


def _is_in_sources(context: Context, name: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    return any(pattern.search(document.text) for document in context.texts.values())


def nearest(words: str, there: Collection[str]) -> list[str]:
    """Return what the evidence has instead of what it does not support, the most alike first."""
    return get_close_matches(words, there, n=len(there) or 1, cutoff=0)


_SHOWN = 6
"""Values that a hint lists at most."""


def first_few(words: Sequence[str]) -> str:
    """Return the first words of a list, and how many more there are."""
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"{', '.join(words[:_SHOWN])}{more}"
