"""People in English prose: names that a title, an office, a given name or a deed shows to be such.

First each passage is read by itself. Then the whole document is: a surname that one passage has
shown to be a person's ("Emomali Rahmon") is that person's elsewhere too ("Rahmon said").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefbook.frozen import dataclass, replace
from briefbook.language.en.mentions import lexicon
from briefbook.language.en.mentions.job_titles import (
    Role,
    role_after,
    role_around_is,
    role_as,
    role_before,
)
from briefbook.language.en.mentions.name_candidates import Segment, segments
from briefbook.language.en.mentions.tokens import Tokens


@dataclass(frozen=True)
class PersonMention:
    """A stretch that is, or may turn out to be, a person's name; offsets in a passage, or in the document."""

    start: int
    end: int
    words: tuple[str, ...]
    surname: str
    role: str = ""
    is_person: bool = False
    may_refer: bool = True
    """False where only a title or an office could make it a person: "the Nixon Doctrine"."""

    def moved(self, by: int) -> PersonMention:
        """Return it with its offsets moved, from those in a passage to those in a document."""
        return replace(self, start=self.start + by, end=self.end + by)


def find_mentions(tokens: Tokens, known_small: frozenset[str]) -> list[PersonMention]:
    """Return the possible names of a passage, with offsets in it.

    `known_small` are the words that the document has without a capital: one of them at the
    beginning of a sentence is no name.
    """
    found: list[tuple[Segment, Role | None]] = []
    for segment in segments(tokens):
        trimmed = _trimmed(tokens, segment, known_small)
        if trimmed is not None:
            found.append((trimmed, _evidence(tokens, trimmed)))
    _spread(tokens, found)
    return [_mention(tokens, segment, role) for segment, role in found]


def _mention(tokens: Tokens, segment: Segment, role: Role | None) -> PersonMention:
    start, words = segment.start, segment.words
    before = segment.first - 1
    if len(words) == 1 and before >= 0 and tokens.words[before] in ("de", "van", "von", "bin"):
        # "de Gaulle": known as a person's only from elsewhere, so not taken with its particle yet
        start, words = tokens.starts[before], (tokens.words[before], *words)
    return PersonMention(
        start,
        segment.end,
        words,
        segment.surname,
        role.text if role else "",
        role is not None,
        not _is_followed_by_head(tokens, segment),
    )


def _trimmed(tokens: Tokens, segment: Segment, known_small: frozenset[str]) -> Segment | None:
    """Take off a first word that has its capital from the beginning of the sentence."""
    first = segment.words[0]
    is_common = first.lower() in known_small and first not in lexicon.given_names()
    if not (is_common and tokens.begins_sentence(segment.first)):
        return segment
    if len(segment.words) == 1:
        return replace(segment, words=segment.words) if _is_possessed(tokens, segment) else None
    start = tokens.starts[segment.first + 1]
    rest = replace(segment, first=segment.first + 1, start=start, words=segment.words[1:])
    return rest if rest.surname else None


def _is_possessed(tokens: Tokens, segment: Segment) -> bool:
    return segment.after < len(tokens.words) and tokens.words[segment.after] in ("’s", "'s")


def _next(tokens: Tokens, segment: Segment) -> str:
    at = segment.after
    if at >= len(tokens.words) or tokens.gap(at).strip(" \n"):
        return ""
    return tokens.words[at]


def _is_followed_by_head(tokens: Tokens, segment: Segment) -> bool:
    """Tell whether the next word makes the name part of another: the Nixon Doctrine, Smith Island."""
    following = _next(tokens, segment)
    if following in lexicon.HEADS:
        return True
    return following == "&" or (following in ("-", "–") and tokens.gap(segment.after) == "")


_HUMAN_VERBS = frozenset(
    "said told visited met resigned died fled wrote became testified arrived traveled travelled served argued "
    "stated replied ruled governed stressed emphasized emphasised thanked spoke remarked recalled commented "
    "explained praised congratulated expressed condemned complained believed hoped warned insisted".split()
)
_LETTERS_AFTER = frozenset("MP MPs MEP MdB OBE CBE KCMG GCMG Esq Esq. QC KC PhD Ph.D".split())
_PASSIVE = frozenset(
    "elected appointed assassinated born killed arrested sworn inaugurated re-elected reelected named overthrown "
    "succeeded jailed sentenced imprisoned deposed ousted nominated".split()
)
_OBJECT_OF = re.compile(
    r"\b(?:met(?:\swith)?|meetings?\swith|talks\swith|elected|appointed|nominated|succeeded(?:\sby)?|replaced(?:\sby)?"
    r"|overthrew|deposed|assassinated|arrested|thanked|congratulated|accompanied\sby|led\sby|headed\sby|chaired\sby"
    r"|represented\sby|signed\sby|born\sto|known\sas|named|followed\sby|hosted\sby|written\sby|conversation\swith"
    r"|assassination\sof|death\sof|election\sof|appointment\sof|resignation\sof|son\sof|government\sof|regime\sof"
    r"|(?:[Pp]repared|[Ww]ritten|[Cc]ompiled|[Ee]dited|[Aa]uthored|[Tt]ranslated)\s(?:for\s\w+\s)?by|rule\sof|leadership\sof|presidency\sof|administration\sof|under)\s$"
)
_WHO = re.compile(r",\s(?:who|whom|whose)\s")
_YEAR_SPAN = r"(?:[A-Z][a-z]+\s)?\d{4}\s?[–-]\s?(?:(?:[A-Z][a-z]+\s)?\d{2,4}|present|)\)"
_LIFE = re.compile(rf"\s\((?:b(?:orn|\.)\s|c\.\s|{_YEAR_SPAN})")
_TERM = re.compile(rf"(?:,[^,()\n]+)?\s\({_YEAR_SPAN}\s*(?:\n|$)")
"""A line of a list of office holders: Ketil Bjørnson (1977–1981)."""
_DEEDS = re.compile(r"[’']s\s(?:death|assassination|resignation|regime|dictatorship|wife|husband|son|daughter|ouster|"
                    r"inauguration|re-election|reelection|election\sas|visit|trip|speech|presidency|predecessor|successor|tenure)\b")  # fmt: skip
_OWN_DEEDS = re.compile(
    r"[’']s\s(?:[a-z-]+\s){0,2}(?:re-election|reelection|assassination|resignation|inauguration|ouster|wife|husband"
    r"|widow|daughter|presidency|dictatorship|death|funeral|overthrow)\b"
)
"""What a single name can have only if it is a person's; a country has an election, but no re-election."""
_LOOK_BACK = 36
_HEADING_WORDS = 3


def _evidence(tokens: Tokens, segment: Segment) -> Role | None:
    """Return what shows that a stretch is a person's name: an office, perhaps an empty one."""
    if _is_followed_by_head(tokens, segment):
        return None
    before = role_before(tokens, segment)
    if before is not None and (before.is_sure or segment.is_full):
        around = None if before.text else role_around_is(tokens, segment)
        return before if before.text else around or role_after(tokens, segment) or before
    if segment.is_full and not (tokens.is_heading and len(segment.words) > _HEADING_WORDS):
        shown = (
            role_around_is(tokens, segment)
            or role_after(tokens, segment)
            or role_as(tokens, segment)
        )
        if shown or _is_shown_by_name(segment) or _is_shown_by_deed(tokens, segment):
            return shown or Role("")
    if _OWN_DEEDS.match(tokens.text, segment.end):
        return Role("")
    is_ruler = _next(tokens, segment) in lexicon.RULES_AFTER and _is_after_the(tokens, segment)
    return Role("") if is_ruler else None


def _is_shown_by_name(segment: Segment) -> bool:
    """Tell a given name, or an initial, with a surname."""
    first = segment.words[0]
    if first in lexicon.given_names() or first.endswith("."):
        return True
    return any(word.endswith(".") and word not in lexicon.SUFFIXES for word in segment.words[1:-1])


def _is_shown_by_deed(tokens: Tokens, segment: Segment) -> bool:
    """Tell what only people do or suffer: "X resigned", "the assassination of X", "X’s death"."""
    text, following = tokens.text, _next(tokens, segment)
    if _DEEDS.match(text, segment.end):
        return True
    if _begins_line(text, segment.start) and _TERM.match(text, segment.end):
        return True
    if tokens.is_heading:
        return False
    if (
        following in _LETTERS_AFTER
        or following in _HUMAN_VERBS
        or _WHO.match(text, segment.end)
        or _LIFE.match(text, segment.end)
    ):
        return True
    after = tokens.words[segment.after + 1 : segment.after + 3]
    if following in ("was", "were", "is", "had", "has") and any(word in _PASSIVE for word in after):
        return True
    return _OBJECT_OF.search(text[max(0, segment.start - _LOOK_BACK) : segment.start]) is not None


def _begins_line(text: str, at: int) -> bool:
    return not at or text[:at].endswith(("\n", "• ", "- ", "* "))


def _is_after_the(tokens: Tokens, segment: Segment) -> bool:
    return segment.first > 0 and (
        tokens.words[segment.first - 1]
        in ("the", "The", "’s", "'s", "new", "first", "second", "and", "by")
    )


_AND = frozenset(("and", "&", "or"))


def _spread(tokens: Tokens, found: list[tuple[Segment, Role | None]]) -> None:
    """Let people in a list vouch for their neighbours: "Presidents A and B", "Mr. A, C. B, and D E"."""
    for at in range(1, len(found)):
        (one, role), (two, other) = found[at - 1], found[at]
        if role is None or other is not None or not _is_joined(tokens, one, two):
            continue
        if (two.is_full or role.is_plural) and not _is_followed_by_head(tokens, two):
            text = role.text if role.is_plural else ""
            found[at] = (two, role_after(tokens, two) or Role(text, role.is_plural))
    for at in range(len(found) - 1, 0, -1):
        (one, role), (two, other) = found[at - 1], found[at]
        is_pair = role is None and other is not None and _is_joined(tokens, one, two)
        if is_pair and _next(tokens, two) in lexicon.RULES_AFTER:
            found[at - 1] = (one, Role(""))


def _is_joined(tokens: Tokens, one: Segment, two: Segment) -> bool:
    between = tokens.words[one.after : two.first]
    if not 0 < len(between) <= _LONGEST_JOINT:
        return False
    is_joint = all(word in _AND or word in (",", "the") for word in between)
    return is_joint and (between[-1] in _AND or between[0] == "," or between[-1] == "the")


_LONGEST_JOINT = 3
"""Words: ", and the"."""


@dataclass
class People:
    """Everybody that a document names: who a surname belongs to, and by which office."""

    by_surname: dict[str, dict[tuple[str, ...], list[int]]]
    """Forms of the name with that surname, and where each stands."""
    offices: dict[str, str]
    """First office that was found with each full name."""

    @classmethod
    def of(cls, mentions: list[PersonMention]) -> People:
        """Collect the people among a document's mentions, which are in order."""
        people = cls({}, {})
        for mention in mentions:
            if not mention.is_person:
                continue
            for key in _keys(mention):
                forms = people.by_surname.setdefault(key, {})
                forms.setdefault(mention.words, []).append(mention.start)
        for mention in mentions:
            if mention.is_person and mention.role:
                people.offices.setdefault(people.full_name(mention), mention.role)
        return people

    def full_name(self, mention: PersonMention) -> str:
        """Return the fullest form of a mention's name that the document has nearest to it."""
        own = " ".join(mention.words)
        is_short = mention.words[0].endswith(".") or mention.words[0] in lexicon.PARTICLES
        if len(mention.words) > 1 and not is_short:
            return own
        fuller = [
            (places, words)
            for words, places in self.by_surname.get(mention.surname, {}).items()
            if len("".join(words)) > len("".join(mention.words)) and _agree(mention.words, words)
        ]
        if not fuller:
            return own
        before = [
            (places[bisect_right(places, mention.start) - 1], words)
            for places, words in fuller
            if places[0] <= mention.start
        ]
        nearest = max(before) if before else min((places[0], words) for places, words in fuller)
        return " ".join(nearest[1])

    def knows(self, mention: PersonMention) -> bool:
        """Tell whether somebody else's mention shows this one to be a person."""
        forms = self.by_surname.get(mention.surname, {})
        if len(mention.words) == 1 or mention.words[0] in lexicon.PARTICLES:
            return bool(forms)
        return any(_agree(mention.words, words) for words in forms)


def _keys(mention: PersonMention) -> tuple[str, ...]:
    """Return the single names that may stand for a person: the surname, whichever end it is at."""
    first = mention.words[0]
    if len(mention.words) > 1 and first in _SURNAME_FIRST:
        return (mention.surname, first)
    return (mention.surname,)


_SURNAME_FIRST = frozenset(
    "Xi Hu Deng Mao Zhou Jiang Li Wen Ban Park Moon Roh Lee Chiang Ho Ngo Nguyen Pham Yang Wang Zhang Zhu Zhao Liu "
    "Chen Lin Sun Aung Saddam Indira Mobutu Haile Norodom Sukarno Suharto Kim".split()
)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's: E. Rahmon and Emomali Rahmon can."""
    if one == other or len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0], other[0]
    if first in lexicon.PARTICLES:
        return True
    return first[0] == second[0] and (
        first.endswith(".") or second.endswith(".") or first == second
    )


def refer(mentions: list[PersonMention]) -> Iterator[tuple[PersonMention, str, str]]:
    """Yield each mention of a person in a document with full name and office."""
    people = People.of(mentions)
    for mention in mentions:
        known = mention
        if not mention.is_person:
            if not mention.may_refer:
                continue
            if not people.knows(mention):
                found = _inner(people, mention)
                if found is None:
                    continue
                known = found
        name = people.full_name(known)
        yield known, name, known.role or people.offices.get(name, "")


def _inner(people: People, mention: PersonMention) -> PersonMention | None:
    """Return the known surname that a longer stretch begins with: a heading's "Obama Lands"."""
    first = mention.words[0]
    if len(mention.words) > 1 and first in people.by_surname and first not in lexicon.given_names():
        end = mention.start + len(first)
        return replace(mention, end=end, words=(first,), surname=first)
    return None
