"""What shells complete and `man` prints is made from the command line's own parser."""

import re
import shutil
import subprocess

import pytest

from briefbook.cli import command_of
from briefbook.cli.arguments import make_parser
from docs.tools.shell_files import COMPLETIONS, MANUAL, shell_files

FILES = shell_files()
(COMMANDS,) = (
    list(action.choices) for action in make_parser()._actions if action.dest == "command" and action.choices
)  # fmt: skip


def test_each_shell_knows_every_command():
    assert len(COMMANDS) > 20
    for shell, place in COMPLETIONS.items():
        missing = [name for name in COMMANDS if name not in FILES[place]]
        assert missing == [], shell


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_module_that_runs_it(name):
    assert callable(command_of(name))


def test_the_manual_tells_every_command_and_option():
    text = FILES[MANUAL].replace("\\-", "-")
    assert re.findall(r"^\.SS (.*)$", text, re.MULTILINE) == COMMANDS
    assert "--slides-pdf" in text
    assert "%(" not in text, "defaults are filled in"


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash_completes_a_command_and_an_option(tmp_path):
    script = tmp_path / "briefbook"
    script.write_text(FILES[COMPLETIONS["bash"]], encoding="utf-8")
    asked = f"""
source {script}
complete_for() {{
  COMP_WORDS=(briefbook "$@"); COMP_CWORD=$#; COMPREPLY=()
  $(complete -p briefbook | sed 's/.*-F \\([^ ]*\\).*/\\1/') briefbook "${{@: -1}}" ""
  printf '%s\\n' "${{COMPREPLY[@]}}"
}}
complete_for ver
complete_for verify --man
"""
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["verify", "--manifest"]


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_man_sets_the_page_without_a_warning(tmp_path):
    page = tmp_path / "briefbook.1"
    page.write_text(FILES[MANUAL], encoding="utf-8")
    done = subprocess.run(
        ["man", "--warnings", "-l", page], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "EXIT STATUS" in done.stdout
