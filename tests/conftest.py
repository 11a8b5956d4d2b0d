"""What every test gets: one clock and locale, tools by marker, approved outputs (`golden`)."""

import atexit
import difflib
import gc
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest
from PIL import Image, ImageChops, ImageStat

from briefbook import cache
from briefbook.model.reread import rereading
from tests import shipped, tools
from tests.seeds import EXAMPLE, copy_of

# What is made while tests are gathered stays to the end: no search for garbage until then.
gc.disable()

GOLDEN = Path(__file__).parent / "golden"
FAILED = tools.ROOT / "dist" / "failed"
"""Where a picture that differs is left to look at, beside its difference; CI keeps the folder."""

TOLERANCE = 2.0
"""Root mean square of the difference, in levels of 255, between two renderings of the same thing."""

MISSING = pytest.StashKey[str]()

# A failure must be found again by whoever reads it, and a slow machine is not a failure.
hypothesis.settings.register_profile("briefbook", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("briefbook")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what tests produce as the approved outputs"
    )


def pytest_configure() -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        atexit.register(os._exit, 0)  # last of all: Python would take down all that a run has made
    shipped.open_room()
    # No test reads what an earlier run has kept, and none leaves anything in the user's folder.
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="briefbook-tests-")
    # Many tests start programs: each would compile the whole of Briefbook where nothing is kept.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    # Whatever the machine's zone and clock setting: outputs must not depend on either, and tests
    # that vary them on purpose start from the same place.
    os.environ["TZ"] = "UTC"
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(shipped.room(), ignore_errors=True)


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a tenth of its time each waits for browsers and office programs."""
    return (
        len(os.sched_getaffinity(0)) + 1
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )


def pytest_collection_finish() -> None:
    # What is loaded by now stays to the end: a search for garbage need not look through it each time.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Search a file's garbage at its end, so that an open file is told; what is left then need not be looked through again."""
    done = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return done


HERE = Path(__file__).parent
SLOW = frozenset((HERE / "slow_files.txt").read_text(encoding="utf-8").split("\n"))
"""Files that the quick tests leave out."""
LONGEST = (
    "test_foreign_drawn.py", "test_browser.py", "test_slides.py", "test_documents.py",
    "test_mutations.py", "test_visible.py", "test_robust.py", "test_foreign.py", "test_table.py",
    "test_draft.py", "test_genuine.py", "test_reproducible.py", "test_cluster.py", "test_forms.py",
)  # fmt: skip
"""Files that take minutes: begun first, so that no process works alone at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of slow files; put the longest files first, with the order within each kept."""
    for item in items:
        if item.path.relative_to(HERE).as_posix() in SLOW:
            item.add_marker(pytest.mark.slow)
    items.sort(
        key=lambda item: LONGEST.index(n) if (n := item.path.name) in LONGEST else len(LONGEST)
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a tool that is not there; fail it where the tools are promised."""
    for marker in tools.TOOLS:
        if item.get_closest_marker(marker) and (name := tools.missing(marker)):
            if os.environ.get("REQUIRE_TOOLS") == "1":
                pytest.fail(f"{name} is missing, and REQUIRE_TOOLS=1: run .ci/tools", pytrace=False)
            item.stash[MISSING] = name
            pytest.skip(f"needs {name}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if MISSING in item.stash and report.skipped:
        report.user_properties.append(("missing tool", item.stash[MISSING]))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was not tested, and which pictures to look at."""
    skipped = defaultdict(list)
    for report in terminalreporter.getreports("skipped"):
        for key, tool in getattr(report, "user_properties", ()):  # not of what failed to load
            if key == "missing tool":
                skipped[tool].append(report.nodeid)
    if skipped:
        terminalreporter.section("not tested: tools that are not here (install: .ci/tools)")
    for tool, tests in sorted(skipped.items()):
        terminalreporter.write_line(f"{tool}:")
        for test in tests:
            terminalreporter.write_line(f"  {test}")


class Golden:
    """Approved outputs in tests/golden/, few and small. `make golden` accepts new ones."""

    def __init__(self, *, accept: bool) -> None:
        self._accept = accept

    def text(self, name: str, actual: str) -> None:
        """Hold text against the approved one: a plan, a listing, extracted words."""
        path = GOLDEN / name
        if self._accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        approved = self._approved(path).read_text(encoding="utf-8")
        if actual != approved:
            lines = difflib.unified_diff(
                approved.splitlines(), actual.splitlines(), "approved", "actual", lineterm=""
            )
            pytest.fail(f"{_how_to_accept(path)}\n" + "\n".join(lines), pytrace=False)

    def picture(self, name: str, actual: Path, tolerance: float = TOLERANCE) -> None:
        """Hold a picture against the approved one, within a tolerance for smoothed edges."""
        path = GOLDEN / name
        if self._accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.read_bytes())
        with Image.open(actual) as one, Image.open(self._approved(path)) as other:
            is_, should_be = one.convert("RGB"), other.convert("RGB")
        if is_.size != should_be.size:
            pytest.fail(
                f"{_how_to_accept(path)} It is {is_.size} pixels, approved is {should_be.size}.",
                pytrace=False,
            )
        difference = ImageChops.difference(is_, should_be)
        distance = max(ImageStat.Stat(difference).rms)
        if distance > tolerance:
            FAILED.mkdir(parents=True, exist_ok=True)
            stem = "-".join(Path(name).with_suffix("").parts)
            is_.save(FAILED / f"{stem}-actual.png")
            ImageChops.invert(difference).save(FAILED / f"{stem}-difference.png")
            pytest.fail(
                f"{_how_to_accept(path)} It differs by {distance:.1f} levels (at most {tolerance}):"
                f" see dist/failed/{stem}-actual.png and -difference.png.",
                pytrace=False,
            )

    def _approved(self, path: Path) -> Path:
        if not path.exists():
            pytest.fail(f"There is no approved output yet. {_how_to_accept(path)}", pytrace=False)
        return path


def _how_to_accept(path: Path) -> str:
    name = path.relative_to(tools.ROOT).as_posix()
    return f"{name}: look at what is new, and if it is right, accept it: make golden."


@pytest.fixture(scope="module")
def keeping() -> Generator[None]:
    """Keep charts and verdicts of builds, for all tests of the run that ask for it, as the command line does.

    A test that puts other code in place of ours opens no folder (`cache.opened("")`).
    """
    with cache.opened(str(shipped.room() / "kept")):
        yield


@pytest.fixture(scope="module")
def _one_place(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    with cache.opened(str(shipped.room() / "kept")), rereading():
        yield tmp_path_factory.mktemp("example")


@pytest.fixture
def fresh_example(_one_place: Path) -> Path:
    """The example to break, whole again for each test and always at one place: what is true of it keeps its verdict."""
    shutil.rmtree(_one_place / EXAMPLE.name, ignore_errors=True)
    return copy_of(EXAMPLE, _one_place)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Approved outputs: `golden.text("deck/plan.txt", text)`, `golden.picture("x.png", path)`."""
    return Golden(accept=request.config.getoption("--accept"))
