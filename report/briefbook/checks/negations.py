"""What a source denies is not affirmed, and what it affirms is not denied.

A negation has many words: “without result” for “inconclusive”, “refuses” for “is not willing”. So a
text that denies is only suspect where nothing in its evidence denies anything, or where the clauses that have
the denied words deny nothing; and a text that does not, where it tells just what its evidence denies.
Both are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derivations_of
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.clauses import clauses_of, sentences_of
from briefbook.language.en.counted import noun_behind
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.names import find_names
from briefbook.language.en.negation import (
    DENIAL,
    PLAIN_NEGATION,
    denied_after,
    denies,
    is_of_another,
    is_of_another_figure,
    is_the_last,
)
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import are_opposite, is_near
from briefbook.language.en.stemmer import (
    Word,
    are_kin,
    content_stems,
    content_words,
    stem,
)
from briefbook.model.locations import within


def check_negations(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each negation added or dropped."""
    if not assertion.is_factual:
        return
    for text in assertion.texts:
        yield from _check_added(assertion, text)
        yield from _check_dropped(assertion, text)
        yield from _check_twice_denied(assertion, text)


def _check_added(assertion: Assertion, text: str) -> Iterator[Problem]:
    own = outside_quotes(text)
    evidence = " . ".join((*assertion.supporting, *assertion.sentences))
    for negation in DENIAL.finditer(own):
        is_denying = denies(evidence)
        governed = denied_after(own, negation.end())
        if (
            _is_meta(own, negation)
            or (_NOT_YET.match(own, negation.start()) and _PENDING.search(evidence))
            or _has_opposite(governed, evidence)
            or (_AS_SUPERLATIVE.search(own, negation.end()) and _SUPERLATIVE.search(evidence))
            or (_SINCE.search(own, negation.end()) and _FIRST_SINCE.search(evidence))
        ):
            continue
        if own[negation.start() :].lower().startswith("never") and (
            said := _only_until(own, governed, assertion)
        ):
            yield Problem(
                within(text, negation.start(), assertion.place),
                f"{assertion.name} denies what its evidence does not: source says “{said}”",
                "say until when it was not so", "negation-added", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return
        is_for_ever = _is_for_ever(own, negation, evidence)
        if is_denying and not is_for_ever and not _is_affirmed(governed, evidence):
            continue
        if tells_of_the_rest(assertion):
            continue  # “a quarter have no water” where 150 of 200 have
        words = own[negation.start() : governed[-1].end if governed else negation.end()]
        message = f"{assertion.name} denies what its evidence does not: “{words}”"
        is_measured = _MEASURED.search(own, negation.start()) is not None
        stems = [word.stem for word in content_words(evidence)]
        affirmed = [word for word in governed if is_near(word.stem, stems)]
        if affirmed:
            message += f"; the source says “{affirmed[0].text}” without “{negation[0]}”"
        place = within(text, negation.start(), assertion.place)
        yield Problem(
            place, message, "leave the negation out, or quote the passage that has it",
            "negation-added", assertion.statement,
            # Evidence that denies something may deny this in words of its own, and where it does not say what
            # is denied, the negation may be another word for what it does say: “would not go away” of “prolonged”.
            Severity.WARNING if (governed[:1] == tuple(affirmed[:1]) != () and not (is_denying or is_measured)) or _is_said_plainly(own, negation, governed, assertion) or (is_for_ever and affirmed) else Severity.REVIEW,
        )  # fmt: skip
        return


OF_THE_REST = frozenset((
    "complement", "others of a whole", "all but", "sum", "rest", "rest of several", "share of a change", "part of several",
))  # fmt: skip
"""How many are left is told of what the others do."""


def tells_of_the_rest(assertion: Assertion) -> bool:
    """Tell whether a figure of a statement is what is left of the quoted ones: worked out, or by its formula."""
    text = max(assertion.texts, key=len, default="")
    for formula in assertion.computed:
        _, found, behind = text.partition(str(formula.literal))
        if found and " - " in formula.declared.formula and not _OF_TIME.match(behind):
            return True
    return any(found.rule in OF_THE_REST for found in derivations_of(assertion))


_OF_TIME = re.compile(r"\s(?:\w+\s)?(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b")
_NOT_YET = re.compile(
    r"(?:not|never|nobody|no one|none)\b[^.;,]{0,20}\byet\b|\w+ yet to\b", re.IGNORECASE
)
_PENDING = re.compile(
    r"\b(?:examin\w+|consider\w+|stud(?:y|ies|ying)|negotiat\w+|pending|review\w*|plan\w*|intend\w*|to be|will|"
    r"expect\w*|await\w*|debat\w+|draft\w*|apply|applied|due)\b",
    re.IGNORECASE,
)
"""What is being examined has not been decided yet."""
_MEASURED = re.compile(
    r"\b(?:not (?:all|every|each|half|quite|fully|a (?:third|quarter)|even)|(?:no|none|never|nowhere|nobody)\b[^.;]*\b(?:above|over|beyond|below|under|exceed\w*|than))\b",
    re.IGNORECASE,
)
"""“none above magnitude 4.4”, “not all wells”: what is denied is an amount, which other rules hold"""
_AS_SUPERLATIVE = re.compile(r"\b(?:more|other|as|such|so|\w{2,}er)\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:\w{2,}est|most|first|only|record|peak\w*|than (?:(?:in|at|on|for) )?(?:any|ever))\b",
    re.IGNORECASE,
)
"""“No empire was bigger” denies nothing: it was the largest."""
_SINCE = re.compile(r"\bsince\b")
_FIRST_SINCE = re.compile(r"\bfirst\b[^.;]{3,80}\bsince\b")
"""“None since 1991” of what was the first since then."""
_CLAUSE = re.compile(r"[.;:,!?()]\s|\s[—–]\s|\b(?:and|but|while|which|that)\b")


_OF_A_VERB = re.compile(r"not|never|cannot|n[’']t|no longer|(?:has|have|had) yet to", re.IGNORECASE)
_FAR = 10
"""Words behind a negation among which its noun stands: “did not once raise a false alarm”."""
_NOT_ONE = re.compile(
    r"no|none|never|not (?:once|a single|one|any|even one)|without", re.IGNORECASE
)


def _is_said_plainly(
    text: str, negation: re.Match[str], governed: tuple[Word, ...], assertion: Assertion
) -> bool:
    """Tell whether sentences that deny nothing have the denied verb itself, or count what is told to be none."""
    if not governed or _MEASURED.search(text, negation.start()):
        return False
    sentences = sentences_of(assertion.supporting)
    first = governed[0].stem
    having = [s for s in sentences if any(are_kin(first, w.stem) for w in content_words(s))]
    if _OF_A_VERB.fullmatch(negation[0]) and having and not any(denies(s) for s in having):
        return True
    return _NOT_ONE.match(text, negation.start()) is not None and any(
        are_kin(word.stem, noun)
        for said in assertion.supporting
        for number in find_numbers(said)
        if number.value > 0 and not number.unit and (noun := noun_behind(said, number.end))
        for word in denied_after(text, negation.end(), _FAR)
    )


_NOT_UNTIL = re.compile(r"\b(?:not|never|n[’']t)\b[^.;]{3,120}?\b(?:until|before)\s[^.;]{3,40}")


_NEVER = re.compile(
    r"never\b(?! (?:before|again|so|as|had (?:so|been so)|been so)\b)", re.IGNORECASE
)
_DENIED_EVER = re.compile(
    r"\b(?:ever|never|not?|none|nobody|nothing|without|first|neither|nor|unprecedented|still|remain\w*|fail\w*|only|hardly|record|highest|lowest|most)\b|n[’']t\b",
    re.IGNORECASE,
)


def _is_for_ever(text: str, negation: re.Match[str], evidence: str) -> bool:
    """Tell whether a text says “never” of a source that has no word that denies, nor one of a rank."""
    if not _NEVER.match(text, negation.start()) or _MEASURED.search(text, negation.start()):
        return False
    return not _DENIED_EVER.search(evidence)


def _only_until(text: str, denied: tuple[Word, ...], assertion: Assertion) -> str:
    """Return the words by which the evidence denies only until a time what a text denies for ever."""
    if re.search(r"\b(?:until|before|till)\b", text):
        return ""
    for said in assertion.supporting:
        for found in _NOT_UNTIL.finditer(said):
            if any(is_near(word.stem, content_stems(found[0])) for word in denied):
                return found[0]
    return ""


def _is_affirmed(denied: tuple[Word, ...], evidence: str) -> bool:
    """Tell whether the first words that a negation governs stand in the evidence, in clauses that deny nothing."""
    clauses = _CLAUSE.split(evidence)
    words = [[word.stem for word in content_words(clause)] for clause in clauses]
    having = [
        clause
        for clause, stems in zip(clauses, words, strict=True)
        if any(is_near(word.stem, stems) for word in denied[:2])
    ]
    return bool(having) and not any(denies(clause) for clause in having)


def _check_dropped(assertion: Assertion, text: str) -> Iterator[Problem]:
    """What the evidence denies must not stand in the text without a word that denies it, in its clause."""
    told = _affirmed(text)
    for evidence in assertion.supporting:
        for negation in _DROPPABLE.finditer(evidence):
            said = _told_of_denied(told, evidence, negation)
            if not said or _is_kept(text, evidence, negation):
                continue
            is_either = negation[0].lower() == "neither"
            if not is_either and _has_opposite(tuple(content_words(text)), evidence):
                continue
            if _affirms(said[0], assertion, evidence) or is_of_another(text, evidence, negation):
                continue
            if is_the_last(text, evidence, negation) or is_of_another_figure(
                text, evidence, negation
            ):
                continue
            if any(found.rule == "complement" for found in derivations_of(assertion)):
                continue  # “a quarter have one” where three quarters have none
            if text in evidence:
                continue  # it denies in the source's own words, beside what it affirms
            message = (
                f"{assertion.name} drops a negation: source says "
                f"“{evidence[negation.start() : said[-1].end]}”, and nothing in the statement denies"
            )
            place = within(text, 0, assertion.place)
            yield Problem(
                place, message, "keep the negation", "negation-dropped", assertion.statement, Severity.WARNING
            )  # fmt: skip
            return


def _affirmed(text: str) -> list[str]:
    """Return the stems of a text's clauses that deny nothing, nor stand behind one that does."""
    clauses = clauses_of(text)
    return [
        word.stem
        for before, clause in zip(("", *(c.text for c in clauses)), clauses, strict=False)
        for part in [_WITHOUT.split(clause.text)[0]]
        if not denies(f"{before} {part}")
        and not _ILL.search(part)
        and not _IN_OTHER_WORDS.search(part)
        for word in content_words(part)
    ]


_ILL = re.compile(
    r"\b(?:slow(?:ly)?|late|poor(?:ly)?|bad(?:ly)?|weak(?:ly)?|problems?|trouble[sd]?|difficult\w*|delay(?:s|ed)?|wrong(?:ly)?|faulty|"
    r"flaw\w*|defect\w*|gaps?)\b",
    re.IGNORECASE,
)
"""What is done badly is not done as it should be: “slow in paying” of “did not pay in time”."""


_IN_OTHER_WORDS = re.compile(
    r"^(?-i:Were|Had|Should)\b|\b(?:outstanding|owed|aside|surpris\w+|unawares|off guard|in the dark|silent|secret\w*|hidden|conceal\w*|(?<!one )another|differ\w*|more than (?:one|a single)|several|"
    r"forgo(?:es|ne)?|forwent|dispens\w+ with|g(?:a|i)ve(?:s|n)? up|k(?:ept|eeps?|eeping) (?:\w+ )?(?:out|from|away)|"
    r"out of the question|stay(?:s|ed|ing)? (?:away|out)|skip(?:s|ped)?|escap(?:e[sd]?|ing)|elud(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
"""What denies in a statement without a word that does so by itself: “took everyone by surprise” of “nobody foresaw”."""


def _denied(evidence: str, negation: re.Match[str], reach: int) -> tuple[Word, ...]:
    words = denied_after(evidence, negation.end(), reach)
    return tuple(word for word in words if not word.text[0].isdigit())


def _told_of_denied(told: list[str], evidence: str, negation: re.Match[str]) -> list[Word]:
    """Return the denied words that are told, where they are enough: two of the next, or three of more."""
    near, far = (_denied(evidence, negation, reach) for reach in (_NEXT, _FAR))
    of_near, of_far = ([w for w in words if is_near(w.stem, told)] for words in (near, far))
    if len(near) == 1 and of_near and not any(are_kin(near[0].stem, word) for word in told):
        return []  # “oysters” are no “shellfish”
    # “neither confirmed nor denied” denies both
    least = 1 if negation[0].lower() == "neither" else min(2, len(near))
    if of_near and len(of_near) >= least:
        return of_near
    return of_far if len(of_far) >= _ENOUGH else []


_NEXT, _ENOUGH = 4, 3


def _is_kept(text: str, evidence: str, negation: re.Match[str]) -> bool:
    """Tell whether a text means what is denied otherwise: until when, “not without”, “no earlier than”, “without an answer”."""
    behind = evidence[negation.end() :]
    if until := _UNTIL.match(behind):
        # What was not done until June was done in June, and not before June.
        return until[1].lower() != "before" or not re.search(r"\bbefore\b", text)
    if _NOT_ALONE.match(behind) and _OTHERS.search(text):
        return True  # “not the only group that attacks”: others do it too
    if _NO_DENIAL.match(behind) or (_ON_TIME.match(behind) and _LATE.search(text)):
        return True
    without = _WITHOUT.split(text, maxsplit=1)[1:]
    denied = _denied(evidence, negation, _NEXT)
    return any(is_near(word.stem, content_stems(part)) for part in without for word in denied)


_NO_DENIAL = re.compile(
    r"\s(?:without|earlier|later|sooner|more|less|fewer|other|(?:been |be )?(?:aware|told|informed|notified|know|known|realis\w+|realiz\w+|notic\w+))\b",
    re.IGNORECASE,
)
"""“No earlier than May” is May; who was not aware that it changed was wrong; “not without” is with."""
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
"""It denies what is behind it: “established why the contract was awarded without competition”."""
_NOT_ALONE = re.compile(r"\s(?:the\s)?(?:only|sole|alone)\b")
_OTHERS = re.compile(r"\b(?:others?|too|also|besides|as well|likewise)\b", re.IGNORECASE)
_ON_TIME = re.compile(
    r"[^.;]{0,80}\b(?:on time|in time|on schedule|by (?:the|its|their) (?:deadline|due date)|punctual(?:ly)?)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late|delayed|overdue|behind (?:schedule|time)|(?:after|past|beyond) (?:the|its|their) (?:deadline|due date|time limit)|overran|overrun|missed (?:the|its|their|every|all) \w+)\b",
    re.IGNORECASE,
)
"""“none was submitted on time”: every one came after its deadline."""
_UNTIL = re.compile(r"(?=[^.;:!?]*\b(until|before|till)\b)")


_DROPPABLE = re.compile(
    rf"{PLAIN_NEGATION.pattern}|\b(?:fail(?:s|ed)? to|refus(?:es|ed) to|declin(?:es|ed) to|(?:has|have|had) yet to|inability to|unable to|failure to|lack(?:s|ed|ing)?(?: of)?|absence of|remain(?:s|ed|ing)? to be)\b",
    re.IGNORECASE,
)
_DENIED_DENIAL = re.compile(
    r"\b(?:not|never|no longer|n[’']t)\s(?:\w+\s)?(?P<what>rul(?:e|ed|ing) out|exclud\w+|den(?:y|ied)|reject\w*|oppos\w+|refus\w+|prevent\w*|forbid\w*|prohibit\w*)\b",
    re.IGNORECASE,
)


def _check_twice_denied(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“do not rule out” told as “rule out”: what denies in the text is what its evidence denies."""
    own = outside_quotes(text)
    for said in assertion.supporting:
        for denied in _DENIED_DENIAL.finditer(said):
            first = stem(denied["what"].split()[0])
            told = [w for w in content_words(own) if w.stem == first]
            is_kept = PLAIN_NEGATION.search(own) or any(
                w.stem == first and not denied.start() <= w.start < denied.end()
                for w in content_words(said)
            )
            if told and not is_kept:
                yield Problem(
                    within(text, told[0].start, assertion.place),
                    f"{assertion.name} drops a negation: source says “{denied[0]}”",
                    "keep the negation", "negation-dropped", assertion.statement, Severity.WARNING,
                )  # fmt: skip
                return


def _affirms(word: Word, assertion: Assertion, denying: str) -> bool:
    """Tell whether another passage of the evidence says the word without a negation."""
    return any(
        word.stem == other.stem
        for said in assertion.supporting
        if said != denying
        for other in content_words(said)
    )


def _has_opposite(words: tuple[Word, ...], evidence: str) -> bool:
    """Tell whether the evidence has the opposite of a word: “not open” for “closed”."""
    return any(
        are_opposite(word.stem, other.stem) for word in words for other in content_words(evidence)
    )


def _is_meta(text: str, negation: re.Match[str]) -> bool:
    """Tell whether a negation speaks of what the source says: "no sum is given".

    "The page does not name Gross" denies something of the evidence, so that a name, a date or a
    number after the negation makes it an ordinary one.
    """
    clause_start = max(
        (m.end() for m in re.finditer(r"[.;:]\s|,\s", text[: negation.start()])), default=0
    )
    rest = re.split(r"[.;:]\s", text[negation.end() :], maxsplit=1)[0]
    if not cues.META.search(text[clause_start : negation.end()] + rest):
        return False
    return not (
        find_dates(rest) or find_days(rest) or find_numbers(rest) or find_names(f"x {rest}")
    )
