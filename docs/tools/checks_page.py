"""Write docs/checks.md from the catalogue of rules."""

from pathlib import Path

from briefbook.checks.catalogue import page

if __name__ == "__main__":
    Path(__file__).parent.parent.joinpath("checks.md").write_text(page(), encoding="utf-8")
