"""What the source leaves open is not told as settled.

The source: the Authority was unable to determine whether he had fallen asleep.
The lie:    he had fallen asleep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en.clauses import shared
from briefbook.language.en.negation import DENIAL
from briefbook.language.en.stemmer import content_stems, content_words
from briefbook.model.locations import within

_QUESTION = re.compile(
    r"\b(?:whether (?:or not )?|(?:unclear|unknown|uncertain|undecided|not (?:known|clear|certain|sure)) if )(?P<what>[^.;:?]+?)(?=[.;:?]|,\s|\s(?:was|is|were|are|has|have|had) (?:not|un\w+|never|left|still|yet)\b|$)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:whether|if|may|might|could|can|would|should|possib\w+|perhaps|probab\w+|likely|unclear|unknown|uncertain\w*|open|undecided"
    r"|undetermined|question\w*|doubt\w*|consider\w*|examin\w+|weigh\w*|discuss\w*|debat\w+|review\w*|stud(?:y|ies|ied|ying)|investigat\w+"
    r"|suspect\w*|believ\w+|say|says|said|according|suppos\w+|assum\w+|ask\w*|test\w*|assess\w*|plans?|planned|planning|expected)\b",
    re.IGNORECASE,
)
_MOST = 0.6
"""The part of a question's words that a statement has which settles it."""
_FEWEST = 2


@lru_cache(maxsize=4096)
def _questions(said: str) -> tuple[re.Match[str], ...]:
    return tuple(_QUESTION.finditer(said))


def check_open_questions(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each statement that answers what its evidence only asks."""
    # Few passages ask anything: what a statement says is read where one does.
    asking = [(said, asks) for said in assertion.supporting if (asks := _questions(said))]
    for text in factual_texts(assertion) if asking else ():
        own = outside_quotes(text)
        if _OPEN.search(own) or DENIAL.search(own):
            continue
        told = content_stems(own)
        for said, questions in asking:
            for question in questions:
                asked = [word.stem for word in content_words(question["what"])]
                elsewhere = frozenset(
                    w.stem for w in content_words(said[: question.start()] + said[question.end() :])
                )
                found = shared(asked, told)
                # Another passage may settle it.
                is_told_plainly = shared(asked, elsewhere) >= _MOST * len(asked)
                if len(asked) >= _FEWEST and found >= _MOST * len(asked) and not is_told_plainly:
                    yield Problem(
                        within(text, 0, assertion.place),
                        f"{assertion.name}: tells as settled what the source leaves open: “{question[0].strip()}”",
                        "keep the question open, or quote the passage that settles it",
                        "certainty-added", assertion.statement, Severity.WARNING,
                    )  # fmt: skip
                    return
