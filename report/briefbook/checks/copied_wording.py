"""The briefing's prose is its own: no long run of words from a source outside quotation marks, nor one with a word changed.

    The source: In 1988 Norland asked for ten years; Sudland offered five.
    The lie:    In 1988 Sudland asked for ten years; Norland offered five.

Who tells a passage in words of their own changes most of them. Where nearly all stand as in the quote, in its order, a
word that stands among them instead of another one, is added or left out, is what the statement says differently
(`altered`). Numbers and dates are other rules' matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefbook.checks.addresses import without_addresses
from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.antonyms import opposites_of
from briefbook.language.en.clauses import (
    CONDITION,
    KEEPS_VOICE,
    OPEN,
    condition_before,
    condition_behind,
    sentence_bounds,
    voice_before,
)
from briefbook.language.en.name_forms import vocabulary
from briefbook.language.en.related import FAR, NEAR, are_opposite, is_near, relatedness
from briefbook.language.en.semantic_roles import MODALS, is_verb
from briefbook.language.en.stemmer import STOP_WORDS, Word, stem, words_of
from briefbook.model import State
from briefbook.model.locations import within
from briefbook.text import StatementType

MAX_RUN = 8
"""Words in a row that may stand both in the source and, outside quotes, in the briefing."""

_WORD = re.compile(r"[^\W_]++(?![’'.-])|[^\W_]+(?:[’'.-][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”")


def check_copied_wording(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each text that copies a source; a draft quotes by design and is exempt.

    What is a draft is said by each statement's state, and where it says nothing by the briefing's.
    """
    briefing = resolved.briefing
    assertions = [
        assertion
        for assertion in resolved.assertions
        if briefing.state_of(assertion.statement) is not State.DRAFT
    ]
    if not assertions:
        return
    own = {
        run
        for assertion in assertions
        for text in assertion.texts
        for stretch in _QUOTED.split(text)
        for run in _runs(stretch)
    }
    # A source may be long: only what the briefing has too is kept of it.
    copied = {
        run for _, document in briefing.documents for run in _runs(document.text) if run in own
    }
    for assertion in assertions:
        for text in assertion.texts:
            yield from _check(assertion, text, copied)


def _check(assertion: Assertion, text: str, runs: set[tuple[str, ...]]) -> Iterator[Problem]:
    for stretch in _QUOTED.split(text):
        for run in _runs(stretch):
            if run in runs:
                place = within(text, text.find(stretch), assertion.place)
                message = f"{assertion.name} copies the source: “{' '.join(run)}”"
                hint = "say it in the briefing's own words, or set it in quotation marks"
                yield Problem(place, message, hint, "copied", assertion.statement)
                break


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.group().lower().strip(".") for word in _WORD.finditer(without_addresses(text))]
    return (tuple(words[at : at + MAX_RUN + 1]) for at in range(len(words) - MAX_RUN))


_LONGEST = 4
"""Words of a change: of more it is another sentence."""
_ALIKE, _FEWEST = 3, 5
"""Words right before and behind a change that are the quote's; words of a statement."""
_KEPT, _EXCHANGED = 0.7, 0.5
"""The part of a statement's words that stand in the quote in its order; a smaller one where two words change places."""

_MODAL, _ONLY = " ".join(sorted(MODALS)), "only"
_DENIAL, _ALL = cues.OF_NONE, cues.OF_ALL
_SOME = "some most many several few part half partly mostly"
_SIDES = (
    "before until", "after since", "from", "to into", "by", "more higher larger greater longer above over",
    "less lower smaller fewer shorter below under", "first", "last",
)  # fmt: skip
_LIGHT = frozenset(map(stem, "go come get make take put give set turn run keep bring hold".split()))
"""Verbs that mean what stands behind them: “went down” for “fell”."""
_GROUP_OF = {
    word: words
    for words in (_DENIAL, _MODAL, _ONLY, _ALL, _SOME, *_SIDES)
    for word in words.split()
}
"""Small words that decide what a sentence says; those of one group may stand for each other."""
_ADDED, _LEFT_OUT = (
    frozenset((_DENIAL, _ONLY, _ALL, _SOME)),
    frozenset((_DENIAL, _MODAL, _ONLY)),
)
"""Those that say something else by being added, or left out."""


@dataclass(frozen=True)
class Change:
    """What a statement has in the place of what its quote has there; nothing where it leaves that out."""

    told: str
    said: str
    start: int
    severity: Severity

    @property
    def message(self) -> str:
        """Return what is told of it, behind the name of the statement."""
        if not self.told:
            return f" leaves out “{self.said}”, on which it hangs"
        return f": “{self.told}”: source says “{self.said}”, in words that are otherwise the same"


def check_altered(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each text that is a quote but for a word; a reason for a look where that may mean the same.

    Honest statements that keep so much of a quote are rare in the sets; of the worked examples 79 texts do. There a
    word that WordNet does not know as another's neighbour stood in a dozen texts for one of the same meaning.
    """
    for text in factual_texts(assertion):
        own = outside_quotes(text)
        is_report = assertion.kind is StatementType.REPORTED
        change = _change_of(own, assertion.supporting, context)
        if change is None or change.severity is Severity.REVIEW:
            change = _condition_left_out(own, assertion.supporting, is_report=is_report) or change
        if change:
            yield Problem(
                within(text, change.start, assertion.place),
                f"{assertion.name}{change.message}",
                "say it as the source does, or quote the passage that says it so",
                "altered", assertion.statement, change.severity,
            )  # fmt: skip


_SENTENCE_END = re.compile(r"[.;]\s")


def _condition_left_out(text: str, supporting: Sequence[str], *, is_report: bool) -> Change | None:
    """Find a clause kept without what it hangs on: “if the others do”, “she alleged that”."""
    told, keeps = words_of(text), CONDITION.search(text)
    for said_in in supporting if len(told) >= _FEWEST else ():
        said = words_of(said_in)
        if sum(word.stem in {w.stem for w in said} for word in told) < _KEPT * len(told):
            continue
        same = [step for step in _steps(told, said) if step[0] == "equal"]
        if sum(b - a for _, a, b, _, _ in same) < _KEPT * len(told):
            continue
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
        is_sure = is_sure or (is_cousin and not any(word.stem in _LIGHT for word in (*mine, *its)))
        return Severity.WARNING if is_sure else Severity.REVIEW

    def _is_way(self, groups: set[str]) -> bool:
        """Tell whether “from” and “by” mean the same here: the way, and neither who did it nor how much."""
        around = (*self.told_around, *self.said_around)
        return groups == {"from", "by"} and not any(
            word.lower.endswith(_PARTICIPLE) or word.text[0].isdigit() for word in around
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


_PARTICIPLE = ("ed", "wn", "en", "ght", "lt", "nt", "ld", "de", "id")
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
    steps = _steps(told, said)
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


def _steps(told: Sequence[Word], said: Sequence[Word]) -> list[tuple[str, int, int, int, int]]:
    mine, its = [word.stem for word in told], [word.stem for word in said]
    return list(SequenceMatcher(None, mine, its, autojunk=False).get_opcodes())


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
    if not (names[0] and names[1]):
        return bool(names[0]) is not bool(names[1])
    first, second = (vocabulary((" ".join(words),), context.names) for words in names)
    return bool(first.keys & second.keys)


def _span(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


def is_verbatim(assertion: Assertion) -> bool:
    """Tell whether each text of an assertion stands in its evidence as it is, in whole sentences."""
    return bool(assertion.texts) and all(
        any(_stands_whole(text, said) for said in assertion.supporting) for text in assertion.texts
    )


def _stands_whole(words: str, text: str) -> bool:
    """Tell whether words are sentences of a text, and not cut out of one: “Critics claimed that Tarn paid”."""
    core = words.strip().rstrip(".!?")
    at = text.find(core)
    if at < 0:
        return False
    start, end = sentence_bounds(text, at, at + len(core))
    is_half = ";" in (text[:start].rstrip()[-1:], text[end : end + 1])
    return start == at and not is_half and not text[at + len(core) : end].strip(".!? ")
