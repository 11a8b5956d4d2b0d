"""Who says it: the voice of a view, and whoever a statement lets speak, speaks in its quotes.

    The source: the union alleges that the operator hid two accidents.
    The lies:   `voice: the operator`; “the operator admits that it hid two accidents”.

Where a quote names nobody who speaks, its speaker may stand anywhere, and nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.citations import bare_voice
from briefbook.evidence.support import Assertion, Role, factual_texts
from briefbook.language.en import cues
from briefbook.language.en.clauses import KEEPS_VOICE, shared
from briefbook.language.en.related import is_near
from briefbook.language.en.speakers import Speaker, ascribes, has_holder, speakers
from briefbook.language.en.stemmer import content_stems
from briefbook.model.locations import within
from briefbook.text import StatementType

Stems = frozenset[str]
_CAPITAL = re.compile(r"\b[A-Z]\w*")


def check_voices(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each voice and each speaker of a text who is another one in the quotes."""
    if not assertion.is_factual or assertion.role is Role.VOICE:
        return
    told = [
        (text, speaker)
        for text in factual_texts(assertion)
        for speaker in speakers(text)
        if speaker.is_sure
    ]
    if assertion.kind is StatementType.REPORTED:
        yield from _check_held(assertion)
    if not (told or assertion.voice):
        return
    quoted = [(quote.text, speakers(quote.text)) for quote in assertion.quotes]
    said = [speaker for _, found in quoted for speaker in found]
    if assertion.voice:
        yield from _check_voice(assertion, context, quoted, said)
    if said:
        yield from _check_speakers(assertion, told, quoted, said)


_BUT = re.compile(r",\s(?:but|and|while|whereas)\s|;\s")
_FEWEST = 2
"""Words that a text must share with what is held to tell it."""


def _check_held(assertion: Assertion) -> Iterator[Problem]:
    """“The quarry poisons the lake” of opponents who argue that it does."""
    for quote in assertion.quotes:
        held = (
            [one for one in speakers(quote.text) if one.holds and one.is_sure]
            if has_holder(quote.text)
            else ()
        )
        others = [content_stems(other.text) for other in assertion.quotes if other is not quote]
        for speaker in held:
            behind = _BUT.split(quote.text[speaker.start :], maxsplit=1)[0]
            view = content_stems(behind) - speaker.stems
            before = content_stems(quote.text[: speaker.start])
            for text in factual_texts(assertion):
                own = content_stems(text)
                told = shared(own, view)
                is_other = any(shared(own, words) >= told for words in (before, *others))
                if told < _FEWEST or is_other or _keeps_view(text):
                    continue
                message = (
                    f"{assertion.name} is reported, and its quote has “{speaker.words}” hold it"
                )
                hint = "say who holds it, and make it attributed, or quote what is reported"
                place = within(text, 0, assertion.place)
                yield Problem(
                    place, message, hint, "view-as-fact", assertion.statement, Severity.WARNING
                )
                return


def _keeps_view(text: str) -> bool:
    patterns = (KEEPS_VOICE, cues.META, cues.REPORT)
    return ascribes(text) or cues.leaves_open(text) or any(p.search(text) for p in patterns)


_Quoted = list[tuple[str, tuple[Speaker, ...]]]


def _check_voice(
    assertion: Assertion, context: Context, quoted: _Quoted, said: Sequence[Speaker]
) -> Iterator[Problem]:
    voice = str(assertion.voice)
    names = bare_voice(voice)
    if not names or any(_is_of(voice, content_stems(voice), one) for one in said):
        return
    if said and (other := _told_of(names, quoted)):
        message = (
            f"{assertion.name}: its voice is “{voice}”, and its quote has “{other.words}” say it"
        )
    elif (sure := [one for one in said if one.is_sure and not one.is_work]) and not _has_any(
        names, assertion.paragraphs
    ):
        message = (
            f"{assertion.name}: its voice is “{voice}”, and its quote has “{sure[0].words}” say it"
        )
    elif not _stands_anywhere(names, context):
        message = f"{assertion.name}: its voice is “{voice}”, whom no source names"
    else:
        return
    hint = "name who says it in the quote, or quote the passage that names the voice"
    place = within(voice, 0, assertion.place)
    yield Problem(place, message, hint, "voice-not-quoted", assertion.statement, Severity.WARNING)


def _told_of(names: Stems, quoted: _Quoted) -> Speaker | None:
    """Return who speaks of somebody in a quote that has this one nowhere before."""
    for text, found in quoted:
        for one in (one for one in found if one.is_sure and not one.is_work):
            before, behind = content_stems(text[: one.start]), content_stems(text[one.start :])
            if names <= behind and not any(is_near(n, before) for n in names):
                return one
    return None


def _is_of(words: str, stems: Stems, speaker: Speaker) -> bool:
    """Tell whether words name a speaker, in full or by the initials."""
    if any(is_near(stem, speaker.stems) for stem in stems):
        return True
    for long, short in ((words, speaker.words), (speaker.words, words)):
        initials = "".join(word[0] for word in _CAPITAL.findall(long))
        if any(
            len(name) > 1 and initials.endswith(name) for name in re.findall(r"\b[A-Z]+\b", short)
        ):
            return True
    return False


def _stands_anywhere(names: Stems, context: Context) -> bool:
    """Tell whether a source has a word of a voice, or is by it."""
    texts = [document.text for document in context.texts.values()]
    texts += [f"{source.title} {source.publisher} {source.short}" for source in context.sources]
    return _has_any(names, texts)


def _has_any(names: Stems, texts: Sequence[str]) -> bool:
    """Tell whether a text has one of some words, or a near one."""
    return any(
        any(name in text.lower() for name in names)
        or any(is_near(name, content_stems(text)) for name in names)
        for text in texts
    )


def _check_speakers(
    assertion: Assertion,
    told: list[tuple[str, Speaker]],
    quoted: _Quoted,
    said: Sequence[Speaker],
) -> Iterator[Problem]:
    for text, speaker in told:
        who = [one for one in said if _is_of(speaker.words, speaker.stems, one)]
        is_voice = bool(assertion.voice) and any(
            is_near(stem, speaker.stems) for stem in content_stems(assertion.voice)
        )
        if not who and not is_voice and (other := _told_of(speaker.stems, quoted)):
            message = (
                f"{assertion.name} has “{speaker.words}” say it, and its quote “{other.words}”"
            )
        elif (
            speaker.owns_up
            and not speaker.is_work
            and (who or is_voice)
            and all(one.holds for one in who or said)
        ):
            message = f"{assertion.name} has “{speaker.words}” own up to or prove what they only hold in its quote"
        else:
            continue
        hint = "let speak who speaks in the quote, and as the quote does"
        place = within(text, speaker.start, assertion.place)
        yield Problem(place, message, hint, "other-speaker", assertion.statement, Severity.WARNING)
        return
