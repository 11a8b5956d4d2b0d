"""Every shipped seed, and one that is marked, reads back as it was built."""

import pytest
from pptx import Presentation

from briefbook.build import build
from briefbook.verify import verify
from tests.seeds import EXAMPLE, ROOT, copy_of, edit
from tests.shipped import shipped

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]

SEEDS = [EXAMPLE, *sorted(path.parent for path in (ROOT / "seeds").glob("*/briefing.yaml"))]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_every_file_of_a_shipped_seed_reads_back(seed):
    """That it has no problem, `checks/test_checks.py` says."""
    files = tuple(file for file in shipped(seed).values() if file.suffix != ".json")
    assert len(files) == 5
    assert verify(files, None) == ()


def test_a_marked_draft_reads_back(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "status: edited", "status: draft\nmarking: FOR COMMENT")
    files = build(seed, tmp_path / "out").files
    assert verify(tuple(file for file in files if file.suffix != ".json"), None) == ()


def test_a_marking_taken_from_the_head_of_a_slide_is_told(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "status: edited", "status: edited\nmarking: FOR COMMENT")
    [deck] = [file for file in build(seed, tmp_path / "out").files if file.suffix == ".pptx"]
    opened = Presentation(str(deck))
    [mark] = [shape for shape in opened.slides[2].placeholders if shape.name == "Marking"]
    mark._element.getparent().remove(mark._element)
    opened.save(str(deck))
    said = [problem.message for problem in verify((deck,), None)]
    assert [words for words in said if "lost its marking" in words] == [
        "has lost its marking “FOR COMMENT”"
    ]
