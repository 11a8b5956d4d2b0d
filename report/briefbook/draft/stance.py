"""What the source reports and what it holds: told apart by cue, with how sure the rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from briefbook.draft import cues
from briefbook.draft.corpus import Sentence
from briefbook.draft.judging import judging_word
from briefbook.draft.speech import UNNAMED
from briefbook.draft.trim import said_behind
from briefbook.language.en.cues import EVALUATIVE
from briefbook.language.en.mentions import EntityType
from briefbook.text import StatementType


class Sort(StrEnum):
    """Why a sentence is told as it is."""

    FACT = "fact"
    VIEW = "view"
    POLICY = "policy"
    NORM = "demand"
    FORECAST = "expectation"
    SAID = "said by somebody"


@dataclass(frozen=True)
class Stance:
    """How a sentence is told."""

    kind: StatementType
    sort: Sort
    voice: str
    """Who holds it; empty for what is reported."""
    cue: str
    """The words that decided; empty where none did."""
    is_sure: bool

    @property
    def is_view(self) -> bool:
        """Whether it is to stand apart from what the source reports."""
        return self.kind is StatementType.ATTRIBUTED


_VOICES = {
    Sort.VIEW: "unnamed author of the source",
    Sort.POLICY: "the source, stating a policy",
    Sort.NORM: "the source, on what should be done",
    Sort.FORECAST: "the source, looking ahead",
}
_AUTHOR, _SOURCE = "unnamed author", "the source, "
_AHEAD = (
    (Sort.POLICY, cues.POLICY),
    (Sort.NORM, cues.NORM),
    (Sort.FORECAST, cues.FORECAST),
)
_SOLID_KINDS = frozenset({EntityType.DATE, EntityType.MONEY, EntityType.QUANTITY})


def judge(sentence: Sentence) -> Stance:
    """Return how a sentence is to be told."""
    text = sentence.text
    if said := _quoted(sentence) or _said(text):
        return said
    faint = cues.FAINT_VIEW.search(text)
    is_solid = any(fact.kind in _SOLID_KINDS for fact in sentence.facts)
    # Whoever calls out reports nothing.
    is_cry = text[-1:] == "!" or text[-2:-1] == "!"
    word, is_loaded = ("!", True) if is_cry else judging_word(text)
    if word:
        voice = _first_person(text) or _VOICES[Sort.VIEW]
        is_sure = not is_solid and is_loaded
        return Stance(StatementType.ATTRIBUTED, Sort.VIEW, voice, word, is_sure=is_sure)
    for sort, pattern in _AHEAD:
        found = pattern.finditer(text)
        if match := next((m for m in found if _is_told_ahead(text, m)), None):
            voice = _first_person(text) or _VOICES[sort]
            is_plain = not is_solid and len(match.group()) > len("would")
            return Stance(StatementType.ATTRIBUTED, sort, voice, match.group(), is_sure=is_plain)
    if voice := _first_person(text):
        word = voice.rsplit("“", 1)[-1].rstrip("”")
        return Stance(StatementType.ATTRIBUTED, Sort.VIEW, voice, word, is_sure=False)
    cue = faint or EVALUATIVE.search(text)
    return Stance(StatementType.REPORTED, Sort.FACT, "", cue[0] if cue else "", is_sure=not cue)


def _is_told_ahead(text: str, cue: re.Match[str]) -> bool:
    """Tell whether a cue is about the sentence's matter: not about what was asked, or which things are meant."""
    before = text[: cue.start()]
    is_meant = _MEANT.search(before) and cue.group() not in ("will", "would")
    return not (_ASKED.search(before) or is_meant)


def signed(stance: Stance, author: str) -> Stance:
    """Return a stance whose unnamed author is whoever speaks or publishes, where the source says so."""
    if author and stance.voice.startswith(_AUTHOR):
        return replace(stance, voice=author)
    if author and stance.voice.startswith(_SOURCE):
        return replace(stance, voice=f"{author}, {stance.voice.removeprefix(_SOURCE)}")
    return stance


def _quoted(sentence: Sentence) -> Stance | None:
    """Return the stance of what stands in quotation marks: a view of whoever is quoted."""
    voice = sentence.speaker.name
    sure = voice != UNNAMED
    kind = StatementType.ATTRIBUTED
    return Stance(kind, Sort.SAID, voice, "quotation marks", is_sure=sure) if voice else None


def _said(text: str) -> Stance | None:
    """Return the stance of what a sentence says that somebody says."""
    if said := _voice(text):
        voice, cue = said
        return Stance(StatementType.ATTRIBUTED, Sort.SAID, voice, cue, is_sure=True)
    return None


def _first_person(text: str) -> str:
    match = cues.FIRST_PERSON.search(text)
    return f"unnamed author who writes “{match['word'].lower()}”" if match else ""


def _voice(text: str) -> tuple[str, str] | None:
    """Return who says it and the words that tell, where the sentence itself says so."""
    for pattern in (cues.ACCORDING, cues.OPINION_OF):
        if match := pattern.search(text):
            who = _name(match["who"])
            if _TORN.search(who):
                # “According to the application to the Committee, …” names a voice; “compiled according to
                # rules drawn up by” names none.
                head = _HEAD.match(text)
                who = _name(head["who"]) if head else ""
            if who and "those documents" not in who and _is_source(match["who"]):
                return who, match.group()
    return _sayer(text)


_SPEAKS = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|surveys?|analys[ie]s|polls?|census|estimates?|officials?|police|sources?|witness(?:es)?|ministr(?:y|ies)|minister|"
    r"government|authorit(?:y|ies)|agenc(?:y|ies)|experts?|analysts?|researchers?|scientists?|critics?|media|newspapers?|statements?|documents?|"
    r"papers?|records?|figures|statistics|spokes\w+|company|office|committee|commission|court|application|letter|leaders?|residents?|group|organi[sz]ations?|"
    r"people|author|authors|source|official|historians?|observers?|reporters?|journalists?|lawyers?|doctors?|prosecutors?|investigators?|article|book)\b",
    re.IGNORECASE,
)


def _is_source(who: str) -> bool:
    """Tell whether what something is according to says anything: a name or a report, not ability or the codes."""
    return re.search(r"[A-Z]", who) is not None or _SPEAKS.search(who) is not None


def _sayer(text: str) -> tuple[str, str] | None:
    """Return the subject of a verb of saying, and the words that tell."""
    if match := _ASIDE.search(text):
        return "somebody named before", match["said"]
    if (match := said_behind(text)) and (who := _name(match["who"])):
        return who, match["said"]
    for pattern in (_APPOSED, _NAMED_AFTER):
        if (match := pattern.search(text)) and not _NO_SAYER.search(match["who"]):
            return _name(match["who"]), match["verb"]
    for pattern in (cues.SAYS, cues.SOMEBODY_SAYS):
        if (match := pattern.search(text)) and (who := _speaker(text, match)):
            return who, match.group()
    return None


def _speaker(text: str, match: re.Match[str]) -> str:
    """Return the subject of a verb of saying, where it is somebody who says something; else nothing."""
    who = _name(match["who"])
    if _NO_SAYER.search(match["who"]) or _ASKED_OF.search(text[: match.start()]):
        return ""
    if _ASIDE_OF.search(text[: match.start()]):
        return ""
    if _PRONOUN.match(match["who"]):
        who = "somebody named before"
    is_named = who and who.split()[-1].lower() not in cues.NOBODY
    return who if is_named and not _NO_VOICE.search(who) else ""


_TELLS = r"(?:also |later |has |have )?(?P<verb>said|says|told|tells|warn(?:s|ed)|argue[sd]|add(?:s|ed)|note[sd]|state[sd]|believes?|insist(?:s|ed)|claim(?:s|ed)|caution(?:s|ed)|describe[sd]|calls|called(?! (?:on|for|off)\b)|replie[sd]|rejects|denie[sd])\b"
_PERSON = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,4}"
_APPOSED = re.compile(
    rf"(?:^|, (?:but|and|while|though) |; )(?P<who>{_PERSON}|An? [^,;“”]{{6,90}}), "
    rf"(?:the |an? |its |their |who )?[^,;“”]{{4,140}}(?:, (?:the|an?) [^,;“”]{{4,110}})?, {_TELLS}"
)
"""General Mark Milley, chairman of the Joint Chiefs of Staff, told: the name stands before what the person is."""
_NAMED_AFTER = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) [^,;“”]{{4,80}}, (?P<who>{_PERSON}), {_TELLS}"
)
"""The guild's chief economist, Anna Holm, cautions: the name stands behind what the person is."""
_NO_VOICE = re.compile(
    r"^(?:of|and|or)\b|\b(?:are|is|was|were|be|been)$|\b(?:overheard|saw|heard|and one|who|which)\b"
)
"""Suppliers are said to deliver, others overheard it and one witness told: the words before the verb are no voice."""
_TORN = re.compile(r"\b(?:by|of|to|in|for|from|with)$")
_ASKED = re.compile(
    r"\b(?:whether|areas? (?:where|in which)|(?:admi|fou|discove|revea)\w+ that) (?:[\w’'-]+ ){1,3}$"
)
"""To determine whether it should be updated, or found that it could fail: neither is expected."""
_MEANT = re.compile(r"(?<![,\s])\s(?:that|which|who)\s$")
"""Regions that want to grow, firms which could help: the clause tells which ones."""
_ASIDE_OF = re.compile(
    r",\s(?:though|although|even as|even though)\s(?:the |some |many )?$", re.IGNORECASE
)
"""Three cases were found, though officials say that the risk is low: they say the end alone."""
_ASKED_OF = re.compile(
    r"\b(?:recommend|urge|propose|request|suggest|demand|require|insist|ask)(?:s|ed|d)? that (?:the )?$",
    re.IGNORECASE,
)
"""We recommend that the Government consider: the Government says nothing."""
_HEAD = re.compile(r"According to (?P<who>[^,;:]{2,90}),")
_PRONOUN = re.compile(r"(?:It|He|She|They|We|I|This|That|These|Those|There)\b")


_ASIDE = re.compile(
    r",\s(?P<said>(?:he|she|they) (?:said|says|stated|added|noted|explained|warned|stressed|continued))(?=[,.])"
)
"""Despite the dangers, she said, last month the convoy arrived."""
_NO_SAYER = re.compile(r"^(?:We|I|On|In|At|By|For|With|From|To|As|Of)\b|\b(?:I|we|not|never|nor)$")
"""The writer himself, what begins with a preposition (On the claims, it said), and whoever has not said."""
_AROUND = re.compile(
    r"^(?:But|And|Yet|So) |\s(?:now|also|has|have|had|then|later|still|since|in turn)$"
)


def _name(who: str) -> str:
    words = _AROUND.sub("", _AROUND.sub("", who.strip()))
    words = words.removeprefix("The ").removeprefix("the ") if len(words.split()) > 1 else words
    if words.lower() in cues.NOBODY or words[:1].isdigit():
        return ""
    is_common = words.split()[0].lower() in ("some", "many", "most", "several", "a", "an", "both")
    words = words[:1].lower() + words[1:] if is_common else words
    needs_article = re.match(
        r"(?:[A-Z][a-z]+ )?(?:Government|Ministry|President|report|government)\b|[a-z]+$(?<!s)",
        words,
    )
    return f"the {words}" if needs_article else words
