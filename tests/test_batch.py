"""Many seeds in one go: each is built or told, whatever becomes of the others."""

import os
import signal

import pytest

from briefbook.cli import batch, main
from briefbook.cli.arguments import make_parser
from briefbook.cli.batch import OF_THE_BATCH, SWITCHES, VALUED, Result, summary
from tests.seeds import EXAMPLE, copy_of, edit

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path):
    """Three seeds, of which one has a wrong number."""
    for name in ("alpha", "beta", "gamma"):
        copy_of(EXAMPLE, tmp_path).rename(tmp_path / name)
    edit(tmp_path / "beta", "text: About 40 trains", "text: About 50 trains")
    return tmp_path


def test_a_seed_that_is_at_fault_costs_itself_alone_and_is_told(folder, capfd):
    out = folder / "dist"
    assert main(["build", "--all", str(folder), "--out", str(out), "--jobs", "2", "--pptx"]) == 1
    assert {path.name for path in out.iterdir()} == {
        "alpha.pptx", "alpha.json", "gamma.pptx", "gamma.json",
    }  # fmt: skip
    told = capfd.readouterr()
    assert "2 of 3 built" in told.out
    assert "[3/3]" in told.err
    assert "nothing in its evidence supports “50”" in told.err


def _dies(seed: str, _: tuple[str, ...]) -> Result:
    if seed.endswith("beta"):
        os.kill(os.getpid(), signal.SIGKILL)
    return Result(seed, 0, "", 0.0)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills")
def test_a_process_that_is_killed_costs_its_seed_alone(monkeypatch):
    monkeypatch.setattr(batch, "build_one", _dies)
    tasks = [(name, (name,)) for name in ("alpha", "beta", "gamma", "delta")]
    found = {r.seed: r.code for r in batch._built(tasks, 2)}
    assert found == {"alpha": 0, "beta": batch.DIED, "gamma": 0, "delta": 0}


def _tells_its_process(seed: str, _: tuple[str, ...]) -> Result:
    return Result(seed, 0, str(os.getpid()), 0.0)


def test_workers_are_replaced_and_every_seed_is_built(monkeypatch):
    monkeypatch.setattr(batch, "build_one", _tells_its_process)
    monkeypatch.setattr(batch, "_BUILDS_A_WORKER", 2)
    names = [f"seed-{number}" for number in range(5)]
    found = list(batch._built([(name, (name,)) for name in names], 1))
    assert sorted(result.seed for result in found) == names
    assert len({result.told for result in found}) == 3


@pytest.mark.parametrize(
    "arguments", [[], ["--jobs", "0", "a", "b"], ["--since", "x.json", "a", "b"], ["a/x", "b/x"]]
)
def test_what_cannot_be_meant_is_told(arguments, capsys):
    assert main(["build", *arguments]) == 2
    assert capsys.readouterr().err


def test_a_folder_without_seeds_is_told(tmp_path, capsys):
    assert main(["build", "--all", str(tmp_path)]) == 2
    assert "no seed in this folder" in capsys.readouterr().err


def test_every_option_of_a_build_is_passed_on_or_is_of_the_batch():
    (commands,) = (a.choices for a in make_parser()._actions if a.dest == "command" and a.choices)
    options = {action.dest for action in dict(commands)["build"]._actions} - {"help"}
    assert options == {*SWITCHES, *VALUED, *OF_THE_BATCH, "out", "duplex"}


def test_a_batch_ends_with_a_table_of_what_became_of_it():
    results = [
        Result("alpha", 0, "", 2.0),
        Result("beta", 1, "", 1.0),
        Result("gamma", 5, "", 70.0),
    ]
    assert summary(results, 73.0).splitlines() == [
        "1 of 3 built",
        "     1 problems",
        "     1 died",
        "1 min 13 s in all; a seed took 2.0 s (median), gamma 70.0 s",
    ]


def test_a_terminal_is_shown_a_bar_and_only_what_failed(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    results = [Result("alpha", 0, "", 2.0)]
    batch._tell(results, 2, 2.0)
    results.append(Result("beta", 1, "error: a number", 1.0))
    batch._tell(results, 2, 3.0)
    told = capsys.readouterr().err
    assert "1 of 2, 0 failed, 2 s left" in told
    assert "2 of 2, 1 failed, 0 s left" in told
    assert "problems     1.0 s  beta  error: a number" in told
    assert "built" not in told
