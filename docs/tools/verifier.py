"""Write dist/briefbook-verify.pyz: verify as one file, for those who only receive documents.

    python docs/tools/verifier.py [FILE]

It holds the modules that `briefbook.verify` needs, found by following its imports, and their data.
"""

from __future__ import annotations

import ast
import io
import sys
import zipapp
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "report"
TARGET = ROOT / "dist" / "briefbook-verify.pyz"
_START = "briefbook.verify"
_DATA = (
    "language/en/data", "verify", "localization", "fonts", "schema/manifest.schema.json",
)  # fmt: skip
_ENDINGS = (".json", ".toml", ".txt", ".tsv", ".csv", ".ttf", ".icc")
_LEFT_OUT = ("wordnet.tsv", "deck-widths.json")
"""What checks and makers read."""
_CLOCK = (1980, 1, 1, 0, 0, 0)
_MAIN = '''"""Reads finished documents back and holds them against their manifest."""

import importlib.util
import sys

needed = {"lxml": "lxml", "pypdf": "pypdf", "fontTools": "fonttools"}
missing = [package for name, package in needed.items() if importlib.util.find_spec(name) is None]
if missing:
    print(f"error: not installed: {', '.join(missing)}", file=sys.stderr)
    print(f"    {sys.executable} -m pip install {' '.join(missing)}", file=sys.stderr)
    sys.exit(3)

from briefbook.verify.__main__ import main

sys.exit(main())
'''


def file_of(module: str) -> Path | None:
    """Return the file of a module of ours; None for another's, or for a name in a module."""
    base = REPORT / Path(*module.split("."))
    for file in (base / "__init__.py", base.with_suffix(".py")):
        if file.is_file():
            return file
    return None


def modules() -> dict[str, Path]:
    """Return every module that verifying can import, with the packages that they lie in."""
    verifiers = (REPORT / "briefbook" / "verify").glob("*.py")
    waiting = [_START, *(f"{_START}.{file.stem}" for file in verifiers)]
    found: dict[str, Path] = {}
    while waiting:
        name = waiting.pop()
        file = file_of(name)
        if file is None or name in found:
            continue
        found[name] = file
        waiting += [name.rpartition(".")[0], *imported(file)]
    return found


def imported(file: Path) -> set[str]:
    """Return what a file imports of ours, wherever in it but under TYPE_CHECKING."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if not _is_for_types(node)]
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.startswith("briefbook")}


def _is_for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def data_files() -> list[Path]:
    """Return the files that these modules read."""
    package = REPORT / "briefbook"
    named = [package / part for part in _DATA]
    files = [file for part in named for file in ((part,) if part.is_file() else part.rglob("*"))]
    return sorted(f for f in files if f.suffix in _ENDINGS and f.name not in _LEFT_OUT)


def archive() -> bytes:
    """Return the program as a ZIP that Python runs; the same modules give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        _add(made, "__main__.py", _MAIN.encode())
        for file in sorted({*modules().values(), *data_files()}):
            _add(made, file.relative_to(REPORT).as_posix(), file.read_bytes())
    out = io.BytesIO()
    zipapp.create_archive(io.BytesIO(packed.getvalue()), out, "/usr/bin/env python3")
    return out.getvalue()


def _add(made: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _CLOCK)
    entry.compress_type = zipfile.ZIP_DEFLATED
    made.writestr(entry, data)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(archive())
    target.chmod(0o755)
    print(f"{target}  {target.stat().st_size:,} bytes")
