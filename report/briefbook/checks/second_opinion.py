"""What a model of entailment makes of each statement and its quotes: a warning where it sees a contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.entailment import second_opinion
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion
from briefbook.model.locations import within

_CONTRADICTS = 0.7
_BARELY = 0.1


def check_second_opinion(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each contradiction, and a reason for a look for what hardly follows; none if no model is asked."""
    model = second_opinion()
    if model is None or not assertion.is_factual or not assertion.texts:
        return
    text = max(assertion.texts, key=len)
    shares = model.rate(" ".join(assertion.supporting), text)
    place = within(text, 0, assertion.place)
    hint = "a model's opinion, not a proof: read the statement beside its quotes"
    if shares["contradiction"] >= _CONTRADICTS:
        message = f"{assertion.name}: a model of entailment says that its quotes contradict it ({shares['contradiction']:.0%})"
        yield Problem(place, message, hint, "second-opinion", assertion.statement, Severity.WARNING)
    elif shares["entailment"] < _BARELY:
        message = f"{assertion.name}: a model of entailment says that it does not follow from its quotes ({shares['entailment']:.0%})"
        yield Problem(place, message, hint, "second-opinion", assertion.statement, Severity.REVIEW)
