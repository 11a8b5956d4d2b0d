"""Who says what: the words before a verb of saying, behind “according to”, before “view”."""

from __future__ import annotations

import re
from functools import lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems, words_of


def _forms(verbs: str) -> frozenset[str]:
    """Return the forms of some verbs: of one with a stroke those with its endings."""
    parts = [word.split("|") for word in verbs.split()]
    return frozenset(stem + end for stem, *ends in parts for end in ends or ("",))


_OWNS_UP = _forms(
    "admit||s|ted conced|e|es|ed acknowledg|e|es|ed confess||es|ed confirm||s|ed prov|e|es|ed|en demonstrat|e|es|ed "
    "establish||es|ed"
)
_HOLDS = _forms(
    "alleg|e|es|ed claim||s|ed contend||s|ed suspect||s|ed believ|e|es|ed argu|e|es|ed fear||s|ed think||s thought "
    "assert||s|ed maintain||s|ed insist||s|ed accus|e|es|ed charg|es|ed complain||s|ed deny den|ies|ied"
)
_PLAIN = (
    _forms(
        "say||s said tell||s told stat|es|ed added noted warn||s|ed reported announc|es|ed remark||s|ed comment||s|ed "
        "explain||s|ed conclud|es|ed found finds writes wrote repli|es|ed declared testified recalled"
    )
    | _OWNS_UP
    | _HOLDS
)
"""Verbs that, with what is said behind them, are of nothing but saying."""
_SAYS = _PLAIN | _forms(
    "adds notes call||s|ed ask||s|ed reports announce explain attribut|e|es|ed ascrib|e|es|ed expect||s|ed recommend||s|ed "
    "urg|es|ed write consider||s|ed hop|es|ed suggest||s|ed object||s|ed reject||s|ed disput|e|es|ed describ|e|es|ed "
    "estimat|es|ed predict||s|ed judg|es|ed rul|es|ed answer||s|ed welcom|es|ed criticis|e|es|ed criticiz|e|es|ed prais|es|ed "
    "condemn||s|ed promis|es|ed pledg|es|ed vow||s|ed demand||s|ed propos|e|es|ed doubt||s|ed regard||s|ed caution||s|ed "
    "stress|es|ed emphasi|ses|sed|zes|zed indicat|e|es|ed declar|e|es hold||s held observ|es|ed recall||s mention||s|ed "
    "want||s|ed listed congratulated sees saw spoke agree||s|d disagree||s|d anticipat|e|es|ed assess||es|ed view|s|ed cit|e|es|ed "
    "express||es|ed voic|e|es|ed support||s|ed oppos|e|es|ed favor||s|ed favour||s|ed prefer||s|red decid|e|es|ed reiterat|e|es|ed "
    "underlin|e|es|ed highlight||s|ed echo|es|ed assum|e|es|ed projected respond||s|ed counter||s|ed assur|e|es|ed inform||s|ed "
    "advis|e|es|ed intend||s|ed criticis|e|es|ed request||s|ed appeal||s|ed speak||s claiming saying stating adding noting "
    "arguing warning insisting maintaining explaining thank||s|ed protest||s|ed concur||s|red refus|e|es|ed interpret||s|ed"
)
_NOUNS = _forms(
    "states notes reports claims charges fears calls answers demands doubts rules objects estimates promises hopes remarks "
    "comments estimate claim charge fear report call answer demand doubt object comment remark suspect suspects thought "
    "supports requests appeals plans views assesses predicts judges welcome regards regard stress stresses caution saw found"
)
"""Those that are nouns, or parts of other verbs, as often."""
_THAT = re.compile(r"\s(?:that|it|them|him|her)\b|,?\s?[“\"]")
_ACCORDING = re.compile(
    r"(?:[Aa]ccording to|[Ii]n the (?:view|words|opinion|eyes|account) of|\b(?:said|alleged|argued|claimed) by)\s(?P<who>[^,.;:“”]+)"
)
_VIEW_OF = re.compile(
    r"\b(?:[Ii]n|[Tt]o|[Bb]y)\s(?P<who>[^,.;:“”]{2,60}?)[’'](?:s\s|\s)(?:view|words|opinion|eyes|account|mind|reckoning)\b"
)
_BY_OTHER_MEANS = re.compile(
    r"ccording to| by |(?:^|[”\",’])\s?(?:sa|add|wr|arg|war|exp|not|rep)|[’'s] (?:view|words|opinion|eyes|account|mind|reckoning)|[Ii]n the (?:v|w|o|e|a)"
)
"""What such words, or who speaks behind the verb, cannot do without."""
_BREAK = re.compile(
    rf"{NO_END}[.;:!?][”\"’]?\s|[“”]|\b(?:and|but|while|whereas|although|because|that|which|who|when|if|as|where|after|before)\s"
)
_AUXILIARY = re.compile(
    r"(?:\s(?:has|have|had|is|are|was|were|be|been|will|would|also|then|later|now|once|not|never|itself|himself|herself|themselves|[a-z]+ly))*\s*$",
    re.IGNORECASE,
)
_NO_SPEAKER = re.compile(
    r"(?:^|\s)(?:it|he|she|they|we|i|you|this|these|those|who|which|that|there|some|others|both|neither|to|of|by|the|a|an|be|being)$",
    re.IGNORECASE,
)
"""Words right before a verb of saying that name nobody, or make it an infinitive or a noun."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|should|may|might|could|can|must)\s(?:(?:[a-z]+ly|not|never|also|now|then|first|once|only)\s)?$"
)
_SAID = re.compile(
    r"(?:\s[a-z]+){1,3}\sthat\b|(?:\s[a-z]+)?\s(?:that|it|they|he|she|to (?:have|be)|having)\b|[,.:](?:\s|$)|[,:]?\s?[“\"]|\s(?:\w+ing)\b"
)
"""What stands behind a verb of saying, if it is one."""
_RELATIVE = re.compile(r",\s(?:who|which|whose)\s[^,]*,\s*(?=\w*\s*$)")
_INVERTED = re.compile(
    r"(?:^|[,”\"’]\s?)(?:said|says|say|added|adds|wrote|argued|warned|explained|noted|replied)\s(?P<who>(?:the\s|an?\s)?[A-Z][^.;“”\"]{1,80})"
)
"""“…”, said Ada Lind, the director"""


@dataclass(frozen=True)
class Speaker:
    """Who says something in a text, and how."""

    words: str
    stems: frozenset[str]
    start: int
    """Where the verb stands, or what stands for one."""
    is_sure: bool
    """Whether what is said follows, or a mark: “says that”, “, she argues, ”."""
    owns_up: bool = False
    """Whether the verb tells it as so: “admits”, “proved”."""
    holds: bool = False
    """Whether the verb leaves it open: “alleges”, “believes”."""

    @property
    def is_work(self) -> bool:
        """Whether it is a work, behind which somebody may stand whom the text does not name: “the study found”."""
        return _WORK.search(self.words) is not None


_WORK = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|data|figures?|models?|results?|research|analys[ie]s|estimates?|evidence|records?|documents?|reports?|papers?|reviews?|"
    r"articles?|books?|statements?|letters?|notes?|rules?|laws?|acts?|bills?|agreements?|treat(?:y|ies)|contracts?|plans?|polic(?:y|ies)|tests?|"
    r"observations?|measurements?|simulations?|projections?|forecasts?|polls?|census|audits?|inquir(?:y|ies)|investigations?|guidelines?|memo(?:randum)?s?|"
    r"minutes|speech|press release|release|website|chapters?|tables?|experiments?|interviews?|hearings?|findings?|numbers|statistics|signs|experience|history)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def speakers(text: str) -> tuple[Speaker, ...]:
    """Return who says something in a text by a name or a noun; pronouns tell nobody."""
    found = []
    words_in = words_of(text)
    for verb in () if _SAYS.isdisjoint([word.text for word in words_in]) else words_in:
        said = verb.text  # “the United States” says nothing
        if said not in _SAYS or _PASSIVE.search(text, max(0, verb.start - 40), verb.start):
            continue  # “her government is widely praised”
        if said in _NOUNS and not _THAT.match(text, verb.end):
            continue
        words = _subject(text[: verb.start], text[verb.end : verb.end + 1])
        if _NO_SPEAKER.search(words) or _PREPOSITION.match(words):
            continue
        if not _SAYS.isdisjoint(words.split()) or re.match(r"(?:He|She|It|They|We|I)\b", words):
            continue  # “He has told the member states that …”
        if len(words.split()) <= _LONGEST and (stems := content_stems(words)):
            is_sure = said in _PLAIN and _SAID.match(text, verb.end) is not None
            found.append(
                Speaker(words, stems, verb.start, is_sure, said in _OWNS_UP, said in _HOLDS)
            )
    for pattern in (_ACCORDING, _VIEW_OF, _INVERTED) if _BY_OTHER_MEANS.search(text) else ():
        found += [
            Speaker(match["who"].strip(), stems, match.start(), is_sure=True)
            for match in pattern.finditer(text)
            if (stems := content_stems(match["who"]))
        ]
    return tuple(found)


_LONGEST = 9
"""Words of a subject; more are another clause."""
_PREPOSITION = re.compile(r"(?:in|on|at|for|to|of|by|with|from|under|over|as)\s", re.IGNORECASE)


def _subject(before: str, behind: str) -> str:
    """Return the words before a verb that may be its subject."""
    before = _RELATIVE.sub(" ", before)
    starts = [end.end() for end in _BREAK.finditer(before)]
    words = _AUXILIARY.sub("", before[max(starts, default=0) :]).strip(" ,")
    first, comma, last = words.rpartition(", ")
    if not comma:
        return words
    if behind == ",":
        return last  # “The operator, the union alleges, hid it”
    if _PREPOSITION.match(first) or not re.match(r"(?:the\s|an?\s|[A-Z])", first, re.IGNORECASE):
        return last  # “In May, the union said”
    return words


def ascribes(text: str) -> bool:
    """Tell whether a text has a word by which somebody says what it tells."""
    return any(word.text in _SAYS for word in words_of(text)) or any(
        pattern.search(text) for pattern in (_ACCORDING, _VIEW_OF)
    )


def has_holder(text: str) -> bool:
    """Tell whether a text has a verb with which somebody holds what need not be so."""
    return not _HOLDS.isdisjoint([word.text for word in words_of(text)])
