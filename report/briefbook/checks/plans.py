"""A plan is not told as done: what the source proposes, recommends, permits or expects has not happened by that.

    The source: The government proposed the elimination of the agency.
    The lie:    The government abolished the agency.

The rule speaks where the words that a text tells in a past tense stand in its evidence behind a word of a plan
and nowhere else, and the text has no such word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.checks.negations import tells_of_the_rest
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.clauses import (
    BACK,
    BY_AGENT,
    PAST,
    SENTENCE_END,
    came_about,
    clauses_of,
    is_finite,
    sentences_of,
    standing,
)
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import Word, content_words, words_of
from briefbook.model.locations import within

_NO_DEED = re.compile(
    r"taken together|given (?:that|the)|compared (?:with|to)|based on|left over", re.IGNORECASE
)
"""“Taken together, the two came to 191,000” takes nothing."""


def check_plans(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each text that tells as done what its evidence has as a plan alone."""
    for text in factual_texts(assertion):
        found = (
            next(_check(assertion, text), None)
            or _of_open_clauses(assertion, text)
            or _of_done_deeds(assertion, text)
        )
        if found:
            yield found


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    own = outside_quotes(text)
    if cues.keeps_plan(own) or _PROVIDED.search(own):
        return
    done = [
        word
        for word in words_of(own)
        if PAST.match(word.lower)
        and len(word.stem) > 2  # noqa: PLR2004
        and not _NO_DEED.match(own, word.start)
        and not _is_attribute(own, word)
    ]
    yield from _of_planned_figures(assertion, text, own)
    for word in done:
        if (plan := _planned(word, assertion)) and not _is_done(word, assertion):
            told = f"tells as done (“{word.text}”) what the source tells as a plan: “{plan}”"
            yield _problem(assertion, text, word.start, told, _AS_A_PLAN)
            return


_AS_A_PLAN = "tell it as a plan; `tense: done` wants a passage that tells it as done"


def _problem(assertion: Assertion, text: str, start: int, told: str, hint: str) -> Problem:
    place, message = within(text, start, assertion.place), f"{assertion.name}: {told}"
    return Problem(place, message, hint, "plan-as-done", assertion.statement, Severity.WARNING)


_PROVIDED = re.compile(r"\b(?:provided|on condition|(?:as|so) long as|in case)\b", re.IGNORECASE)
_BEFORE_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|their|his|her|of|for|with|from|about|into)\s$", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got)\s(?:\w+ly\s)?$", re.IGNORECASE)


def _is_attribute(text: str, word: Word) -> bool:
    """Tell whether a participle only describes: “contaminated food”, “data held by the bank”."""
    before = text[max(0, word.start - BACK) : word.start]
    if _BEFORE_ATTRIBUTE.search(before):
        return True
    return BY_AGENT.match(text, word.end) is not None and not _PASSIVE.search(before)


_AHEAD = re.compile(
    r"\b(?:(?:is|are|was|were) to (?!be\b)[a-z]+|intends? to|wants? to|hopes? to|seeks|project(?:s|ed)|(?:goals?|aims?) of|expect(?:s|ed)|forecast(?:s|ed)? (?:to|that)|planned|plans to|scheduled|will|propos(?:e[sd]?|al)|(?-i:may)|might|promise[sd]?|pledge[sd]?)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"goals?|aims?", re.IGNORECASE)  # “exceeded the goal of 3 percent”
_HAS_HAPPENED = re.compile(r"was|were|has|have|had", re.IGNORECASE)
_SAYING = re.compile(
    r"said|told|reported|announced|stated|found|estimated|reckoned|calculated|presented|published|noted|mentioned|named|called|"
    r"forecasted|projected|predicted|foreseen|assumed|wrote|written|based|compared|used|led|left|following|given",
    re.IGNORECASE,
)
"""“reported a cost of 300 million” tells no cost as paid."""
_PUT_AT = re.compile(r"\bput\b[^.;]*\bat\s$", re.IGNORECASE)
_COSTS = re.compile(r"(?<!\ba )(?<!\bthe )(?<!\bof )\bcost\s$", re.IGNORECASE)
_FEW = 12  # up to here a number stands for several things in every paragraph


def _of_planned_figures(assertion: Assertion, text: str, own: str) -> Iterator[Problem]:
    """Yield a warning for a figure told as reached that the evidence has once, as projected, planned or proposed."""
    for number in find_numbers(own):
        if (not number.unit and number.value <= _FEW) or not _is_told_as_done(own, number):
            continue
        there = [
            (sentence, other)
            for sentence in sentences_of(assertion.supporting)
            for other in find_numbers(sentence)
            if other.is_same(number)
        ]
        if len(there) != 1:
            continue
        sentence, other = there[0]
        cues_before = list(_AHEAD.finditer(sentence, 0, other.start))
        ahead = cues_before[-1] if cues_before else None
        if ahead and _GOAL.match(ahead[0]) and _GOAL.search(own):
            continue
        if ahead and _reaches(sentence, ahead, other):
            figure, plan = own[number.start : number.end], sentence[ahead.start() : other.end]
            told = f"tells as done (“{figure}”) what the source tells as a plan: “{plan}”"
            yield _problem(assertion, text, number.start, told, _AS_A_PLAN)
            return


_IS = re.compile(r"\s(?:[a-z]+\s)?(?:is|are)\b")
"""“640 are for the clinic”"""


def _is_told_as_done(text: str, number: FoundNumber) -> bool:
    """Tell whether a past verb of a text governs a number: one of its clause, or of another where that has none."""
    before = text[: number.start]
    if _COSTS.search(before):
        return True
    if _PUT_AT.search(before) or _IS.match(text, number.end):
        return False
    verbs = [w for w in words_of(text) if _HAS_HAPPENED.fullmatch(w.lower) or PAST.match(w.lower)]
    clause = next((c for c in clauses_of(text) if number.start < c.end), None)
    near = [w for w in verbs if clause and clause.start <= w.start < clause.end]
    return any(not _SAYING.fullmatch(w.lower) for w in near or verbs)


_JOINT = re.compile(
    r";|,\s(?:and|but|while|although|which|who|we|it|they|he|she)\b|\b(?:but|whereas|from)\b",
    re.IGNORECASE,
)
"""What follows is told of something else, or is what it was before: “is projected to rise from 65 to 76”."""
_ASIDE = re.compile(
    r"(?:[(]|\s[—–]\s|\b(?:that|which|who|whose \w+|where)\s)(?:(?:is|are|was|were|\w+ly)\s)*$|"
    r"(?P<loose>^|,\s)(?:\w+ly\s)*$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|their|his|her|our|this|any|some|no|of|for)\s(?:[a-z]+\s)?$", re.IGNORECASE
)
_CAN_STAND_BEFORE = re.compile(r"ed$|proposal|promise|pledge", re.IGNORECASE)
"""Before a cue that tells something beside the main verb: “which is expected to merge”, “the planned merger”."""
_FINITE = re.compile(
    r"(?<!\bto )(?<!\bwill )(?<!\bmay )(?<!\bmight )\b(?:had|has|have|was|were|is|are|did|does)\b",
    re.IGNORECASE,
)
_AFTER_BE = re.compile(
    r"\b(?:be|been|being|have|has|had|is|are|was|were|to|an?|the|its|their|newly|more|of|for|with)\s(?:[a-z]+ly\s)?$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?!(?:is|was|has|this|as|thus|plus|its|perhaps|always|towards|times|(?:day|week|month|quarter|year|decade|hour)s)\b)[a-z]{2,}s\s"
    r"(?:(?:about|some|over|nearly|almost|roughly|around|only|up to|(?:more|less|fewer) than|at least)\s)?\W?$"
)
"""A verb right before its number: “holds some 640 tons”."""
_NEW_SUBJECT = re.compile(r"(?:,|\band)\s(?:[\w’'-]+\s){1,4}$")


def _is_aside(before: str, between: str) -> bool:
    """Tell whether a plan is told beside the main verb; behind a comma only where another one closes it."""
    found = _ASIDE.search(before)
    return found is not None and (found["loose"] is None or ", " in between)


def _reaches(sentence: str, ahead: re.Match[str], number: FoundNumber) -> bool:
    """Tell whether a word of a plan governs a number behind it, and no verb of its own or the sentence's does."""
    between = sentence[ahead.end() : number.start]
    if _JOINT.search(between) or _FINITE.search(between):
        return False
    before = sentence[: ahead.start()]
    is_aside = _is_aside(before, between)
    is_attribute = _ATTRIBUTE.search(before) is not None and _CAN_STAND_BEFORE.search(ahead[0])
    if is_aside and (between.count(", ") % 2 or ")" in between or re.search(r"\s[—–]\s", between)):
        return False
    if (is_aside or is_attribute) and _PRESENT.search(between):
        return False
    return not any(
        PAST.match(word.lower)
        and between[: word.start].strip()
        and not _AFTER_BE.search(between[: word.start])
        and (is_aside or is_attribute or _NEW_SUBJECT.search(between[: word.start]))
        for word in words_of(between)
    )


def _planned(word: Word, assertion: Assertion) -> str:
    """Return the words of the evidence in which a plan governs a word; empty if none does."""
    for said in assertion.supporting:
        for shown, behind in _plans(said):
            if is_near(word.stem, behind):
                return shown
    return ""


@lru_cache(maxsize=4096)
def _plans(said: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each plan of a text: its first words, and the stems of what it governs."""
    found = []
    for sentence in SENTENCE_END.split(said):
        plan = cues.PLANNED.search(sentence)
        # “proposed the railway that was opened”
        if plan and not came_about(sentence[plan.end() :]):
            end = _own_verb(sentence, plan)
            behind = tuple(w.stem for w in content_words(sentence) if plan.end() <= w.start < end)
            found.append((" ".join(sentence[plan.start() :].split()[:8]), behind))
    return tuple(found)


_OTHER_VERB = re.compile(r"\b(?:be|been)\s[a-z]+\s(?:had|has|have|was|were)\s$")
_FAR = 600  # letters behind a plan in which its main verb is looked for


def _own_verb(sentence: str, plan: re.Match[str]) -> int:
    """Return where the main verb stands that a plan told beside it does not govern: “the planned merger affected”."""
    if _ADVICE.match(sentence, plan.start()):
        return plan.end()  # “it appreciated the recommendation and acknowledged that …”
    before = sentence[: plan.start()]
    is_attribute = _CAN_STAND_BEFORE.search(plan[0]) and _ATTRIBUTE.search(before)
    for word in words_of(sentence):
        if word.start > plan.end() + _FAR:
            break
        between = sentence[plan.end() : word.start]
        # “the season in which it could be seen had lengthened”
        if _OTHER_VERB.search(between, max(0, len(between) - BACK)):
            return word.start
        if (
            word.start > plan.end() + 1
            and word.lower.endswith("ed")
            and (is_attribute or _is_aside(before, between))
            and not _AFTER_BE.search(between)
            and not re.search(r"\bto\b", between)
        ):
            return word.start
    return len(sentence)


_ADVICE = re.compile(r"(?:recommendation|request)s?\s(?:and|but)\s\w+ed\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:and|or|that|to)\s(?!(?:[\w’'-]+\s){1,4}?(?:have|has|had|was|were)\b)", re.IGNORECASE
)
"""A clause that a plan governs too; “and the boards have hired nurses” is one of its own."""


def _is_done(word: Word, assertion: Assertion) -> bool:
    """Tell whether a clause without any plan has the word too."""
    for said in assertion.supporting:
        planned = False
        for clause in clauses_of(said):
            planned = bool(cues.PLANNED.search(clause.text)) or (
                planned and _GOES_ON.match(clause.text) is not None
            )
            if not planned and is_near(word.stem, clause.stems):
                return True
    return False


_A_PLAN = re.compile(
    r"\b(?:the|its|their|an?|this|joint|his|her|[a-z]+[’']s) (?:\w+ )?plans?\b(?! to)",
    re.IGNORECASE,
)
"""A plan that is itself the matter: “finished their joint plan”."""
_HAPPENED = re.compile(
    r"\b(?:(?:has|have|had) (?:\w+ly )?(?!to\b)[a-z]+|already)\b|no longer", re.IGNORECASE
)
_CONCEDED = re.compile(r";\s|,\s(?=(?:though|although|but|while)\b)")
_DEMANDS = re.compile(r"\b(?:should|must)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*(?<!\D)")
_TOLD_WORDS = 2


def _of_open_clauses(assertion: Assertion, text: str) -> Problem | None:
    """Return a warning for a statement that tells as done what stands in clauses alone that tell nothing as done.

    The source: Resupply will arrive through several ports. The lie: Fresh fuel has come in through the ports.
    """
    if not any(map(cues.has_open, assertion.supporting)):
        return None
    own = outside_quotes(text)
    if tells_what_was(assertion, own):
        return None
    is_hearsay = _IS_HEARSAY.search(" ".join(assertion.supporting)) and "already" not in own
    whole = own if is_hearsay else _VOICE.sub("", own)
    for half in (whole, *_CONCEDED.split(own)):
        is_told = _tells_done(half) if half == whole else _HAPPENED.search(half)
        is_open = cues.leaves_open(_A_PLAN.sub("", half)) or cues.ACCUSES.search(half)
        if not is_told or is_open:
            continue
        left_open, plain = _where_told(half, assertion)
        most = (len(left_open) + 1) // 3 if half == whole else 0
        if left_open and _DEMANDS.search(left_open[0]) and not _HAPPENED.search(half):
            continue  # “150 minutes are enough” of what adults should do
        if len(left_open) >= _TOLD_WORDS and len(plain) <= most:
            told = f"tells as done what the source plans, expects or leaves open: “{left_open[0]}”"
            hint = "keep how sure or how far it is; `tense: done` wants a passage that tells it as done"
            return _problem(assertion, text, own.find(half), told, hint)
    return None


_VOICE = re.compile(
    r"^(?:[A-Z][^,;:]{2,40}?|[Hh]e|[Ss]he|[Tt]hey) (?:said|says?|told \w+)(?: that)? |,\s[^,;]{2,30}\s(?:said|says?)\.?$|^(?:According to|By) [^,]{3,40}, "
)
_IS_HEARSAY = re.compile(
    r"\b(?:alleg\w+|suspect\w*|fear\w*|suggest\w*|believ\w+|thought|reportedly|claim\w*|charged|warn\w*)\b",
    re.IGNORECASE,
)
"""What somebody only says may be told by what that one says."""
_STATUS = re.compile(
    r"\b(?:in (?:force|place|operation|use|service|effect)|completed?|finished|adopted|done|ended|over|approved|passed|agreed|signed|back to normal)\b",
    re.IGNORECASE,
)
"""How far a thing is, in a title without a verb."""


def _tells_done(text: str) -> bool:
    return is_finite(text) or _STATUS.search(text) is not None


_STILL_MEANT = re.compile(
    r"\b(?:(?:ha[sd]|have) yet to|still (?:not|pending|unpaid|unfinished|to come)|(?:ha[sd]|have) still not|(?:intends?|plans?(?<!a plan)(?<!the plan)(?<!its plan)|means?(?<!a means)(?<!the means)|wants?|proposes?|aims?|hopes?) to)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:not|no|never|still|missing|yet|awaits?|pending|un(?:known|clear|certain|resolved|decided|explained)|without|lacks?|next|future|forecast\w*|project(?:ed|ion)\w*|due|start\w*|begin\w*|wishe\w*|calls? for|toward\w*|until|needs?)\b|n[’']t\b",
    re.IGNORECASE,
)


def _of_done_deeds(assertion: Assertion, text: str) -> Problem | None:
    """Return a warning for a statement that tells as meant, or as not yet done, what the source tells as done.

    The source: The agency has provided 40 buses. The lie: The agency intends to provide buses.
    """
    own = outside_quotes(text)
    meant = _STILL_MEANT.search(own)
    if (
        not meant
        or tells_of_the_rest(assertion)
        or any(cues.has_open(said) or _UNDONE.search(said) for said in assertion.supporting)
    ):
        return None
    _, plain = _where_told(own, assertion)
    if len(plain) <= _TOLD_WORDS:
        return None
    told = f"tells as still meant (“{meant[0]}”) what the source tells as done: “{plain[0]}”"
    hint = "tell it as done, or quote the passage that tells it as a plan"
    return _problem(assertion, text, meant.start(), told, hint)


def tells_what_was(assertion: Assertion, text: str) -> bool:
    """Tell whether a figure of a text is what its evidence tells a change from: “will rise from 65 to 76”."""
    return any(
        f"from {figure}" in said
        for figure in _FIGURE.findall(text)
        for said in assertion.supporting
    )


def _where_told(text: str, assertion: Assertion) -> tuple[list[str], list[str]]:
    """Return a clause for each word of a text that the evidence tells: left open by every one that has it, and plain."""
    clauses = [clause for said in assertion.supporting for clause in standing(said)]
    found: tuple[list[str], list[str]] = ([], [])
    for word in content_words(text):
        bearing = [
            c for c in clauses if word.lower not in _OF_NUMBERS and is_near(word.stem, c.stems)
        ]
        if bearing:
            found[not all(c.is_open for c in bearing)].append(bearing[0].words)
    return found


_OF_NUMBERS = frozenset(("million", "billion", "thousand", "hundred", "percent", "cent", "per"))
