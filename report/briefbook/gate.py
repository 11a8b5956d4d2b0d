"""Gate: finished PDFs held against their standards before they take anybody's place.

PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), by page-validation, a reader of its own: nothing
of what made the files judges them. The extra `briefbook[gate]` brings it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefbook.errors import Problem, SourceLocation, WrongUse

PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}
_MOST = 20
"""Failures of one file and standard that are told."""


def check_gate(outputs: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return each failure of each PDF among some outputs; raises WrongUse without page-validation."""
    try:
        import page
    except ImportError:
        hint = "install what it needs: pip install page-validation"
        raise WrongUse("--gate needs page-validation, which is not installed", hint=hint) from None
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in outputs.items():
            if name.endswith(".pdf"):
                file = Path(folder, name)
                file.write_bytes(data)
                problems += _failures(page, file, name)
    return tuple(problems)


def _failures(page: object, file: Path, name: str) -> Iterator[Problem]:
    for profile, standard in PROFILES.items():
        report = page.validate_pdf(file, profile=profile)  # type: ignore[attr-defined]
        if report.is_compliant:
            continue
        found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures][:_MOST]
        for failure in found or ["for no stated reason"]:
            message = f"is not {standard}: {failure}"
            hint = "nothing was written; please report it, with the seed if it may be shown"
            yield Problem(SourceLocation(name), message, hint, "gate")
