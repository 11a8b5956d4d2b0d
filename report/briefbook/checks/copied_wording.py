"""How much of its source's wording a text has: a run of it, all of it, or nearly all of it.

The briefing's prose is its own: no long run of words from a source stands outside quotation marks (`copied`). Who keeps
most of a passage is held to it (`near-copy`): a word that is new there, or stands in another place, is another statement.

    The source: The council chose the sites and paid. Four boards let the contracts and supervised the works.
    The lie:    The council chose the sites and supervised the works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import pairwise

from briefbook.checks.addresses import without_addresses
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion
from briefbook.frozen import dataclass
from briefbook.language.en import cues
from briefbook.language.en.clauses import KEEPS_VOICE, sentence_bounds
from briefbook.language.en.common_words import MONTHS
from briefbook.language.en.negation import says_denied
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import EMPTY_WORDS, NEAR, best_relation, entry_of
from briefbook.language.en.semantic_roles import LIGHT_VERBS, PARTICIPLE, is_verb
from briefbook.language.en.stemmer import STOP_WORDS, Word, words_of
from briefbook.model import State
from briefbook.model.locations import within

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
    stretches = [
        (assertion, text, stretch, _words(stretch))
        for assertion in assertions
        for text in assertion.texts
        for stretch in _QUOTED.split(text)
    ]
    # A source may be long: of its runs only those are made that may be the briefing's, too.
    own = {ends for *_, words in stretches for ends in _ends(words)}
    copied = {
        run for _, document in briefing.documents for run in _runs(_words(document.text), own)
    }
    shared = {(run[0], run[-1]) for run in copied}
    for assertion, text, stretch, words in stretches:
        if run := next((run for run in _runs(words, shared) if run in copied), None):
            place = within(text, text.find(stretch), assertion.place)
            message = f"{assertion.name} copies the source: “{' '.join(run)}”"
            hint = "say it in the briefing's own words, or set it in quotation marks"
            yield Problem(place, message, hint, "copied", assertion.statement)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(without_addresses(text))]


Ends = tuple[str, str]
"""The first and the last word of a run."""


def _ends(words: list[str]) -> Iterable[Ends]:
    return zip(words, words[MAX_RUN:], strict=False)


def _runs(words: list[str], known: AbstractSet[Ends]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of some words that begin and end as is known."""
    for at, ends in enumerate(_ends(words)):
        if ends in known:
            yield tuple(words[at : at + MAX_RUN + 1])


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


_HALF, _MOST, _FEWEST = 0.5, 0.6, 7
"""The parts of a text's neighbouring words that are neighbours in its quotes, from which it nearly copies them and is
held to its small words, and to all of them; the words of such a text.

Neighbours that are figures, or of which both have capitals, are not counted: names and dates stay as they are in
other words, too. docs/mutations.md tells how often it speaks on true statements that keep the wording.
"""
_FEWEST_PAIRS = 4
_EMPTY = STOP_WORDS | EMPTY_WORDS
_DECIDING = frozenset(f"{cues.OF_ALL} some most many several few until will can must shall".split())
"""Small words that decide what a sentence says."""
_TENSES = {"will": "would", "can": "could", "shall": "should"}
"""What is reported may stand in another tense: “it will close”, said that it would close."""
_PRONOUNS = frozenset(("it", "they", "he", "she", "this", "these", "which", "who"))
_CLAUSE_END = re.compile(r"[;:]\s|(?<=[a-z\d)”’\"])[.!?][”’\"]?\s+(?=[“\"]?[A-Z])")
_BRACKETS = re.compile(r"\([^()]*\)")


Step = tuple[str, int, int, int, int]
"""What becomes of a stretch of words: `equal`, `insert` …, its bounds in the one text and in the other."""


@dataclass(frozen=True)
class Change:
    """What a statement has in the place of what its quote has there; nothing where it leaves that out."""

    told: str
    said: str
    start: int
    severity: Severity = Severity.WARNING
    rule: str = "altered"
    where: str = ""
    """What the source has of words that are not instead of others."""

    @property
    def message(self) -> str:
        """Return what is told of it, behind the name of the statement."""
        if self.where:
            return f": “{self.told}” {self.where}, whose words it keeps otherwise"
        if not self.told:
            return f" leaves out “{self.said}”, on which it hangs"
        return f": “{self.told}”: source says “{self.said}”, in words that are otherwise the same"

    @property
    def hint(self) -> str:
        """Return what an author does then."""
        instead = (
            "tell all of it in your own words"
            if self.where
            else "quote the passage that says it so"
        )
        return f"say it as the source does, or {instead}"


def stray_words(text: str, supporting: Sequence[str]) -> Change | None:
    """Return the first words that a near copy of some quotes has of its own; None where there are none, or it is no near copy.

    They decide and are new, are new, stand for others and elsewhere in the quotes, or join two clauses between which
    the quotes name another subject. A phrase may be put first, and what was done be told by who did it.
    """
    told, quoted = words_of(text), tuple(map(words_of, supporting))
    kept = _kept_part(told, quoted) if len(told) >= _FEWEST else 0
    if kept < _HALF:
        return None
    said = [word for words in quoted for word in words]
    known = {word.stem for word in said}
    numbers = [(number.start, number.end) for number in find_numbers(text)]
    steps = steps_between(told, said)
    for step in steps:
        for at in range(*step[1:3]) if step[0] != "equal" else ():
            word = told[at]
            is_number = any(start <= word.start < end for start, end in numbers)
            if is_number and word.stem not in known:
                continue  # numbers are other rules' matter, those in words too
            if says_denied(word.stem, supporting):
                continue  # “refuses” of “is not prepared”
            if _decides(word, said, text) or (kept >= _MOST and _is_new(told, at, known)):
                return _of_its_own(word.text, word.start, "is not in the source")
            if kept >= _MOST and word.stem in known and _is_instead(told, at, said, step):
                return _of_its_own(word.text, word.start, "stands elsewhere in the source")
    return _joined(text, told, supporting, steps)


def _of_its_own(words: str, start: int, where: str) -> Change:
    return Change(words, "", start, rule="near-copy", where=where)


def _kept_part(told: Sequence[Word], quoted: Sequence[Sequence[Word]]) -> float:
    """Return which part of a text's neighbouring words are neighbours in its quotes; 0 where it has too few."""
    pairs = {(one.stem, other.stem) for said in quoted for one, other in pairwise(said)}
    kept = [
        (one.stem, other.stem) in pairs
        for one, other in pairwise(told)
        if not (one.is_capital and other.is_capital)
        and not (one.text[0].isdigit() or other.text[0].isdigit())
    ]
    return sum(kept) / len(kept) if len(kept) >= _FEWEST_PAIRS else 0


def _is_new(told: Sequence[Word], at: int, known: set[str]) -> bool:
    """Tell whether a word is no name or number, and neither in the quotes nor near a word that is."""
    word = told[at]
    if word.stem in known or word.lower in _EMPTY or word.stem in LIGHT_VERBS:
        return False
    is_name = word.is_capital and (at > 0 or told[1].is_capital or not entry_of(word.stem).senses)
    is_number = word.text[0].isdigit()
    return not (is_name or is_number) and best_relation(word.stem, known) < NEAR


def _decides(word: Word, said: Sequence[Word], text: str) -> bool:
    """Tell whether a small word decides what is said, and the quotes do not have it, in another tense either."""
    if word.lower not in _DECIDING or text[: word.start].lower().endswith("at "):
        return False  # “at most” bounds a number
    tense = _TENSES.get(word.lower) if KEEPS_VOICE.search(text) else None
    return all(other.lower not in (word.lower, tense) for other in said)


def _is_instead(told: tuple[Word, ...], at: int, said: Sequence[Word], step: Step) -> bool:
    """Tell whether a word of the quotes stands where they have others: no verb or figure, nor a name for “it”."""
    word, (_, start, _, first, last) = told[at], step
    is_figure = word.text[0].isdigit() or word.lower in MONTHS
    if word.lower in STOP_WORDS or is_figure or word.lower.endswith(PARTICIPLE):
        return False
    is_for_a_pronoun = start == 0 and said[last - 1].lower in _PRONOUNS
    return (
        any(other.lower not in STOP_WORDS for other in said[first:last])
        and not is_for_a_pronoun
        and not is_verb(told, at)
    )


def _joined(
    text: str,
    told: Sequence[Word],
    supporting: Sequence[str],
    steps: Sequence[Step],
) -> Change | None:
    """Find two pieces of a quote put together, between which it names another subject: “Ostmark [… ; Norland] paid”."""
    places = [(said, word) for said in supporting for word in words_of(said)]
    stems = {word.stem for word in told}
    same = [step for step in steps if step[0] == "equal"]
    for (_, _, end, _, to), (_, start, _, at, _) in pairwise(same):
        (said_before, before), (said, behind) = places[to - 1], places[at]
        dropped = said[before.end if said is said_before else 0 : behind.start]
        parts = _CLAUSE_END.split(_BRACKETS.sub("", dropped))
        subject = words_of(parts[-1])
        is_other = any(
            word.stem not in stems and word.lower not in STOP_WORDS for word in subject
        ) and _PRONOUNS.isdisjoint((subject[0].lower, subject[-1].lower))
        if is_other and (len(parts) > 1 or said is not said_before):
            words = text[told[end - 1].start : told[start].end]
            return _of_its_own(words, told[end - 1].start, "joins what stands apart in the source")
    return None


def steps_between(told: Sequence[Word], said: Sequence[Word]) -> Sequence[Step]:
    """Return the steps from the words of a text to those of its quotes, by their stems (`difflib`)."""
    mine, its = [word.stem for word in told], [word.stem for word in said]
    return SequenceMatcher(None, mine, its, autojunk=False).get_opcodes()
