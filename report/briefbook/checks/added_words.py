"""Words that say more than a source: a superlative, a quantity without a number, a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.counted import noun_behind
from briefbook.language.en.numbers import FoundNumber, find_numbers, parts_of_wholes
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import content_words, words_of
from briefbook.model.locations import within


@dataclass(frozen=True)
class Added:
    """Words of a statement that need a word of the same kind in the evidence."""

    rule: str
    found: re.Pattern[str]
    supported: re.Pattern[str]
    hint: str
    partial: re.Pattern[str] | None = None
    """Words of the evidence that speak of a part: beside them only `whole` bears the statement's word."""
    whole: re.Pattern[str] | None = None

    def is_borne(self, evidence: str) -> bool:
        """Tell whether some evidence has what the words need."""
        if self.partial and self.whole and self.partial.search(evidence):
            return self.whole.search(evidence) is not None
        return self.supported.search(evidence) is not None


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_BEST = (
    r"largest", r"biggest", r"highest", r"lowest", r"greatest", r"smallest", r"longest", r"shortest", r"oldest",
    r"youngest", r"newest", r"(?<!at the )earliest", r"best(?![ -]known)", r"worst", r"(?<!for the )(?<!at )(?<!at the )most(?= [a-z]{4,})(?! of\b)",
    r"(?<!at )least(?= [a-z]{4,})", r"fastest", r"richest", r"poorest", r"deadliest", r"busiest", r"unprecedented", r"record(?= [a-z])",
    r"strongest", r"weakest", r"slowest", r"hottest", r"coldest", r"wettest", r"driest", r"heaviest", r"tallest", r"deepest", r"widest", r"cheapest",
    r"never (?:had |been |stood |before been )?so(?= [a-z])", r"[a-z]{3,}est ever",
)  # fmt: skip
_LEADING = tuple(
    "first last main chief leading top major record primary principal peak critical crucial decisive".split()
)

_PART = _any(
    r"most",
    r"mostly",
    r"some",
    r"part of",
    r"partly",
    r"main part",
    r"many",
    r"several",
    r"half",
    r"thirds?",
    r"quarters?",
    r"majority",
    r"percent",
    r"per cent",
    r"among others",
    r"such as",
    r"including",
    r"for example",
    r"one of(?: the)?",
    r"largely",
    r"often",
    r"typically",
    r"usually",
    r"generally",
    r"sometimes",
    r"at times",
)
_WHOLE = _any(
    r"(?<!\bin )all",
    r"every(?:one|body|thing)?",
    r"each",
    r"entire(?:ly)?",
    r"complete(?:ly)?",
    r"whole",
    r"wholly",
    r"total(?:ly)?",
    r"full(?:y)?",
    r"any(?:one|body|thing)?",
    r"no(?:ne|body|thing| one)?",
    r"never",
    r"always",
    r"both",
    r"the rest",
    r"throughout",
    r"only",
    r"sole(?:ly)?",
    r"exclusive(?:ly)?",
    r"virtually all",
    r"100",
)

ADDED = (
    Added(
        "superlative-added",
        _any(*_BEST, r"first (?:ever|to|time|head|country|state|of (?:its|the) kind)", r"(?:the|was|were) (?-i:first)(?= [a-z])(?! (?:half|part|quarter|third|of)\b)"),
        re.compile(
            rf"\b(?:{'|'.join((*_BEST, *_LEADING))}|[a-z]{{2,}}est|most|no (?:other )?\w+ (?:had|has|did|was)|never before|"
            r"nobody|inaugural|initial(?:ly)?|debut\w*|founded|began|new|no\.? ?(?:1|one)|number one|1st|more \w+ than any|"
            r"unmatched|unrivalled|ranked|up to|as [a-z]+ as)\b",
            re.IGNORECASE,
        ),
        "leave it out, or quote the passage that ranks it so",
    ),
    Added(
        "quantifier-added",
        _any(r"most of", r"most(?= (?!of\b)[a-z]{3,}(?<!ou)(?<!les)s\b)", r"the majority of", r"(?<!more )(?<!less )numerous", r"countless", r"hundreds(?! of thousands)", r"dozens", r"scores of", r"partial(?:ly)?(?= [a-z])"),
        _any(r"all", r"every(?:one|body|thing)?", r"each", r"entire(?:ly)?", r"whole", r"wholly", r"total(?:ly)?", r"full(?:y)?",
             r"most(?:ly)?", r"majority", r"many", r"much", r"numerous", r"hundreds?", r"dozens?", r"scores?", r"thousands?", r"several", r"both",
             r"largely", r"part(?:s|ly|ial|ially)?", r"some", r"limited", r"chiefly", r"primarily", r"main(?:ly)?", r"lion[’']s share", r"half", r"quarters?",
             r"percent", r"per cent", r"thirds?"),
        "leave it out, or quote the passage that says how many",
    ),
    Added(
        "quantifier-added",
        _any(r"(?<!above )(?<!after )(?<!at )(?<!in )(?<!not )(?<!first of )(?<!est of )(?<!almost )(?<!nearly )(?<!virtually )(?<!for )(?<!half of )(?<!third of )(?<!quarter of )(?<!fifth of )all(?! of (?:it|them|this|these) together| over| along| but| right| too| around| told| together)(?!(?<=\bof all)\s?(?:[.,;:]|$))",
             r"every (?:single )?one of", r"(?-i:(?<!For ))every(?:one|body|thing)?(?! (?:\d|quarter|season|term|spring|summer|autumn|winter|night|morning|time|century|decade|year|month|week|day|hour|reason|effort|chance|right|sign|intention|few|other|second|third|fourth|one|two|three|four|five|ten))", r"entire(?:ly)?", r"completely", r"wholly", r"totally", r"the whole (?:of|truth|story)"),
        _any(r"all", r"every(?:one|body|thing)?", r"each", r"entire(?:ly)?", r"complete(?:ly)?", r"whole", r"wholly", r"total(?:ly)?", r"full(?:y)?",
             r"any(?:one|body|thing)?", r"no(?:ne|body|thing| one)?", r"never", r"not", r"always", r"sole(?:ly)?", r"exclusive(?:ly)?", r"only", r"single", r"alone", r"unique(?:ly)?",
             r"both", r"through(?:out)?", r"across", r"except", r"simply", r"one", r"two", r"three", r"four", r"five", r"either", r"neither", r"the (?:peoples?|countries|parties|governments)"),
        "leave it out, or quote the passage that says how many",
        _PART, _WHOLE,
    ),
    Added(
        "quantifier-added",
        _any(r"always", r"at all times", r"without exception"),
        _any(r"all", r"every", r"each", r"never", r"not", r"no", r"always", r"any(?:one|body|thing|time)?", r"through(?:out)?", r"unfailing(?:ly)?", r"consistent(?:ly)?",
             r"constant(?:ly)?", r"regular(?:ly)?", r"continu\w+", r"annual(?:ly)?", r"daily", r"weekly", r"monthly", r"yearly", r"permanent(?:ly)?"),
        "leave it out, or quote the passage that says that it is always so",
        _PART, _WHOLE,
    ),
    Added(
        "superlative-added",
        _any(r"in the (?:whole )?world", r"the world[’']s", r"worldwide", r"on earth", r"in history"),
        _any(r"world\w*", r"glob(?:e|al\w*)", r"international\w*", r"earth", r"planet\w*", r"countries", r"nations", r"humanity", r"histor\w+", r"ever", r"record"),
        "name the part of the world that the source names, or quote the passage that tells of all of it",
    ),
    Added(
        "certainty-added",
        _any(r"proven", r"prove[sd]?(?= that)", r"(?:it )?has been proved", r"certain(?= to| that)", r"certainly", r"no doubt", r"undoubtedly", r"doubtless",
             r"definite(?:ly)?", r"(?<!what )(?<!how )exactly", r"conclusive(?:ly)?", r"beyond (?:any |all )?(?:reasonable )?doubt", r"guaranteed to", r"for sure", r"proof",
             r"(?:is|are|was|were|be) (?:sure|bound) to", r"an? (?:near )?certainty", r"a foregone conclusion", r"inevitabl[ey]"),
        _any(r"pro(?:ve[sdn]*|of)", r"certain(?:ty|ly)?", r"definite(?:ly)?", r"exact(?:ly)?", r"conclusive(?:ly)?", r"undoubted(?:ly)?", r"doubt", r"guarante\w+",
             r"confirm\w*", r"clear(?:ly)?", r"establish\w*", r"sure", r"undisputed", r"inevitabl[ey]", r"bound to", r"evidence", r"show(?:s|ed|n)?", r"demonstrat\w+"),
        "keep the source's reservation, or quote the passage that says it is sure",
    ),
    Added(
        "quantifier-added",
        _any(r"solely", r"exclusively", r"no(?:body|ne|thing) but", r"only(?! if\b| after\b| when\b| in part\b| partly\b| partially\b| in (?:the )?(?:early |late |mid-?)?\d| on\b| later\b| \d| (?:about|some|around|roughly)\b|[ -](?:a|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b)"),
        _any(r"only", r"sole(?:ly)?", r"single", r"alone", r"unique(?:ly)?", r"exclusive(?:ly)?", r"just", r"merely", r"simply", r"no other", r"nobody else",
             r"except", r"but", r"limited", r"restrict(?:s|ed)?", r"one", r"second", r"third", r"fourth", r"fifth", r"lone", r"all", r"until", r"not", r"no", r"never"),
        "leave it out, or quote the passage that says that there is no other",
        _any(r"among others", r"such as", r"including", r"for example", r"inter alia", r"all of our", r"all our"),
        _any(r"only", r"sole(?:ly)?", r"exclusive(?:ly)?", r"alone", r"single", r"nobody else", r"no other"),
    ),
    Added(
        "certainty-added",
        _any(r"what(?:so)?ever", r"(?:whenever|wherever|whoever|however(?![^.;]*\b(?:may|might)\b))(?=\s[a-z]+\s)", r"even (?:if|with|without|once)(?! (?:then|more))", r"regardless", r"in any (?:case|event)", r"no matter", r"unconditional(?:ly)?", r"without (?:end|limit|conditions?|restrictions?|fail)",
             r"once and for all", r"under all circumstances", r"invariably", r"in full(?=[.,;]|$| by | and )", r"for ever", r"forever", r"for good(?! [a-z])"),
        _any(r"whatever", r"even", r"regardless", r"any\w*", r"no matter", r"unconditional\w*", r"without", r"all", r"every", r"each", r"no", r"not", r"never", r"always", r"full\w*", r"entire\w*", r"complete\w*",
             r"permanent\w*", r"indefinite\w*", r"un(?:limited|restricted|fettered|hindered|failing)", r"free(?:ly)?", r"ever", r"whole", r"total\w*", r"despite", r"although", r"though", r"final\w*", r"irrespective", r"notwithstanding", r"abolish\w*", r"both", r"settl\w*"),
        "keep the source's condition, or quote the passage that says that it holds without one",
    ),
    Added(
        "cause-added",
        _any(r"because(?: of)?", r"owing to", cues.DUE_TO, cues.THANKS_TO, r"as a result", r"result(?:ed|ing)? (?:in|from)", r"led to", r"leads? to",
             r"caus(?:e[sd]?|ing)", r"therefore", r"hence", r"consequently", r"for (?:that|this) reason", r"brought about", r"prompt(?:ed|ing)",
             r"trigger(?:ed|ing)", r"forc(?:ed|ing)(?= \w+ (?:\w+ )?to\b)", r"in return", r"in exchange for", r"in retaliation", r"in response to", r"as a consequence",
             r"since(?= (?!(?:then|its?|the|early|late|mid|at|a|\w+ \d{4}|\d)\b)\w+ (?:was|were|had|is|are|has)\b)", r"since(?= (?:\w+ ){1,2}(?:was|were|had been) )"),
        re.compile(
            r"\b(?:because|owing|due (?:[a-z]+ ){0,3}to|thanks|results?|resulted|resulting|led|lead|leads|leading|caus\w+|therefore|hence|consequen\w+|reasons?|brought|"
            r"prompt\w*|trigger\w*|forc\w+|return|exchange|retaliat\w+|respon\w+|so that|as (?:the|a|it|they|he|she|many|most|there|[a-z]+s [a-z]+)\b|(?:find|rul|hold|say|cit|argu|stat|conclud|object|plead|leav)ing|since|in order|to (?:avoid|prevent|allow|ensure|protect|help|support)|"
            r"for (?:its|his|her|their|the)\b|in protest|for (?:fear|want|lack)|in view|light of|stem\w* from|on account|blam\w+|grounds?|"
            r"by \w+ing|ow(?:e[sd]?)|enabl\w+|made|mak(?:e[sd]?|ing)|driv\w+|drove|attribut\w+|after|following|when|amid|over|given|upon|thereby|with|reflect\w*|creat\w+|for \w+ing|(?:most|main|large|chief)ly from)\b",
            re.IGNORECASE,
        ),
        "tell the two facts apart, or quote the passage that links them",
    ),
)  # fmt: skip
"""What a summary easily adds. The words that bear it are looked for in the quotes alone."""


def check_added_words(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each word that says more than the evidence."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)
        yield from _check_rank(assertion, text)
        yield from _check_scope(assertion, text)
        yield from _check_nearly(assertion, text)


_NEARLY = r"(?:nearly|almost|virtually|practically|all but|close to|not quite)"
_WHOLES = re.compile(
    rf"(?:\b(?P<nearly>{_NEARLY}) )?\b(?P<what>all|every|each|none|no|always|never)\b",
    re.IGNORECASE,
)


def _check_nearly(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“all of the lobsters” of a source that has nearly all."""
    said = [match for words in assertion.supporting for match in _WHOLES.finditer(words)]
    for told in _WHOLES.finditer(outside_quotes(text)):
        same = [match for match in said if match["what"].lower() == told["what"].lower()]
        if same and not told["nearly"] and all(match["nearly"] for match in same):
            yield Problem(
                within(text, told.start(), assertion.place),
                f"{assertion.name}: “{told[0]}”: source says “{same[0][0]}”",
                "keep the source's reservation",
                "quantifier-added", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_RANKED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)|among the|one of (?:the|its|their)(?: \w+)?)[\s-]+"
    r"(?P<best>[a-z]{3,}est|most \w+|least \w+)\b",
    re.IGNORECASE,
)
_FIRST_IN_RANK = r"(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?<!second-)(?<!third-)(?<!among the )(?<!of the )(?<!of its )(?<!of their )"


def _check_rank(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“the largest” of what is the second largest, or among the largest."""
    own = outside_quotes(text)
    for said in assertion.supporting:
        for ranked in _RANKED.finditer(said):
            best = re.escape(ranked["best"])
            told = re.search(rf"{_FIRST_IN_RANK}\b{best}\b", own, re.IGNORECASE)
            alone = re.search(
                rf"{_FIRST_IN_RANK}\b{best}\b", said.replace(ranked[0], ""), re.IGNORECASE
            )
            if told and not alone and not _RANKED.search(own):
                yield Problem(
                    within(text, told.start(), assertion.place),
                    f"{assertion.name}: “{told[0]}”: source says “{ranked[0]}”",
                    "keep the rank that the source gives",
                    "superlative-added", assertion.statement, Severity.WARNING,
                )  # fmt: skip
                return


_EXTREME = re.compile(
    r"\b(?:[a-z]{3,}(?<!inter)(?<!for)(?<!harv)(?<!requ)(?<!sugg)(?<!prot)(?<!contr)est|(?:the )?(?<!at )(?:most|least)(?= [a-z]+))\b",
    re.IGNORECASE,
)
_FOR_ALL_TIME = re.compile(
    r"\b(?:on|a) record\b|\bever\b|\ball[- ]time\b|\bin history\b", re.IGNORECASE
)
_SINCE = re.compile(
    r"\bsince\b|\b(?:in|for|over) (?:(?:nearly|almost|more than|over|at least|about|some|the (?:last|past)) )?"
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty|several|many) (?:years?|decades?|months?|quarters?|centur(?:y|ies))\b",
    re.IGNORECASE,
)
_SINCE_SAID = re.compile(rf"{_SINCE.pattern}|\b(?:before|until|after|so)\b", re.IGNORECASE)
_NEAR, _SHOWN = 60, 12


def _check_scope(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“the highest on record” of what is the highest since 2014."""
    own = outside_quotes(text)
    if _SINCE_SAID.search(own):
        return
    is_of_all = _FOR_ALL_TIME.search(own) is not None
    for told in _EXTREME.finditer(own):
        for said in assertion.supporting:
            for best in _EXTREME.finditer(said):
                if not is_of_all and best[0].lower() != told[0].lower():
                    continue
                since = _SINCE.search(said, best.end(), best.end() + _NEAR)
                if since and "." not in said[best.end() : since.start()]:
                    yield Problem(
                        within(text, told.start(), assertion.place),
                        f"{assertion.name}: “{told[0]}”: source says “{said[best.start() : since.end() + _SHOWN]}…”",
                        "say since when, as the source does",
                        "superlative-added", assertion.statement, Severity.WARNING,
                    )  # fmt: skip
                    return


_MAJORITY = re.compile(r"most(?: of)?|the majority of", re.IGNORECASE)


def _has_majority(assertion: Assertion, of_what: str) -> bool:
    """Tell whether a quote has a part and its whole of what “most” is told of, and the part, or the rest, is more than half: 7 of 12."""
    return any(
        _is_of(of_what, said, whole, part)
        for said in assertion.supporting
        if bool(_AGAINST.search(of_what)) is bool(_AGAINST.search(said))
        for part, whole in _majorities(said)
    )


_AGAINST = re.compile(r"\b(?:against|oppos\w+|reject\w*)\b")


def _majorities(said: str) -> Iterator[tuple[FoundNumber, FoundNumber]]:
    numbers = find_numbers(said)
    counts = {number.value for number in numbers if not number.unit}
    told_behind = tuple(parts_of_wholes(said))
    for one, other in pairwise(numbers):
        if one.is_of(other) and _OUT_OF.fullmatch(said[one.end : other.start]):
            rest = other.value - one.value  # “two of the five were in time, the other three late”
            if _is_most(one.value, other.value) or (rest in counts and _is_most(rest, other.value)):
                yield one, other
        if (other, one) in told_behind and _is_most(other.value, one.value):
            yield other, one
        # “eleven were stored; the warranty on seven of these …”
        is_of_these = _OF_THESE.match(said, other.end) and not (one.unit or other.unit)
        if is_of_these and _is_most(other.value, one.value):
            yield other, one


def _is_of(of_what: str, said: str, whole: FoundNumber, part: FoundNumber) -> bool:
    """Tell whether “most” is told of what a whole counts; where that has no noun, of what its quote tells of."""
    told = [word.stem for word in words_of(of_what)[:_NOUN_PHRASE]]
    noun = noun_behind(said, whole.end) or noun_behind(said, part.end)
    stems = [noun] if noun else [word.stem for word in content_words(said)]
    return any(is_near(stem, stems) for stem in told)


_NOUN_PHRASE = 5
"""So many words behind “most of” may go before its noun, and be it."""


def _is_most(part: Decimal, whole: Decimal) -> bool:
    return whole > part > whole / 2


_OF_THESE = re.compile(r"\s(?:of (?:them|these|those(?! who\b)|which|whom))\b")


_REST = re.compile(
    r"\ball (?:the |of the )?(?:others?|rest|remaining)\b|\b(?:every(?:thing|one|body)|all) else\b|"
    r"\b(?:all|every) (?:[\w-]+ ){0,3}(?:but|except|save)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"(?:%|\b(?:percent|per cent|(?:third|quarter|fifth|tenth)s?|half|halves|in (?:\d+|two|three|four|five|ten))) of $"
)
_OUT_OF = re.compile(
    r"(?:\s[a-z]+)?\s(?:out\s)?of\s(?:(?:the|all|its|their|these|a total of)\s){0,2}", re.IGNORECASE
)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    own, evidence = outside_quotes(text), " . ".join(assertion.supporting)
    for added in ADDED:
        match = added.found.search(own)
        if not match or added.is_borne(evidence):
            continue
        if any(m.start() <= match.start() < m.end() for m in _REST.finditer(own)):
            continue
        if _MAJORITY.fullmatch(match[0]) and _has_majority(assertion, own[match.end() :]):
            continue
        if (cues.ABOUT_FIGURES.search(own) and added.rule != "certainty-added") or any(
            n.start <= match.start() < n.end or _is_of_a_number(own, match, n.end)
            for n in find_numbers(own)
        ):
            continue  # "the earliest on the page" is the briefing's own count
        yield Problem(
            within(text, match.start(), assertion.place),
            f"{assertion.name}: nothing in its evidence supports “{match[0]}”",
            added.hint, added.rule, assertion.statement, _severity(added, match[0], own[: match.start()]),
        )  # fmt: skip


def _is_of_a_number(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether “only” is told of a number before it: “two terms only”."""
    between = text[end : match.start()]
    return match[0].lower() == "only" and re.fullmatch(r"(?:\s[a-z]+)?\s", between) is not None


_OF_ALL = re.compile(r"world|earth|history|globe", re.IGNORECASE)


def _severity(added: Added, words: str, before: str) -> Severity:
    """A rank may be read off the quoted figures: it was told in 7 true statements and 8 lies; one in the world in 5 lies.

    “Eight in ten of all employees” is a share, which other rules hold.
    """
    is_rank = added.rule == "superlative-added" and not _OF_ALL.search(words)
    return Severity.REVIEW if is_rank or _SHARE_OF.search(before) else Severity.WARNING
