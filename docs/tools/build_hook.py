"""hatchling's hook: what an installation brings that is made from Briefbook itself.

Completions for shells and the manual page, in the wheel; and the programs of regular expressions for
the Python that installs or builds, which an editable installation has in the checkout.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_READ = ("report", "figures", "seeds", "docs/tools")


def are_of_this_state(programs: Path, root: Path) -> bool:
    """Tell whether the programs of a checkout are younger than every file that they are made of.

    Where a file has gone they have programs more than are needed, which nobody asks for.
    """
    if not programs.exists():
        return False
    made = programs.stat().st_mtime_ns
    files = (file for folder in _READ for file in (root / folder).rglob("*"))
    return all(
        file.stat().st_mtime_ns < made
        for file in files
        if file.suffix != ".programs" and "__pycache__" not in file.parts and file.is_file()
    )


class MadeFiles(BuildHookInterface[Any]):
    """Adds what `docs/tools/shell_files.py` and `docs/tools/compile_patterns.py` make."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files; an editable install needs programs alone."""
        if version == "editable":
            self._compile_patterns()
            return
        self._folder = tempfile.TemporaryDirectory()
        self._add_shell_files(build_data)
        name = f"patterns.{sys.implementation.cache_tag}.programs"
        programs = Path(self.root, "report", "briefbook", name)
        if not are_of_this_state(programs, Path(self.root)):
            programs = Path(self._folder.name, name)
            self._compile_patterns(str(programs))
        if programs.exists():
            build_data["force_include"][str(programs)] = f"briefbook/{programs.name}"

    def _compile_patterns(self, *file: str) -> None:
        """Make the programs; without the packages that Briefbook needs (an isolated build) there are none."""
        tool = Path(self.root, "docs", "tools", "compile_patterns.py")
        subprocess.run([sys.executable, str(tool), *file], check=False, capture_output=True)

    def _add_shell_files(self, build_data: dict[str, Any]) -> None:
        spec = importlib.util.spec_from_file_location(
            "shell_files", Path(self.root, "docs", "tools", "shell_files.py")
        )
        if spec is None or spec.loader is None:
            raise FileNotFoundError("docs/tools/shell_files.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for number, (place, text) in enumerate(module.shell_files().items()):
            file = Path(self._folder.name, str(number))
            file.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  as hatchling calls it
        """Remove what was made."""
        if version != "editable":
            self._folder.cleanup()
