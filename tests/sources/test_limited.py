"""A reader has an end: of time, of memory, and if it dies."""

import os
import time

import pytest

from briefbook.errors import Unreadable, WrongUse
from briefbook.sources import limited
from briefbook.sources.limited import run_limited, seconds_for


def endless() -> None:
    while True:
        time.sleep(1)


def greedy() -> int:
    return len(bytearray(limited.MEMORY + (1 << 28)))


def dying() -> None:
    os._exit(11)


def refusing() -> None:
    raise WrongUse("not this one", hint="another")


def test_the_result_of_a_reader_comes_back():
    assert run_limited(sorted, ([3, 1, 2],), "a.pdf", 20) == [1, 2, 3]


@pytest.mark.parametrize(
    ("reader", "seconds", "told"),
    [
        (endless, 0.2, "takes more than 0 seconds"),
        (greedy, 20, "needs more than 2,048 MB"),
        (dying, 20, "ended without a result"),
    ],
)
def test_a_reader_that_does_not_end_well_is_told_with_the_file(reader, seconds, told):
    with pytest.raises(Unreadable, match=told) as caught:
        run_limited(reader, (), "a.pdf", seconds)
    assert str(caught.value.place) == "a.pdf"
    assert caught.value.hint


def test_an_error_that_a_reader_raises_on_purpose_comes_back_whole():
    with pytest.raises(WrongUse, match="not this one") as caught:
        run_limited(refusing, (), "a.pdf", 20)
    assert (caught.value.hint, caught.value.exit_code) == ("another", 2)


def test_a_small_file_has_less_time_than_a_large_one():
    assert seconds_for(1_000) < seconds_for(1_000_000) < seconds_for(10**9) == limited.SECONDS
