"""Every genuine paper verifies, whatever floats past what: pages come from the canvas that drew them."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefbook import cache
from briefbook.build import build
from briefbook.verify import verify
from tests.seeds import TAJIKISTAN, copy_of


def _shuffled(seed: Path, moves: list[int]) -> None:
    """Move exhibits to other places of their sections' bodies."""
    path = seed / "briefing.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for move in moves:
        at = [
            n
            for n, line in enumerate(lines)
            if line.startswith("      - exhibit: ") and lines[n - 1] != "    body:\n"
        ]
        chosen = at[move % len(at)]
        bodies = [n for n, line in enumerate(lines) if line == "    body:\n"]
        body = bodies[move % len(bodies)]
        line = lines.pop(chosen)
        lines.insert(body + 1 - (chosen < body), line)
    path.write_text("".join(lines), "utf-8")


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=4))
def test_a_paper_whose_exhibits_float_is_as_built(tmp_path_factory, moves: list[int]) -> None:
    # What stands elsewhere is drawn as it was, and its statements keep their verdicts.
    folder = tmp_path_factory.getbasetemp() / "floats"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    seed = copy_of(TAJIKISTAN, folder)
    _shuffled(seed, moves)
    with cache.opened(str(tmp_path_factory.getbasetemp() / "kept-floats")):
        files = build(seed, folder / "out", pptx=False).files
    assert verify(tuple(file for file in files if file.suffix == ".pdf"), None) == ()
