"""Actions killed at any step of their writing.

Each time a child is forked, and it is killed (no handler runs) at the first, second, third … change
that it makes to the file system, until it makes none any more and ends by itself.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from briefbook.output import recover

RENAMES = frozenset({"os.rename"})
CHANGES = RENAMES | {"os.remove", "os.link", "os.mkdir", "os.rmdir", "tempfile.mkdtemp"}
Files = dict[str, bytes]


def files_of(folder: Path) -> Files:
    """Everything in a folder, by path; nothing that a writer put aside may be left."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def killed_at(
    step: int, action: Callable[[], object], folder: Path, changes: frozenset[str]
) -> bool:
    """Run an action in a child that is killed at a step; tell whether it was, or had fewer."""
    child = os.fork()
    if child == 0:
        seen = 0

        def kill(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            # What is outside of the folder (bytecode, temporary files of libraries) is no output.
            if event in changes and str(folder) in str(arguments[0]):
                seen += 1
                if seen == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        sys.addaudithook(kill)
        action()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def outcomes(
    start: Path, action: Callable[[], object], folder: Path, changes: frozenset[str] = RENAMES
) -> list[Files]:
    """What is in a folder, recovered, after a kill at each step; the last run is not killed."""
    found, step, is_killed = [], 0, True
    while is_killed:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        if start.exists():
            shutil.copytree(start, folder)
        is_killed = killed_at(step, action, folder, changes)
        recover(folder)
        names = {name: data for name, data in files_of(folder).items() if ".briefbook-" not in name}
        found.append(names)
    return found


def assert_old_or_new(start: Path, found: list[Files], steps: int) -> None:
    old, new = files_of(start), found[-1]
    assert new != old
    assert len(found) > steps
    assert old in found
    assert all(files in (old, new) for files in found)
