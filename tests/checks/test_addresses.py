"""An address of the web is one token: it stands in the quotes, and its parts are no words and no numbers."""

import pytest

from briefbook.checks.addresses import addresses_in, masked, without_addresses
from briefbook.checks.catalogue import Example
from tests.checks.test_catalogue import found

ADDRESS = "https://rail.example/2024/03/04/trains?edition=evening&page=2"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (f"It stands at {ADDRESS}.", (ADDRESS,)),
        (f"See ({ADDRESS}), and http://b.example/x!", (ADDRESS, "http://b.example/x")),
        (f"“{ADDRESS}”", (ADDRESS,)),
        ("No address: https, example.org.", ()),
    ],
)
def test_an_address_ends_before_the_stops_of_its_sentence(text, addresses):
    assert addresses_in(text) == addresses
    assert len(masked(text)) == len(text)
    assert "rail" not in without_addresses(text)


def test_what_stands_in_the_quote_is_no_copy_and_no_number(tmp_path):
    quote = f"The count of the trains is at {ADDRESS} and nowhere else."
    assert found(Example(text=f"Trains are counted at {ADDRESS}.", quote=quote), tmp_path) == set()


def test_another_address_is_an_error(tmp_path):
    quote = f"The count of the trains is at {ADDRESS} and nowhere else."
    other = ADDRESS.replace("page=2", "page=3")
    rules = found(Example(text=f"Trains are counted at {other}.", quote=quote), tmp_path)
    assert rules == {"unsupported-address"}
