"""A text that keeps the words of its quote says what the quote says: a changed word among them is another statement.

    The source: In 1988 Norland asked for ten years; Sudland offered five.
    The lie:    In 1988 Sudland asked for ten years; Norland offered five.

Who tells a passage in words of their own changes most of them. Where nearly all stand as in the quote, in its order, a
word that stands among them instead of another one, is added or left out, is what the statement says differently. Numbers
and dates are other rules' matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefbook.checks.context import Context
from briefbook.checks.converses import kept_converse
from briefbook.checks.copied_wording import Change, steps_between, stray_words
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import SHORT_BY_FORM, Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.antonyms import opposites_of
from briefbook.language.en.clauses import (
    CONDITION,
    KEEPS_VOICE,
    OPEN,
    condition_before,
    condition_behind,
    voice_before,
)
from briefbook.language.en.name_forms import vocabulary
from briefbook.language.en.offices import is_title
from briefbook.language.en.related import FAR, NEAR, are_opposite, is_near, relatedness
from briefbook.language.en.semantic_roles import LIGHT_VERBS, MODALS, PARTICIPLE, is_verb
from briefbook.language.en.stemmer import STOP_WORDS, Word, words_of
from briefbook.model.locations import within
from briefbook.text import StatementType

_LONGEST = 4
"""Words of a change: of more it is another sentence."""
_ALIKE, _FEWEST = 3, 5
"""Words right before and behind a change that are the quote's; words of a statement."""
_KEPT, _EXCHANGED = 0.7, 0.5
"""The part of a statement's words that stand in the quote in its order; a smaller one where two words change places."""

_MODAL, _ONLY = " ".join(sorted(MODALS)), "only"
_DENIAL, _ALL, _SOME = cues.OF_NONE, cues.OF_ALL, cues.OF_SOME
_SIDES = (
    "before until", "after since", "from", "to into", "by", "more higher larger greater longer above over",
    "less lower smaller fewer shorter below under", "first", "last",
)  # fmt: skip
_GROUP_OF = {
    word: words
    for words in (_DENIAL, _MODAL, _ONLY, _ALL, _SOME, *_SIDES)
    for word in words.split()
}
"""Small words that decide what a sentence says; those of one group may stand for each other."""
_OF_BOUNDS = frozenset(
    "up to at most least no not more less fewer than over under above below about around nearly almost some the a maximum minimum of".split()
)
_ADDED, _LEFT_OUT = (
    frozenset((_DENIAL, _ONLY, _ALL, _SOME)),
    frozenset((_DENIAL, _MODAL, _ONLY)),
)
"""Those that say something else by being added, or left out."""


def check_altered(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each text that is a quote but for a word; a reason for a look where that may mean the same.

    Honest statements that keep so much of a quote are rare in the sets; of the worked examples 79 texts do. There a
    word that WordNet does not know as another's neighbour stood in a dozen texts for one of the same meaning.
    """
    for text in factual_texts(assertion):
        if change := _gravest(outside_quotes(text), assertion, context):
            place = within(text, change.start, assertion.place)
            message = f"{assertion.name}{change.message}"
            yield Problem(place, message, change.hint, change.rule, assertion.statement, change.severity)  # fmt: skip


def _gravest(text: str, assertion: Assertion, context: Context) -> Change | None:
    in_one_word = tuple(map(_percent, assertion.supporting))
    change = _change_of(_percent(text), in_one_word, context)
    if change and (kept := kept_converse(text, assertion, context)):
        told, said = (
            {word.stem for word in words_of(words) if word.lower not in STOP_WORDS}
            for words in (change.told, change.said)
        )
        own = told ^ said
        change = (
            None if own and kept.tells(own) else change
        )  # “frigates from Chile” of “frigates to Peru”
    if change and change.severity is Severity.WARNING:
        return change
    is_report = assertion.kind is StatementType.REPORTED
    if left_out := _condition_left_out(text, assertion.supporting, is_report=is_report):
        return left_out
    is_short = assertion.role in SHORT_BY_FORM
    return (None if is_short else stray_words(text, assertion.supporting)) or change


def _percent(text: str) -> str:
    """Return a text in which “per cent” is one word, and everything else where it was."""
    return text.replace("per cent", "percent ")


_SENTENCE_END = re.compile(r"[.;]\s")


def _condition_left_out(text: str, supporting: Sequence[str], *, is_report: bool) -> Change | None:
    """Find a clause kept without what it hangs on: “if the others do”, “she alleged that”."""
    told, keeps = words_of(text), CONDITION.search(text)
    for said_in in supporting if len(told) >= _FEWEST else ():
        said = words_of(said_in)
        if sum(word.stem in {w.stem for w in said} for word in told) < _KEPT * len(told):
            continue
        same = [step for step in steps_between(told, said) if step[0] == "equal"]
        (_, first, first_end, at, _), (_, start, last, _, to) = same[0], same[-1]
        before, behind = said_in[: said[at].start], said_in[said[to - 1].end :]
        left_out = ""
        if last >= len(told) - 1 and last - start > 1 and not (keeps or OPEN.search(text)):
            left_out = condition_behind(text, behind)
        if first <= 1 and first_end - first > 1 and not left_out:
            sentence = _SENTENCE_END.split(before)[-1]
            if not keeps:
                left_out = condition_before(text, sentence)
            if is_report and not KEEPS_VOICE.search(text):
                left_out = left_out or voice_before(sentence)
        if left_out:
            return Change("", left_out.strip(' ,—–“”"'), told[0].start, Severity.WARNING)
    return None


def _change_of(text: str, supporting: Sequence[str], context: Context) -> Change | None:
    """Return the gravest change of a text, the first of those."""
    told = words_of(text)
    stems = [word.stem for word in told]
    found = []
    for said_in in supporting if len(told) >= _FEWEST else ():
        said = words_of(said_in)
        known = {word.stem for word in said}
        if sum(one in known for one in stems) < _EXCHANGED * len(stems):
            continue
        for parts in _changes(told, said):
            severity = parts.severity(frozenset(stems), known, context)
            if not severity or parts.is_order_of_a_list(text, said_in):
                continue
            if _NOT_UNTIL.search(said_in) and not _UNTIL.search(text):
                continue  # what was not done until June was done in June
            if not any(_has(words, parts.around) for words in supporting):
                found.append(parts.change(text, said_in, severity))
    return min(
        found, key=lambda change: (change.severity is Severity.REVIEW, change.start), default=None
    )


_NOT_UNTIL = re.compile(r"\b(?:not|never)\b[^.;]{3,160}?\buntil\b")
_UNTIL = re.compile(r"\b(?:not|never|no|until)\b")


def _has(text: str, stems: str) -> bool:
    return f" {stems} " in f" {' '.join(word.stem for word in words_of(text))} "


@dataclass(frozen=True)
class _Parts:
    """A place where a statement departs from the words of its quote."""

    told: tuple[Word, ...]
    said: tuple[Word, ...]
    told_around: tuple[Word, ...]
    """Those and the word before and behind them, in the statement …"""
    said_around: tuple[Word, ...]
    """… and in the quote."""
    kept: float
    """The part of the statement's words that stand in the quote in its order."""

    @property
    def around(self) -> str:
        """The stems of the statement's words here."""
        return " ".join(word.stem for word in self.told_around)

    def severity(self, told: frozenset[str], known: set[str], context: Context) -> Severity | None:
        """Return how grave it is; None where both say the same, or a value is another one, or it cannot be told."""
        mine, its = _content(self.told), _content(self.said)
        words = {word.lower for word in (*self.told, *self.said)}
        if words <= _OF_BOUNDS and self.told_around[-1].text[0].isdigit():
            return None  # “up to 40” of “no more than 40” is held with its number
        if any(word.text[0].isdigit() for word in (*mine, *its)):
            return None
        if mine and its:
            return self._of_content(mine, its, told, known, context)
        if self.kept < _KEPT or mine or its:
            return None
        added = _groups(self.told) - _groups(self.said)
        left_out = _groups(self.said) - _groups(self.told)
        is_turned = bool(added and left_out) and not self._is_way(added | left_out)
        return Severity.WARNING if is_turned or added & _ADDED or left_out & _LEFT_OUT else None

    def _of_content(
        self,
        mine: list[Word],
        its: list[Word],
        told: frozenset[str],
        known: set[str],
        context: Context,
    ) -> Severity | None:
        pairs = [(one.stem, other.stem) for one in mine for other in its]
        if self.kept >= _KEPT and any(other in opposites_of(one) for one, other in pairs):
            return Severity.WARNING
        are_names = mine[0].is_capital and its[0].is_capital  # whose neighbours are other names
        if not are_names and any(relatedness(*pair) >= NEAR for pair in pairs):
            return None
        if _name_the_same(mine, its, context):
            return None
        if all(word.stem in known for word in mine):
            have_swapped = all(word.stem in told for word in its)
            is_instead = self.kept >= _KEPT and len(mine) == len(its)
            return Severity.WARNING if have_swapped or is_instead else None
        if self.kept < _KEPT or any(is_near(word.stem, known) for word in mine):
            return None
        is_sure = mine[0].is_capital or any(are_opposite(*pair) for pair in pairs)
        is_cousin = any(relatedness(*pair) >= FAR for pair in pairs)
        is_sure = is_sure or (
            is_cousin and not any(word.stem in LIGHT_VERBS for word in (*mine, *its))
        )
        return Severity.WARNING if is_sure else Severity.REVIEW

    def _is_way(self, groups: set[str]) -> bool:
        """Tell whether “from” and “by” mean the same here: the way, and neither who did it nor how much."""
        around = (*self.told_around, *self.said_around)
        return groups == {"from", "by"} and not any(
            word.lower.endswith(PARTICIPLE) or word.text[0].isdigit() for word in around
        )

    def is_order_of_a_list(self, text: str, said_in: str) -> bool:
        """Tell whether both have the two joined by “and” or “or”: which is named first says nothing."""
        if not (self.told and self.said) or _IN_TURN.search(text):
            return False
        pair = _span(text, self.told), _span(said_in, self.said)
        return all(
            any(_are_joined(*both, own) for both in (pair, pair[::-1])) for own in (text, said_in)
        )

    def change(self, text: str, said_in: str, severity: Severity) -> Change:
        """Return the words of both, each with the word before it and the one behind it."""
        told, said = self.told_around, self.said_around
        return Change(_span(text, told), _span(said_in, said), told[0].start, severity)


_IN_TURN = re.compile(r"\b(?:respectively|in (?:that|this) order|in turn)\b", re.IGNORECASE)


def _are_joined(one: str, other: str, text: str) -> bool:
    """Tell whether “and” or “or” joins two: “the western and the eastern”, “the western quarter and the eastern quarter”."""
    joined = rf"\b{re.escape(one)}(?:\s(?P<noun>\w+))?,?\s(?:and|or)\s(?:the\s|an?\s|its\s|their\s)?{re.escape(other)}\b(?(noun)\s(?P=noun)\b)"
    if not (match := re.search(joined, text, re.IGNORECASE)):
        return False
    words = words_of(text)
    verbs = [word for at, word in enumerate(words) if is_verb(words, at)]
    behind = next((word for word in words if word.start >= match.end()), None)
    # “cut taxes and wages rose” joins two clauses
    return behind not in verbs or all(verb.end > match.start() for verb in verbs)


def _changes(told: tuple[Word, ...], said: tuple[Word, ...]) -> Iterator[_Parts]:
    steps = steps_between(told, said)
    kept = sum(b - a for step, a, b, _, _ in steps if step == "equal") / len(told)
    if kept < _EXCHANGED:
        return
    runs = [b - a if step == "equal" else 0 for step, a, b, _, _ in steps]
    for n, (step, a, b, c, d) in enumerate(steps):
        alike = (runs[n - 1] if n else 0) + (runs[n + 1] if n + 1 < len(runs) else 0)
        if step == "equal" or max(b - a, d - c) > _LONGEST or alike < _ALIKE:
            continue
        if step != "replace" and 0 in (n, len(steps) - 1):
            continue  # what stands before or behind all that is alike
        yield _Parts(
            told[a:b], said[c:d], told[max(0, a - 1) : b + 1], said[max(0, c - 1) : d + 1], kept,
        )  # fmt: skip


def _content(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.lower not in STOP_WORDS and word.lower != "ones"]


def _groups(words: Sequence[Word]) -> set[str]:
    """Return the groups of small words that decide; the month of May is none."""
    return {
        _GROUP_OF[word.lower] for word in words if word.lower in _GROUP_OF and word.text != "May"
    }


def _name_the_same(one: list[Word], other: list[Word], context: Context) -> bool:
    """Tell whether two names mean the same, “American” and “U.S.”, or one is a name for what the other tells of."""
    names = [[word.text for word in words if word.is_capital] for words in (one, other)]
    names = [[word for word in words if not is_title(word)] for words in names]
    if not (names[0] and names[1]):
        return bool(names[0]) is not bool(names[1]) or any(is_title(word.text) for word in one)
    first, second = (vocabulary((" ".join(words),), context.names) for words in names)
    return bool(first.keys & second.keys)


def _span(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]
