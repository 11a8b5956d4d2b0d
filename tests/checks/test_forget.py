"""What rules have kept of texts is given back after them: a build does not hold it to its end."""

from briefbook.checks import check, forget, modifiers
from briefbook.evidence.resolve import resolve
from briefbook.language.en import clauses, related
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE


def test_what_rules_kept_is_given_back_and_worked_out_again_where_it_is_asked_for():
    briefing = read_briefing(EXAMPLE)
    found = check(resolve(briefing))
    kept = (related.relatedness, clauses.clauses_of, modifiers._near)
    assert all(function.cache_info().currsize for function in kept)
    forget()
    assert not any(function.cache_info().currsize for function in kept)
    assert check(resolve(briefing)) == found
