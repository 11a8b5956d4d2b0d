"""Words of opposite sense, in pairs of groups; a word may stand in several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.stemmer import Word, stem, words_of
from briefbook.language.en.tables import rows, split


@dataclass(frozen=True)
class Opposition:
    """Two groups of words that say the opposite of each other, as stems."""

    one: frozenset[str]
    other: frozenset[str]


@cache
def oppositions() -> tuple[Opposition, ...]:
    """Return every pair of opposite groups (`data/antonyms.tsv`)."""
    return tuple(
        Opposition(_stems(split(row["one"])), _stems(split(row["other"])))
        for row in rows("antonyms")
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


def opposites_of(word: str) -> tuple[str, ...]:
    """Return the stems of the words that say the opposite of one."""
    return _opposites().get(stem(word), ())


@cache
def _opposites() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for opposition in oppositions():
        one, other = tuple(sorted(opposition.one)), tuple(sorted(opposition.other))
        for word in (*one, *other):
            its = (*(other if word in opposition.one else ()), *(one if word in opposition.other else ()))  # fmt: skip
            found[word] = found.get(word, ()) + its
    return found


_AGREED = (
    r"at the (?:request|behest|invitation|insistence|urging) of|"
    r"with the (?:approval|consent|support|backing|agreement|blessing) of"
)
_OPPOSED = (
    r"(?:over|despite|in spite of) (?:the )?(?:objections?|protests?|opposition) (?:of|from)|"
    r"against the (?:will|wishes|advice|votes) of|"
    r"without (?:the )?(?:approval|consent|support|backing|agreement|knowledge) of"
)
COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
"""A count in figures or words."""
PHRASES = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (_AGREED, _OPPOSED),
        (
            r"(?:advis|recommend|counsel|argu)(?:e[sd]?|s|ed|ing)?(?: the)?(?: [a-z]+){0,2} against",
            r"(?:advis|recommend|counsel|propos|urg)(?:e[sd]?|s|ed|ing)?\b(?!(?: the)?(?: [a-z]+){0,2} against)",
        ),
        (
            r"in (?:line|accordance|keeping|conformity|compliance) with|as (?:required|prescribed) by",
            r"contrary to|in (?:breach|violation|defiance|contravention) of|at odds with|(?:violat|breach|infring)(?:e[sd]?|ed|es|ing)",
        ),
        (
            r"(?:turn|vot|shout)(?:e[sd]|s|ed|ing)? down|thr(?:ew|own) out|thumbs down",
            r"accept(?:s|ed|ing)?|approv(?:e[sd]?|ing)|adopt(?:s|ed|ing)?|pass(?:ed|es) (?:the|by|both|in|its|unanimously)\b",
        ),
        (
            r"(?:days?|weeks?|months?|years?) early|ahead of (?:schedule|time)|before time",
            r"(?:days?|weeks?|months?|years?) late|behind schedule",
        ),
        (r"in (?:force|effect)", r"suspended|lapsed|expired|repealed"),
        (
            r"unanimous(?:ly)?",
            rf"by a majority|dissent(?:ed|ing|s)?|by {COUNT} (?:votes )?to {COUNT}(?! (?!votes\b|judges\b|justices\b|members\b|was\b|is\b|has\b)[a-z]+s\b)",
        ),
        (
            r"for ever|for good(?! (?!in\b|on\b|at\b|by\b|from\b|when\b|after\b|and\b|but\b|as\b)[a-z])|permanently|permanent(?! (?:secretary|member|seat|representative|mission|resident|staff|court|collection)s?\b)",
            r"temporar(?:y|ily)|for the time being|provisional(?:ly)?",
        ),
        (
            r"voluntar(?:y|ily)|optional(?:ly)?",
            r"compulsory|mandatory|obligatory|oblige[sd]|require[sd]",
        ),
        (
            r"at once|immediately|straight away|overnight|right away|simultaneous(?:ly)?|side by side|all at the same time",
            r"slow(?:ly)?|gradual(?:ly)?|in (?:stages|sequence|phases)|step by step|one after (?:another|the other)|over (?:several|many) (?:weeks|months|years)|successive(?:ly)?",
        ),
        (
            r"(?:on|at|of) (?:its|his|her|their) own (?:initiative|accord|motion)|unasked|unprompted|uninvited",
            r"(?:was|were|been) (?:asked|requested|ordered|instructed|directed|told|invited)|at the (?:request|behest|invitation) of",
        ),
        (
            r"flawless|without (?:fault|flaw|error)s?|sound and \w+|\w+ and sound|reliabl[ey]",
            r"weakness(?:es)?|deficienc(?:y|ies)|flaw(?:s|ed)?|shortcomings?|unreliabl[ey]|defects?",
        ),
        (
            r"as (?:they|it) (?:are|is|were|was)|unchanged|untouched|intact|unaltered",
            r"(?:chang|alter|transform)(?:e[sd]|s|ed|ing)?",
        ),
        (
            r"phas(?:e[sd]?|ing) out|sunset(?:s|ted|ting)?|w(?:ound|ind|inds|inding) (?:down|up)|scrapp?(?:s|ed|ing)?",
            r"introduc(?:e[sd]?|ing|tion)|set(?:s|ting)? up|launch(?:e[sd]|ing)?",
        ),
        (r"at home|domestically", r"abroad|overseas"),
        (
            r"rarely|seldom|hardly ever|scarcely ever|infrequently|almost never|only occasionally",
            r"often|frequent(?:ly)?|usually|mostly|regular(?:ly)?|generally|commonly|typically|as a rule|repeatedly|routinely|many times",
        ),
        (
            r"little of|few of|a (?:small|tiny|minor) (?:part|fraction|share|minority|portion|number|proportion)|hardly any|only a few|a minority|a handful of|very (?:few|little)|next to (?:none|nothing)",
            r"most(?! [a-z]+(?:ed|ing|al|ive|ous|ant|ent|ful)\b)|mostly|majority|largely|(?:great )?bulk|(?:nearly|almost) all|predominantly|many|numerous",
        ),
        (
            r"(?:smaller|lower|shorter|less|fewer|poorer|weaker) (?:\w+ )?than (?:(?:those|that) (?:of|in) )?(?:some|several|many|other|another)",
            r"(?:largest|biggest|highest|longest|greatest|richest|strongest)",
        ),
        (
            r"no(?: other)? [a-z][^.;,]{0,60}? (?:more|larger|bigger|higher|greater|longer|older|richer|[a-z]{4,}er)\b[^.;,]{0,60}? than",
            r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?:largest|biggest|highest|leading|most|greatest|longest|oldest)|one of the (?:most|[a-z]+est)",
        ),
        (r"instead of|rather than|in place of", r"in addition to|as well as|along with"),
    )
)
"""Phrases of opposite sense in small letters, whose words alone are no opposites."""
ANY_PHRASE = re.compile("|".join(phrase.pattern for pair in PHRASES for phrase in pair))
"""Few texts have one of all these: one search instead of one for each."""
_NARROW = 9
"""So many words a line may have that tells opposites which stand for little else: “arrest imprison / free”."""


@lru_cache(maxsize=8192)
def are_narrow_opposites(one: str, other: str) -> bool:
    """Tell whether two stems are opposites in a line of few words; in a long one their senses are loose."""
    return any(
        (one in both.one and other in both.other) or (one in both.other and other in both.one)
        for both in oppositions()
        if len(both.one) + len(both.other) <= _NARROW
    )


_VERBS_UP = _stems("rise increase grow climb surge up gain jump".split())
_VERBS_DOWN = _stems("fall decrease decline drop shrink slump plunge down sink".split())


def direction_before(text: str) -> int:
    """Return +1 or -1 for the last verb of rising or falling in a text; 0 without one."""
    for word in reversed(words_of(text)):
        if word.stem in _VERBS_UP:
            return 1
        if word.stem in _VERBS_DOWN:
            return -1
    return 0


LIGHT_WORDS = frozenset(
    map(stem, "move stay cover notice leave take hold keep come go follow open close begin end start stop pay find lose gain "
    "raise drop rise fall increase decrease cut grow set put get give pass stand high low first second last "
    "win won victory defeat success failure good bad large small great little strong weak long short old new free right left full empty".split())
)  # fmt: skip
"""Words that have as many senses as uses: their opposite tells something only of the same thing."""
OTHERWISE = frozenset(
    "found fallen following aged middle always never stood stand stands run runs ran present".split()
)
"""“found itself at war” founds nothing, “fallen firefighters” have not decreased, and the middle of May begins nothing."""
_EQUALS = {
    word: re.compile(rf"\b(?:{words})\b")
    for words in ("largest|biggest|greatest|highest|most", "smallest|least|lowest|fewest")
    for word in words.split("|")
}


def has_equal(word: str, said: str) -> bool:
    """Tell whether a text has a superlative of the same end: who grew the least has the smallest gain."""
    return word in _EQUALS and _EQUALS[word].search(said) is not None


_ENDS = frozenset(
    ("end", "beginning", "start", "close", "opening", "least", "most", "latest", "earliest")
)
_AT_THE = re.compile(
    r"\b(?:at|by|until|till|towards?|from|since|near) (?:the (?:very )?)?$", re.IGNORECASE
)
UNLESS = re.compile(r"\b(?:unless|barring|failing|but for|without)\b", re.IGNORECASE)
IF_IT = re.compile(r"\b(?:if|provided|should|in case)\b", re.IGNORECASE)
_THAN = re.compile(r"(?: [\w’'-]+){0,4} than\b")


def means_another(word: Word, other: Word, own: str, said: str) -> bool:
    """Tell whether two opposites stand for something else than that one is true and the other not."""
    if other.lower in OTHERWISE or (word.lower in _ENDS and _AT_THE.search(own[: word.start])):
        return True  # “at the end of 2012” ends nothing
    if _THAN.match(own, word.end) and _THAN.match(said, other.end):
        return True  # what is compared may have changed places, which another rule holds
    if _NO_MORE.match(own, word.end) or _UNLIKE.search(own):
        return True  # “allowed no more than two” of “restricted to two”; “unlike Norland”, which did not
    is_negative = _NEGATIVE.search(said[: other.start]) or _NEGATIVE.search(own[: word.start])
    if is_negative or _is_grown(word, own) is not _is_grown(other, said):
        return True  # what has negative growth shrinks; a tiny rise due to larger imports
    for pattern in (_OF_A_HOUSE, _OUT, _THAN_A_NUMBER, _OF_A_TIME):
        if pattern.match(own, word.end) or pattern.match(said, other.end):
            return True
    # “unless it is changed” of “if it remained unchanged”
    return UNLESS.search(own) is not None and IF_IT.search(said) is not None


_NEGATIVE = re.compile(r"\bnegative (?:[a-z]+ )?$", re.IGNORECASE)
_GROWN = frozenset(("larger", "smaller", "bigger", "greater"))
_PART = re.compile(r"\s(?:part|share|half|number|portion|proportion|role)\b")


def _is_grown(word: Word, text: str) -> bool:
    """Tell whether a word compares with what was before: what is larger may still be small; “the greater part” is most."""
    return word.lower in _GROWN and _PART.match(text, word.end) is None


_OF_A_TIME = re.compile(
    r"(?<=ing)\s(?:stocks?|balances?|inventor(?:y|ies)|supplies|prices?|values?|positions?|dates?|times?|hours)\b"
)
"""“beginning stocks” begin nothing"""
_THAN_A_NUMBER = re.compile(rf" than (?!(?:1\d|20)\d\d\b)(?:\W?\d|half\b|an? |{COUNT}\b)")
"""“Fewer than three” bounds a number."""
_NO_MORE = re.compile(r"\s(?:only|no|just|at most|up to)\b")
_OUT = re.compile(r"\s(?:out|short|ill|asleep|away|free)\b")
"""Fighting that broke out has begun, what fell short has not decreased, and who broke away became independent."""
_UNLIKE = re.compile(r"\b(?:unlike|in contrast (?:to|with)|as opposed to)\b", re.IGNORECASE)
_OF_A_HOUSE = re.compile(
    r"\s(?:department|ministr\w+|minister|secretar\w+|agenc\w+|office\w*|service\w*|servants?|board|council|authorit\w+|court|bank|times|"
    r"committee|commission\w*|insurance|care|cent(?:er|re)s?|organi[sz]ation|war|law|rights|code)\b",
    re.IGNORECASE,
)
"""“Health department”, “civil servants”: the name of a house or of a field, of which nothing is told by it."""
