import pytest

from tests.desk.desks import Desk
from tests.seeds import EXAMPLE, copy_of


@pytest.fixture
def desk(tmp_path):
    return Desk(copy_of(EXAMPLE, tmp_path))
