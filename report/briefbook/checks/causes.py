"""A cause that the source gives: not turned round, and not one that the source does not name.

The source: The consulate closed owing to the war.
Lies:       The war began because the consulate closed. The consulate closed because of the heat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.clauses import SENTENCE_END, sentences_of, shared
from briefbook.language.en.negation import DENIAL
from briefbook.language.en.related import novelty
from briefbook.language.en.stemmer import content_stems
from briefbook.model.locations import within

_BEFORE_CAUSE = re.compile(
    rf"\b(?=\w)(?:because(?: of)?|owing to|{cues.DUE_TO}|{cues.THANKS_TO}|as a result of|on account of|in (?:response|retaliation|reaction) (?:to|for)|"
    r"caused by|brought about by|prompted by|triggered by|result(?:ed|s|ing)? from|in (?:return|exchange) for|on the grounds? (?:that|of)|for lack of|blamed? on|put(?:s)? down to)\b",
    re.IGNORECASE,
)
_BEFORE_EFFECT = re.compile(
    r"\b(?:(?:is|was|were) what (?:made|caused|brought|drove)|led to|caus(?:ed|es|ing)|result(?:ed|s|ing)? in|prompted|triggered|brought about|(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bwill )(?:therefore|consequently|hence|thus)|so that|as a result,?(?! of))\b",
    re.IGNORECASE,
)
_CLEARLY = 2
_FEWEST = 2


@dataclass(frozen=True)
class _Cause:
    """A cause and its effect, as stems, with the words of the cause."""

    cause: frozenset[str]
    effect: frozenset[str]
    words: str
    start: int
    is_plain: bool = False
    """Whether it is told with a word that tells nothing else."""
    is_cleft: bool = False
    """“It is the frost that brings …”, “Cause of the rise: …”"""


_PLAINLY = re.compile(
    rf"\b(?=\w)(?:because(?: of)?|owing to|{cues.DUE_TO}|{cues.THANKS_TO}|"
    r"as a (?:result|consequence) of|in (?:return|exchange) for|on the grounds? (?:that|of)|for lack of|caused by|blamed? on|put(?:s)? down to|(?:is|was|were) what (?:made|caused|brought|drove))\b",
    re.IGNORECASE,
)
"""Words that a statement tells a cause with, and nothing else."""
_ANY_LINK = re.compile(
    r"\b(?:because|owing to|due\s(?:[a-z]+\s){0,3}to|thanks to|result(?:s|ed|ing)?|on account of|after \w+ing|(?:most|main|large|chief)ly from|in (?:return|exchange|retaliation|response|reaction|view|protest|order)|respon\w+|grounds?|"
    r"for (?:lack|want|fear|\w+ing)|caus\w+|prompt\w*|trigger\w*|br(?:ought|ings?|inging) (?:about|on)|blam\w+|attribut\w+|reasons?|driv\w+|drove|forc\w+|explain\w*|"
    r"account(?:s|ed)? for|light of|stem(?:s|med|ming)? from|so (?:that|as)|since|as (?:the|a|it|they|he|she|many|most|there|[a-z]+s [a-z]+)\b|le[ad]d?s?(?: to)?|leading|contribut\w+|thereby|therefore|thus|hence|"
    r"consequen\w+|credit\w*|ascrib\w*|put\w* (?:[\w’'-]+ ){1,6}down|point\w* to|reflect\w*|by \w+ing|owed|enabl\w+|allow\w*|creat\w+|mak(?:e|es|ing)|made|given|precipitat\w+|(?:not|find|rul|hold|say|cit|argu|stat|conclud|reason|object|plead)ing|with)\b",
    re.IGNORECASE,
)
"""Words with which a source may tell one, or more than a time."""
_OF_CAUSES = (
    r"(?:caus|explain|attribut|account for|bring about|link|blam|determin|establish|know)\w*"
)
_DENIED = re.compile(
    rf"\bno (?:direct )?(?:evidence|proof|sign)\b[^.;]{{0,40}}\b{_OF_CAUSES}|(?:\bnot|n[’']t|\bcannot|\bnever) (?:(?:be|been|yet|fully|alone|itself) ){{0,2}}{_OF_CAUSES}|"
    r"\bnot because\b|\bdid not rule out\b",
    re.IGNORECASE,
)
_TOLD_AS_CAUSE = re.compile(
    rf"\b(?=[a-z])(?:{_PLAINLY.pattern}|\b(?:caus(?:es|ed)|brought (?:about|on)|blam(?:es|ed)|led to|explain(?:s|ed)|accounts for|(?:came|come|comes) from|source of)\b)",
    re.IGNORECASE,
)


_CLEFT = re.compile(
    r"\s*It (?:is|was) (?!(?:only |not )?(?:in|on|at|by|after|before|until|during|from|since|under|here|there|then|when)\b)(?!(?:\w+ly |not |also |\w+ )?(?:\w+(?:ed|[aiu]ble|tain|ful|ous)|likely|unlikely|clear|unclear|true|known|unknown|said|thought|found|important|essential|evident) that)(?P<cause>[^,;:]{3,60}?) (?:that|which|who) (?P<effect>.+)",
    re.DOTALL,
)
_ASCRIBED = re.compile(
    r"\b(?:(?:ascrib|attribut)(?:e[sd]?|ing)\s(?!to\b)[^.;:]{3,80}?\sto|credit(?:s|ed|ing)?\s(?:the|its|their|his|her|this|it)\b[^.;:]{0,80}?\s(?:to|with)|"
    r"explain(?:s|ed)?\s[^.;:]{3,80}?\s(?:by|with)|puts?\s[^.;:]{1,80}?\sdown (?:\w+ )?to|lays?\s[^.;:]{3,60}?\sat the door of)\s(?P<cause>[^,.;:]{3,80})"
)
"""“She ascribes the delay to rain”: the cause alone is looked for, since the effect may be told as “it”."""
_LABEL = re.compile(
    r"\s*(?:\w+ )?(?:[Cc]auses?|[Rr]easons?) (?P<effect>[^:]{3,80}): (?P<cause>.+)", re.DOTALL
)


def check_causes(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each cause that the evidence has as the effect, or does not have."""
    for text in factual_texts(assertion):
        problems = (*_check(assertion, text), *_check_denied(assertion, text))
        yield from problems[:1]


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    said = [cause for words in assertion.supporting for cause in _causes(words)]
    for told in _causes(outside_quotes(text)):
        if any(_is_turned(told, other) for other in said):
            message = (
                f"{assertion.name}: in the source, “{told.words}” is the effect, not the cause"
            )
            yield _problem(assertion, text, told, message, rule="cause-turned")
        elif _is_new(told, assertion) or _is_unlinked(told, assertion):
            message = f"{assertion.name}: its evidence names no cause like “{told.words}”"
            yield _problem(assertion, text, told, message, rule="cause-added")


def _is_turned(told: _Cause, said: _Cause) -> bool:
    common = said.cause & said.effect
    causes, effects = said.cause - common, said.effect - common
    straight = shared(told.cause, causes) + shared(told.effect, effects)
    turned = shared(told.cause, effects) + shared(told.effect, causes)
    return turned >= straight + _CLEARLY


def _is_new(told: _Cause, assertion: Assertion) -> bool:
    evidence = (*assertion.supporting, *assertion.sentences)
    _, new = novelty(told.words, evidence)
    if len(new) < _FEWEST:
        return False
    return 3 * shared(told.cause, content_stems(" ".join(evidence))) < len(told.cause)


def _is_unlinked(told: _Cause, assertion: Assertion) -> bool:
    """Tell whether no sentence of the evidence, nor two that follow each other, has cause and effect with a word that may link them."""
    if told.is_cleft and told.cause:
        evidence = (*assertion.supporting, *assertion.sentences)
        return not shared(told.cause, content_stems(" ".join(evidence)))
    if not (told.is_plain and told.cause):
        return False
    least = 1 if told.effect else len(told.cause) / 2
    # A single word may stand there in another one: “no deaths” of a source by which nobody was killed.
    is_cause_told = len(told.cause) > 1 or len(told.effect) < 2  # noqa: PLR2004
    for said in (*assertion.supporting, *assertion.sentences):
        sentences = SENTENCE_END.split(said)
        for at, sentence in enumerate(sentences):
            if not _ANY_LINK.search(sentence):
                continue
            stems = content_stems(" ".join(sentences[max(0, at - 1) : at + 1]))
            has_effect = len(told.effect) < 2 or shared(told.effect, stems)  # noqa: PLR2004
            if has_effect and (not is_cause_told or shared(told.cause, stems) >= least):
                return False
    return True


@lru_cache(maxsize=4096)
def _denies_a_cause(said: str) -> bool:
    return _DENIED.search(said) is not None


def _check_denied(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“The frost caused the blackout” of a source that has no evidence that it did."""
    if not any(map(_denies_a_cause, assertion.supporting)):
        return
    own = outside_quotes(text)
    told = _TOLD_AS_CAUSE.search(own)
    if not told or DENIAL.search(own) or cues.leaves_open(own) or _AGAINST.search(own):
        return
    for sentence in sentences_of(assertion.supporting):
        denied = _DENIED.search(sentence)
        if denied and shared(content_stems(own), content_stems(sentence)):
            yield Problem(
                within(text, told.start(), assertion.place),
                f"{assertion.name}: tells a cause (“{told[0]}”); source says “{denied[0]}”",
                "tell it as open as the source does",
                "cause-added", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_AGAINST = re.compile(
    r"\b(?:against|warn\w*|caution\w*|doubt\w*|open|unclear|unknown|reject\w*|dismiss\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _causes(text: str) -> tuple[_Cause, ...]:
    """Return each cause of a text; the effect is the rest of its sentence."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Cause]:
    at = 0
    for end in (*(m.end() for m in SENTENCE_END.finditer(text)), len(text)):
        sentence = text[at:end]
        match = _BEFORE_CAUSE.search(sentence)
        if match and _IS_ASKED.search(sentence[: match.start()]):
            pass  # “makes no claim on how much of it is due to crime”
        elif match:
            behind = sentence[match.end() :]
            if not sentence[: match.start()].strip():  # “Because of the war, the consulate closed.”
                cause, _, effect = behind.partition(", ")
            else:
                cause, effect = behind, sentence[: match.start()]
            yield _cause(
                cause, effect, at + match.start(), is_plain=_PLAINLY.match(match[0]) is not None
            )
        elif match := _BEFORE_EFFECT.search(sentence):
            is_plain = _PLAINLY.match(match[0]) is not None
            yield _cause(sentence[: match.start()], sentence[match.end() :], at, is_plain=is_plain)
        elif match := _ASCRIBED.search(sentence):
            yield _cause(match["cause"], "", at + match.start(), is_plain=True)
        elif match := _CLEFT.match(sentence) or _LABEL.match(sentence):
            yield _cause(match["cause"], match["effect"], at, is_cleft=True)
        at = end


_IS_ASKED = re.compile(
    r"\b(?:whether|how (?:much|far|many|often)|to what extent|no (?:claim|view|word|position|judge?ment|answer))\b",
    re.IGNORECASE,
)


def _cause(
    cause: str, effect: str, start: int, *, is_plain: bool = False, is_cleft: bool = False
) -> _Cause:
    return _Cause(
        content_stems(cause), content_stems(effect),
        " ".join(cause.split()).rstrip(" .,;"), start, is_plain, is_cleft,
    )  # fmt: skip


def _problem(assertion: Assertion, text: str, told: _Cause, message: str, rule: str) -> Problem:
    hint = "tell cause and effect as the source does, or quote the passage that says it so"
    return Problem(
        within(text, told.start, assertion.place), message, hint, rule, assertion.statement, Severity.WARNING,
    )  # fmt: skip
