"""The first quarter of a year of weekly refreshes, against one real server; benchmarks/refresh_year.py runs the whole."""

from pathlib import Path

import pytest

from benchmarks.refresh_year import year

WEEKS = 13
"""Answers of every benign kind, and a body that breaks off."""

pytestmark = pytest.mark.slow


def test_what_is_served_whole_is_taken_and_nothing_else(
    certificates: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[0]))
    weeks = list(year("python", WEEKS, tmp_path, certificates[1]))
    assert [week for week in weeks if week[2]] == []
    assert {told for _, told, _ in weeks} == {"taken", "refused"}
