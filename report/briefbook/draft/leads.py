"""What stands in front of a key point: its figure, its date or whoever speaks, in the source's words.

A rule cannot say what a statement comes to, so it never tries: a lead names what the eye looks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefbook.draft.corpus import Sentence
from briefbook.draft.dating import Role, roles
from briefbook.draft.lexicon import STOPWORDS
from briefbook.draft.quotes import is_supported
from briefbook.draft.stance import Sort, Stance
from briefbook.draft.trim import starts_with_verb, upper_first
from briefbook.language.en.bounds import bound_told
from briefbook.language.en.countries import country_codes
from briefbook.language.en.mentions import EntityType
from briefbook.language.en.number_words import any_of
from briefbook.model import Quote

_LETTERS = 44
_SUBJECT_WORDS = 6
_ADVERB = re.compile(
    r"(?:\s(?:also|now|then|later|still|thus|once|already|soon|first|then|\w+ly))+$"
)
_TELLING, _FEW = 5, 3
"""Letters of a word that says something; words of a run beyond which a longer one says no more."""
_WORD = re.compile(r"[A-Za-z]{5,}")
_JOINING = frozenset(
    "moreover however furthermore therefore nevertheless meanwhile today now then because although despite such what how here because".split()
)
_BREAK = re.compile(
    rf"[\s]*[^\w\s’‘'-][\s]*|\s*\b(?:{any_of(STOPWORDS | _JOINING)}|\w+ly|\d[\w.,]*)\b\s*",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:It|They|He|She|This|That|These|Those|There|We|I|You|Its|Their|His|Her|Our|Such|Both|Each|What|Who|Here|"
    r"In|On|At|By|For|From|With|To|Of|As|If|When|While|After|Before|Since|During|Under|Although|Despite|Because|"
    r"However|Moreover|Furthermore|Nevertheless|Therefore|Meanwhile|Today|Now|Then|But|And|Also|Some|Many|Most|No|Not)\b"
)


def has_lead(sentence: Sentence) -> bool:
    """Tell whether a sentence has a figure, a date or a subject that can stand before it."""
    kinds = (EntityType.MONEY, EntityType.QUANTITY)
    if any(map(sentence.of, kinds)) or sentence.speaker.name:
        return True
    named = [*_dates(sentence), _subject(sentence)]
    if any(form and not _is_thin(form) for form in named):
        return True
    # “The government.” leads nothing; what such a sentence is about may.
    return any(named) and bool(_two_words(sentence.text))


def lead_of(
    sentence: Sentence,
    stance: Stance,
    quotes: tuple[Quote, ...],
    title: str,
    taken: set[str],
    words: str = "",
) -> str:
    """Return a lead that the quotes bear and no other key point has; its figure stands in `words` too."""
    voice, subject = _voice(stance), _subject(sentence)
    is_subject = bool(subject) and is_supported(subject, quotes) and len(subject) <= _LETTERS
    if stance.is_view:
        forms = [voice, *_figures(sentence), subject]
        if (
            len(voice.removeprefix("the ").split()) == 1
        ):  # a family name alone leads worse than what is said
            forms = [*_figures(sentence), *_two_words(sentence.text), voice, subject]
    else:
        forms = [*_figures(sentence), *_dates(sentence), subject]
    said = words or sentence.text
    led = set(_figures(sentence)) | set(_dates(sentence))
    forms = [form for form in forms if form not in led or form in said]
    # A subject that the text itself begins with says it twice: “The project. The project is …”.
    forms = [form for form in forms if form in led or form == voice or not _opens(said, form)]
    told = [f"{upper_first(form)}." for form in forms if 0 < len(form) <= _LETTERS]
    borne = [form for form in told if is_supported(form, quotes)]
    thin = [form for form in borne if _is_thin(form) and form != f"{upper_first(voice)}."]
    topics = sorted(_topics(said), key=lambda topic: _opens(said, topic))
    topics = [f"{upper_first(topic)}." for topic in topics if not _is_place(topic)]
    forms = [
        *(form for form in borne if form not in thin),
        *(form for form in topics if " " in form and is_supported(form, quotes)),
        *(form for form in _headed(sentence) if is_supported(form, quotes)),
        *((f"{title}.",) if title else ()),
        *thin,
        *((f"{upper_first(subject)}.",) if is_subject else ()),
        *(form for form in topics if is_supported(form, quotes)),
        *(f"{upper_first(word)}." for word in _WORD.findall(said)),
    ]
    return next((form for form in forms if form not in taken), forms[0] if forms else "")


def _headed(sentence: Sentence) -> list[str]:
    """Return the heading right above a sentence as a lead, where it is short and says something."""
    heading = " ".join(sentence.heading.split()).strip(" :.#*_")
    words = [word for word in heading.split() if word.lower() not in STOPWORDS]
    is_telling = len(words) > 1 and len(heading) <= _LETTERS and heading[0].isalpha()
    return [f"{heading}."] if is_telling and not re.search(r"[\d?!]", heading) else []


def _topics(text: str) -> list[str]:
    """Return what a text speaks of, where it has no subject that can stand alone: its runs of telling words.

    Names go before other words, and what is done before who does it: behind the first verb a sentence tells its news.
    """
    words = text.split()
    verbs = [n for n, word in enumerate(words) if n and starts_with_verb(word)]
    news = len(" ".join(words[: verbs[0] + 1])) if verbs else len(text)
    breaks = [(0, 0), *_cuts(text), (len(text),) * 2]
    spans = [(start, low, high) for (start, low), (high, _) in pairwise(breaks)]
    spans = _with_genitives(spans, text)
    runs = [
        (_named(text[low:high].split(), text[start:low]), low >= news)
        for start, low, high in spans
        if 0 < high - low <= _LETTERS
    ]
    told = [
        (words, is_news)
        for words, is_news in runs
        if words and words[0][0].isalnum() and len(words[0]) > 1 and max(map(len, words)) >= _TELLING
    ]  # fmt: skip
    ranked = sorted(told, key=_rank)
    return [" ".join(words) for words, _ in ranked]


_OF = re.compile(r"\s+of(?: the| its| their)?\s+", re.IGNORECASE)


def _with_genitives(spans: Sequence[tuple[int, int, int]], text: str) -> list[tuple[int, int, int]]:
    """Return stretches of telling words, with what they are of: Head of state, not Head and State."""
    found: list[tuple[int, int, int]] = []
    for start, low, high in spans:
        before = found[-1] if found else (0, 0, 0)
        is_of = before[2] > before[1] and high > low and _OF.fullmatch(text[before[2] : low])
        words = text[before[1] : before[2]].split()
        names = bool(words) and words[-1].lower() not in _TAIL  # “instead of” names nothing
        if is_of and names and high - before[1] <= _LETTERS:
            found[-1] = (before[0], before[1], high)
        else:
            found.append((start, low, high))
    return found


def _rank(run: tuple[list[str], bool]) -> tuple[float, int]:
    words, is_news = run
    is_name = any(word[:1].isupper() for word in words[is_news < 1 :])
    return (-min(len(words), _FEW) - 0.5 * is_name - 0.5 * is_news, -max(map(len, words)))


def _cuts(text: str) -> list[tuple[int, int]]:
    """Return where runs of words end: at marks, at words that say nothing, and at verbs."""
    found = [(m.start(), m.end()) for m in _BREAK.finditer(text)]
    found += [
        (m.start(), m.end())
        for m in re.finditer(r"\s*\S+\s*", text)
        if starts_with_verb(m[0].strip())
    ]
    merged: list[tuple[int, int]] = []
    for low, high in sorted(found):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


_VERB_NEXT = re.compile(
    r"\b(?:to|must|should|will|would|can|could|may|might|we|they|not)\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[–-](?:(?:1[5-9]|20)\d\d|\d\d))?")
_TAIL = frozenset(
    "being but instead ahead are is was were able you your often still just only very until since during within first regarding concerning including involving according without about over under between among".split()
)
"""What a run of words cannot end with."""
_PLAIN = frozenset(
    "latest other others further additional certain various different recent current previous same own entire whole "
    "million billion thousand hundred percent "
    "but and or yet so major better main key good great important "
    "out up down off back away overall several particular active last next early late able likely available following".split()
)
"""What says nothing at the head of a run: Latest incident, other provisions."""
_PARTICIPLES = frozenset(
    "written taken given seen known done shown driven chosen made grown drawn".split()
)


def _is_verb(words: list[str]) -> bool:
    """Tell whether a run ends with what several things do, as rules of spelling tell: cases occurs."""
    pair = [word.lower() for word in words[-2:]]
    return len(pair) == 2 and all(re.fullmatch(r"[a-z]{3,}[^s’']s", word) for word in pair)  # noqa: PLR2004


def _named(words: list[str], before: str) -> list[str]:
    """Return a run of words without the verb at its head, which `before` tells, and a participle at its end."""
    words = words[1:] if _VERB_NEXT.search(before) else words
    while words and words[0].lower() in _PLAIN:
        words = words[1:]
    while words and not words[-1][-1:].isalnum():
        words = words[:-1]
    while words and (words[-1] in _PARTICIPLES or words[-1].lower() in _TAIL or _is_verb(words)):
        words = words[:-1]
    return words


_REGIONS = ("america", "africa", "asia", "europe")


@cache
def _places() -> frozenset[str]:
    """Return the names of countries and continents in small letters: alone, none says what is told of it."""
    sides = ("", "north ", "south ", "east ", "west ", "central ", "western ", "eastern ")
    regions = (f"{side}{region}" for side in sides for region in _REGIONS)
    return frozenset([*(name.lower() for name in country_codes()), *regions, "european union"])


def _is_place(form: str) -> bool:
    return form.rstrip(".").lower().removeprefix("the ") in _places()


_MEASURES = frozenset(
    "type types kind kinds way ways form forms reason reasons factor factors thing things extent degree number numbers part parts half "
    "average averages least large small high low great well above below two three four five six several many".split()
)
"""How much or how many, of nothing: three types, a large extent, at least half."""


def _is_thin(form: str) -> bool:
    """Tell whether a lead is one plain word or a year, which names nothing: Ministers. The increase. 2010."""
    if _is_place(form):
        return True
    told = form.rstrip(".").split()
    words = [word for word in told if word.lower() not in STOPWORDS]
    if all(word.lower() in _MEASURES for word in words):
        return True
    is_figure = any(sign.isdigit() for sign in form) and not _YEAR.fullmatch(form.rstrip("."))
    return len(words) < 2 and not is_figure  # noqa: PLR2004  one word


def _opens(said: str, form: str) -> bool:
    return said.lower().removeprefix("the ").startswith(form.lower().removeprefix("the "))


def _voice(stance: Stance) -> str:
    """Return whoever speaks, where the sentence names a voice."""
    # Whoever signs the whole source leads none of its statements.
    unnamed = ("the source", "unnamed", "somebody")
    is_named = not any(word in stance.voice for word in unnamed)
    is_named = is_named and stance.sort is Sort.SAID
    return stance.voice if is_named else ""


def _two_words(text: str) -> list[str]:
    return [topic for topic in _topics(text) if " " in topic][:1]


def _figures(sentence: Sentence) -> list[str]:
    found = []
    for fact in (*sentence.of(EntityType.MONEY), *sentence.of(EntityType.QUANTITY)):
        words = " ".join(fact.quote.split())
        if _OF_YEAR.match(sentence.text[sentence.text.find(words) :]):
            continue
        if _VAGUE.match(words):
            continue
        words = _whole_figure(words, sentence.text)
        if (
            not words
            or _YEARS.fullmatch(words)
            or _AGED.search(sentence.text[: max(0, sentence.text.find(words))])
        ):
            continue  # whom a figure is about is not the figure
        found.append(f"{bound_told(words, sentence.text)}{words}")
    return found or _counts(sentence.text)


_OF_YEAR = re.compile(r"(?:one|two|three|\w+) quarters? of (?:the )?(?:year|(?:19|20)\d\d)")
"""The first three quarters of 2009 are a time."""
_VAGUE = re.compile(r"(?:tens|dozens|hundreds|thousands|millions|billions) of\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[\d.,]+[- ]?\w*-[a-z]+")


def _whole_figure(words: str, text: str) -> str:
    """Return a figure that describes a thing with the thing: 55-kilometer zone, for 55-kilometer names nothing."""
    if not _HYPHENED.fullmatch(words):
        return words
    found = re.match(
        rf"{re.escape(words)}(?: [a-z][\w-]*){{1,2}}(?=[\s,.;])", text[text.find(words) :]
    )
    told = found[0].split() if found else [words]
    while len(told) > 1 and (told[-1] in STOPWORDS or starts_with_verb(told[-1])):
        told = told[:-1]
    return " ".join(told) if len(told) > 1 else ""


_YEARS = re.compile(r"\S+[ -]years?(?:[ -]old)?")
_COUNT = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,})(?: (?!(?:percent|per)\b)[A-Za-z][\w’-]*){0,2} (?P<noun>[a-z]{3,}s|people|men|women|children)\b"
)
"""4,247 disciplinary cases: a number with what it counts."""


def _counts(text: str) -> list[str]:
    """Return the counts of things that are no quantity with a unit."""
    found = []
    for match in _COUNT.finditer(text):
        between = match[0][len(match["number"]) :].split()
        is_plain = not any(word.lower() in STOPWORDS or starts_with_verb(word) for word in between)
        if is_plain and match["noun"] not in _OF_TIME and not _YEAR.fullmatch(match["number"]):
            found.append(f"{bound_told(match[0], text)}{match[0]}")
    return found


_OF_TIME = frozenset("years months weeks days hours minutes times".split())


_AGED = re.compile(r"\b(?:aged?|those|between)(?: between| from)?\s$")


def _dates(sentence: Sentence) -> list[str]:
    return [sentence.text[d.start : d.end] for d, role in roles(sentence.text) if role is Role.TIME]


def _subject(sentence: Sentence) -> str:
    """Return the words before the first verb, where they are few and name something."""
    words = sentence.text.split()
    for number in range(1, min(len(words), _SUBJECT_WORDS + 1)):
        if starts_with_verb(" ".join(words[number:])):
            name = _ADVERB.sub("", " ".join(words[:number]))
            is_name = not _OPENER.match(name) and not re.search(r"[,;:()“”\"]", name)
            return name if is_name and re.search(r"[A-Za-z]{3}", name) else ""
    return ""
