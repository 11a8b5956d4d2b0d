"""What fontconfig knows decides whether a hint on the deck's typefaces is told."""

from pathlib import Path

import pytest

from briefbook.cli.typefaces import lacking_typefaces

DECK = (Path("a.pptx"),)


@pytest.fixture
def knows(tmp_path, monkeypatch):
    """Return what lets fontconfig know some families."""

    def let(*lines: str, code: int = 0) -> None:
        program = tmp_path / "fc-list"
        said = "\n".join(lines)
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\nexit {code}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    return let


def test_nothing_is_lacking_where_a_face_or_its_twin_is_known(knows):
    knows("Cambria,Cambria Math", "Carlito")
    assert [*lacking_typefaces(DECK)] == []


def test_a_face_without_its_twin_is_lacking(knows):
    knows("Carlito", "Cambria Math")
    [told] = lacking_typefaces(DECK)
    assert "set in Cambria, which PowerPoint has" in told
    assert "Carlito" not in told


def test_a_brand_s_face_is_looked_for_by_its_own_name(knows):
    knows("Carlito", "Caladea", "Own-Face,Own-Face Light")
    assert [*lacking_typefaces(DECK, ("Own-Face",))] == []
    [told] = lacking_typefaces(DECK, ("Own-Face", "Other"))
    assert "set in Other, which this machine lacks" in told


def test_nothing_is_told_where_fontconfig_fails_or_no_deck_is_built(knows):
    knows(code=1)
    assert [*lacking_typefaces(DECK)] == []
    knows("Nothing")
    assert [*lacking_typefaces((Path("a.pdf"),))] == []
