"""A statement tells what its quotes tell: most of its words have a kin there."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.checks.addresses import masked
from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_number, evidence_of
from briefbook.evidence.support import Assertion, Role, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import novelty
from briefbook.language.en.stemmer import content_words
from briefbook.model.locations import within

_UNRELATED, _DOUBTFUL = 0.87, 0.7
"""The part of a text's content that is new from which its quotes hardly tell of it, and from which a person looks.

At 0.8, and before values tied a text to its quotes, the first spoke on 3 percent of the honest statements about
eight documents and on 8 percent of the lies."""
_SHOWN = 4
_FEWEST = 3
"""Content words of a cell or an amount's words that tell something; “Loan or guarantee” is a label."""
_TELLING = 5
"""Letters from which a single new word tells something: “back” and “rose” do not."""


def without_multiples(text: str) -> str:
    """Return a text in which “doubled”, “three fifths” and their like are blank: they are held as values."""
    for number in find_numbers(text):
        if number.unit in ("×", "/"):
            text = text[: number.start] + " " * (number.end - number.start) + text[number.end :]
    return text


def _is_tied(assertion: Assertion, text: str) -> bool:
    """Tell whether a value of a text stands in its quotes: it tells of them in other words.

    Such statements drew the rule as often when they were true.
    """
    evidence = evidence_of(assertion)
    for mine in find_numbers(text):
        if any(mine.is_same(its) for _, its in evidence.numbers):
            return True
        if derive_number(mine, text, evidence):
            return True
    dated = [found.date for words in assertion.supporting for found in find_dates(words)]
    return any(mine.date.covers(its) for mine in find_dates(text) for its in dated)


def check_relatedness(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each text that tells of something else than its quotes."""
    if not assertion.is_factual or not assertion.texts or assertion.computed:
        return
    text = without_multiples(masked(max(assertion.texts, key=len)))
    is_label = assertion.role in (Role.AMOUNT, Role.CELL) and len(content_words(text)) < _FEWEST
    if cues.ABOUT_SOURCE.search(text) or " " not in text.strip() or is_label:
        return
    # A quote is the shortest clause: what stands around it says what it tells of.
    share, new = novelty(outside_quotes(text), (*assertion.supporting, *assertion.sentences))
    if share >= _DOUBTFUL and (len(new) > 1 or any(len(word.text) >= _TELLING for word in new)):
        is_sure = share >= _UNRELATED and not _is_tied(assertion, max(assertion.texts, key=len))
        words = ", ".join(f"“{word.text}”" for word in new[:_SHOWN])
        yield Problem(
            within(text, new[0].start, assertion.place),
            f"{assertion.name}: its quotes have nothing like {words}",
            "quote the passage that tells it, or say what the quotes tell",
            "unrelated", assertion.statement,
            Severity.WARNING if is_sure else Severity.REVIEW,
        )  # fmt: skip
