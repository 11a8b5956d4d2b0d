"""hatchling's hook: the wheel brings completions for shells and the manual page."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShellFiles(BuildHookInterface[Any]):
    """Adds what `docs/tools/shell_files.py` makes to the data that an environment shares."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files; an editable install needs none."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
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
