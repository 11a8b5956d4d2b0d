"""A quote within longer ones is cited as the longest of them."""

from hypothesis import given
from hypothesis import strategies as st

from briefbook.evidence.citations import Span, outermost

SPANS = st.lists(
    st.builds(
        lambda source, start, length: Span(source, start, start + length, start // 7),
        st.integers(0, 2), st.integers(0, 30), st.integers(1, 20),
    ),
    max_size=25,
    unique=True,
)  # fmt: skip


@given(SPANS)
def test_it_is_the_longest_of_all_that_hold_it(spans: list[Span]) -> None:
    found = outermost(spans)
    assert set(found) == set(spans)
    for span, outer in found.items():
        holding = [o for o in spans if o.source == span.source and o.start <= span.start and span.end <= o.end]  # fmt: skip
        assert outer == max(holding, key=lambda other: (other.end - other.start, other))


def test_one_that_no_other_holds_is_its_own() -> None:
    first, second = Span(0, 0, 10, 1), Span(0, 5, 15, 1)
    assert outermost([first, second, Span(0, 6, 9, 1)]) == {
        first: first,
        second: second,
        Span(0, 6, 9, 1): second,
    }
