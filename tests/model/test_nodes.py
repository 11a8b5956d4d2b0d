"""YAML is read as it was meant: nothing written is nothing, and a comma that ends a number is told as one."""

import pytest

from briefbook.errors import Problems
from briefbook.model.nodes import Mapping, Scalar, compose


def only(text):
    [(_, value)] = compose(text, "b.yaml").items
    return value


def problems(text):
    with pytest.raises(Problems) as refused:
        compose(text, "b.yaml")
    return refused.value.problems


@pytest.mark.parametrize(
    ("text", "is_null"), [("a:\n", True), ("a: ~\n", True), ('a: ""\n', False), ("a: 'null'\n", False), ("a: x\n", False)]
)  # fmt: skip
def test_nothing_is_told_from_an_empty_text(text, is_null):
    assert only(text).is_null is is_null


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("USD 14,000,000", '"USD 14,000,000"'), ("14,000 ships", '"14,000 ships"'), ("1,234.5", '"1,234.5"'),
        ("EUR 1,5 million", "EUR 1.5 million"),
    ],
)  # fmt: skip
def test_a_comma_inside_braces_that_cuts_a_number_is_told_once_with_the_number(value, hint):
    [problem] = problems(f"a: {{id: x, value: {value}, what: Bridge}}\n")
    assert f"“{value}” has a comma" in problem.message
    assert hint in problem.hint
    assert (problem.place.line, problem.place.column) == (1, 19)


def test_commas_that_end_values_are_none_of_a_number():
    value = only('a: {year: 2010, 2014: {x: 1}, value: "USD 14,000", b: , c: 3}\n')
    assert isinstance(value, Mapping)
    assert [key.text for key, _ in value.items] == ["year", "2014", "value", "b", "c"]
    assert all(isinstance(key, Scalar) for key, _ in value.items)
    assert only("a: USD 14,000,000\n").text == "USD 14,000,000"
