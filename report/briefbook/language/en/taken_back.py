"""What words take back or leave open what they govern: “denied that”, “without”, “less than”, “may”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.clauses import PAST, SENTENCE_END, condition_behind, is_finite
from briefbook.language.en.semantic_roles import is_verb
from briefbook.language.en.stemmer import words_of
from briefbook.language.en.tables import rows

DENIAL, PLAN, POSSIBILITY = "a denial", "a plan", "a possibility"
HEARSAY, SAYING, CONDITION, BOUND, PART = (
    "hearsay",
    "a saying",
    "a condition",
    "a bound",
    "a part",
)
PURPOSE, PLACE, ACTOR, VERB = "a purpose", "a narrower word", "another subject", "a verb"
"""What the table has no words for."""


@dataclass(frozen=True)
class Taken:
    """Words that govern what stands behind them, and what kind of words they are."""

    words: str
    kind: str


_ADVERB = (
    r"(?:\w+ly|yet|even|ever|also|still|again|both|all|been|be|being|have|has|had|so|soon|now|once|"
    r"as expected|in fact|[a-z]+ to)"
)
_CHAIN = rf"(?:,[^,;.]*,)?(?:\s{_ADVERB})*"
_OBJECT = r"(?:\s[a-z]+(?:\s(?:in|on|to|for|of|at|by|with|from|into|up|out|off|over))?(?:\s(?:the|an?|its|their|his|her|any|some|all))?)?"
_GOVERNS = {
    "verb": rf"{_CHAIN}{_OBJECT}\s?$",
    "to": r"(?:\s[\w’'-]+){0,6}?\sto\s?$",
    "clause": r"(?:\s[^,;:.]*)?$",
    "subject": r"(?P<noun>(?:\s[\w’'-]+){0,5})\s?$",
    "statement": r"(?:\s(?:the|an?|its|their|his|her|any))?\s?$",
    "beside": r"(?:\s(?:the|an?|its|their|his|her|any))?\s?[$€£]?$",
}
_BREAK = re.compile(r"\b(?:and|but|which|who|while|although|because)\b|[;:—–]")
_INFINITIVE = re.compile(
    r"[a-z]+\s(?:(?:up|out|off|back|on|in|down)\s)?(?:the|an?|its|their|his|her|our|all|any|every|each|both|no|this|that|these|those|"
    r"more|some|one|two|three|four|five|six|seven|eight|nine|ten|[\d$€£])"
)
"""How what stands behind “to” begins where it is a verb: “build a second reactor”."""
_CAME_ABOUT = re.compile(
    r"\b(?:manag|succeed|beg[aiu]n|start|continu|came|come|used|went on|proceed|help|return|led|caus|forc|compel|prov|turn|grew|got|"
    r"serv|suffic|live[sd]?|enough|first|last|next|only)\w*(?:\s[\w’'-]+){0,3}\sto\s?$",
    re.IGNORECASE,
)
"""Verbs by which what stands behind their “to” happened."""


@cache
def _pattern(governs: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return a pattern of the words that govern in one way, and the kind of each of its groups."""
    found = [row for row in rows("taken_back") if row["governs"] == governs]
    words = "|".join(f"(?P<k{at}>{row['words']})" for at, row in enumerate(found))
    pattern = rf"(?:(?<!\w)|(?=n[’']t))(?:{words})(?!\w){_GOVERNS.get(governs, '')}"
    return re.compile(pattern), tuple(row["kind"] for row in found)


def _found(governs: str, text: str, start: int = 0) -> Iterator[tuple[Taken, re.Match[str]]]:
    """Yield the words of a text that govern in one way, with their matches.

    They are sought in small letters, which is quicker; May stays the month.
    """
    small = "May".join(part.lower() for part in text.split("May"))
    pattern, kinds = _pattern(governs)
    for match in pattern.finditer(small if len(small) == len(text) else text, start):
        at = next(at for at in range(len(kinds)) if match[f"k{at}"] is not None)
        yield Taken(text[slice(*match.span(f"k{at}"))], kinds[at]), match


def sentence_before(text: str, start: int, most: int = 200) -> str:
    """Return what of its sentence stands before a place of a text, in one line; empty where one begins there."""
    before = text[max(0, start - most) : start].rpartition("\n\n")[2]
    return " ".join(SENTENCE_END.split(before)[-1].split())


def governing(before: str, behind: str) -> Taken | None:
    """Return the words before a place that take back what stands behind it, or leave it open."""
    found = _governing(before, behind)
    if not found and before.count(",") > 1:
        found = _governing(_BETWEEN_COMMAS.sub("", before), behind)
    return found


_BETWEEN_COMMAS = re.compile(r"\s?,[^,;]*,")


_FOR = re.compile(r"\b(?:for|of|in|with|to|by|on|at|from|among)\s$", re.IGNORECASE)
"""Before a bound of something else than what follows: “for 17 of them, the board …”."""
_REACH = {"clause": 200, "verb": 100, "beside": 80, "statement": 60, "subject": 80, "to": 120}
"""Letters before a place among which words that govern it stand."""


def _governing(before: str, behind: str) -> Taken | None:
    for governs, most in _REACH.items():
        if governs == "to" and not before.endswith(" to"):
            continue
        for taken, match in _found(governs, before, max(0, len(before) - most)):
            rest = before[match.start() + len(taken.words) :]
            is_apart = taken.kind == BOUND and _FOR.search(before, 0, match.start())
            if not _BREAK.search(rest) and not is_apart and _reaches(governs, match, behind):
                return taken
    if before.endswith(" to") and _INFINITIVE.match(behind) and not _CAME_ABOUT.search(before):
        return Taken(" ".join(before.split()[-3:]), PURPOSE)
    return None


def _reaches(governs: str, match: re.Match[str], behind: str) -> bool:
    if governs == "to":
        return _INFINITIVE.match(behind) is not None
    if governs == "statement":
        return is_finite(behind)
    if governs == "subject" and match["noun"].strip():
        return begins_with_verb(behind)
    return True


def begins_with_verb(text: str) -> bool:
    """Tell whether a text begins with a finite verb: its subject was left out."""
    words = words_of(text[:80])
    if not words or words[0].start or not words[0].text[0].islower():
        return False
    first = words[0].lower
    return PAST.match(first) is not None or (is_verb(words, 0) and not first.endswith("ing"))


_ASIDE = re.compile(
    r"(?:,|\()\s?(?:which|who|whom|whose|where|after|before|having|although|though|despite|since|because)\b[^,;.()]*"
    r"(?:,\s(?:[a-z]+ed|built|born|held|led|made|run|set|written)\s[^,;.()]*,[^,;.()]*)?(?:,|\)|$)",
    re.IGNORECASE,
)
"""A clause told beside the sentence: what it denies or leaves open is its own matter."""


def without_asides(text: str) -> str:
    """Return a text without clauses that only tell more of one of its nouns."""
    return _ASIDE.sub(", ", text)


def standing_in(text: str) -> Iterator[Taken]:
    """Yield the words of a text that take back or narrow what it stands in."""
    for taken, _ in _found("all", text):
        yield taken


_NEXT_SUBJECT = re.compile(
    r"(?P<head>.*?)(?:^|[;:]\s?|,?\s(?P<link>and|but|so|while|whereas|when|because|although|though|since|after|before|that)\s)"
    r"(?:(?:the|an?|its|their|his|her|our|this|that|these|those|some|many|two|three|four|five)\s|(?-i:[A-Z]))[^,;:]*$",
    re.IGNORECASE,
)
_RELATIVE_END = re.compile(r"(?P<head>.*\S)\s(?:who|which|that)$", re.IGNORECASE)
_OF_A_CLAUSE = frozenset("so while whereas when because although though".split())


def changes_subject(before: str, left_out: str, behind: str) -> bool:
    """Tell whether what is left out of a sentence has another subject for what goes on behind it.

    “The mayor […] opened the bath” of one who resigned, and whose deputy opened it.
    """
    left_out = left_out.strip()
    if not begins_with_verb(behind):
        return False
    if found := _RELATIVE_END.match(left_out):
        return is_finite(found["head"])
    found = _NEXT_SUBJECT.match(left_out)
    if not found or not (found["head"] or found["link"]):
        return False
    own = found["head"].strip(" ,") or re.split(r"[,;:]\s", before.rstrip())[-1]
    return found["link"] in _OF_A_CLAUSE or is_finite(own)


_NARROWS = re.compile(
    r"(?:in|at|for|among|within|of|from|during|under|between|on|that|who|which)\s[^,;]*$"
)


def narrows(left_out: str, behind: str) -> bool:
    """Tell whether what is left out between a noun and its verb says which of its kind is meant."""
    left_out = left_out.strip()
    is_before_verb = _NARROWS.match(left_out) is not None and begins_with_verb(behind)
    return is_before_verb or _FOR_WHOM.match(left_out) is not None


_FOR_WHOM = re.compile(r"(?:for|among|amongst)\s(?:the|some|a|its|their)\s[^,;]*$")
"""“ended for the dockers”"""


_RETRACTED = re.compile(
    r"[\s,]*(?:(?:which|that|this)\s)?(?:is|was|are|were|has been|have been|had been|proved|turned out|later)\s(?:\w+\s){0,2}?"
    r"(?:denied|false|untrue|wrong|refuted|retracted|withdrawn|rejected|disproved|unfounded|overturned|reversed|annulled|never (?:\w+))\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"[\s,—–-]*(?:(?:but|though|albeit|if) only\b|(?:but|though) (?:hardly|barely|in part|partly|not (?:all|every|entirely|wholly|fully))\b|only in part\b|or so (?:he|she|it|they|the \w+) (?:say|says|said|claims?|claimed)\b)",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    r"\s?,?\s(?:according to|in the (?:view|words|opinion) of|(?:he|she|they|it|the [a-z]+|[A-Z]\w+)\s(?:said|says|claim(?:s|ed)?|alleg(?:es|ed|e)|argue[sd]?|believe[sd]?)|"
    r"(?:said|says|say|claim(?:s|ed)?|alleg(?:es|ed|e)|argue[sd]?|believe[sd]?)\s(?:the|an?|its|[A-Z]))"
)


def taken_back_behind(behind: str) -> Taken | None:
    """Return what right behind a passage takes it back, hangs it on a condition or ascribes it."""
    if found := _RETRACTED.match(behind):
        return Taken(found[0].strip(" ,"), DENIAL)
    if found := _LIMITED.match(behind):
        return Taken(found[0].strip(" ,—–"), PART)
    if condition := condition_behind("", behind):
        return Taken(condition.strip(" ,—–"), CONDITION)
    if found := _SAID_BEHIND.match(behind):
        return Taken(found[0].strip(" ,"), SAYING)
    return None
