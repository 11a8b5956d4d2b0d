import pytest

from tests.desk.desks import Desk


@pytest.fixture
def desk(fresh_example):
    """A desk over the example at one place: verdicts are kept, as when it is served."""
    return Desk(fresh_example)
