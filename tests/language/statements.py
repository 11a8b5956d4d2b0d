"""One reported statement with one quote, held by the rules about values."""

from briefbook.checks.context import context_of
from briefbook.checks.counted_nouns import check_counted_nouns
from briefbook.checks.denominators import check_denominators
from briefbook.checks.leftover_tokens import check_leftover_tokens
from briefbook.checks.unsupported_values import check_unsupported_values
from briefbook.errors import SourceLocation
from briefbook.evidence.resolve import resolve
from briefbook.evidence.support import Assertion
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from tests.seeds import EXAMPLE

_CONTEXT = context_of(resolve(read_briefing(EXAMPLE)))


def problems_with(text, quote):
    """Return what the rules about values say of a text that rests on a quote."""
    place = SourceLocation("")
    said = Assertion("claim", "", StatementType.REPORTED, (text,), (quote,), (), place)
    rules = (
        check_unsupported_values,
        check_counted_nouns,
        check_denominators,
        check_leftover_tokens,
    )
    return [problem for rule in rules for problem in rule(said, _CONTEXT)]
