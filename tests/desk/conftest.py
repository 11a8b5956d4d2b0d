import shutil

import pytest

from briefbook import cache
from briefbook.model.reread import rereading
from tests import shipped
from tests.desk.desks import Desk
from tests.seeds import EXAMPLE, copy_of


@pytest.fixture(scope="module")
def _place(tmp_path_factory):
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def desk(_place):
    """A desk over a copy of the example, which stands at one place: verdicts are kept, as when it is served."""
    shutil.rmtree(_place / EXAMPLE.name, ignore_errors=True)
    with cache.opened(str(shipped.room() / "kept")), rereading():
        yield Desk(copy_of(EXAMPLE, _place))
