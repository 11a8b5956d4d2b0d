"""Many seeds on a cluster: the same files, whatever becomes of a worker or of the scheduler."""

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefbook.cli import main
from briefbook.cli.batch import DIED, build_one
from tests.seeds import EXAMPLE, copy_of, edit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # Dask's, of ports and of loops that close
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that kills"),
]


@pytest.fixture(scope="module", autouse=True)
def distributed():
    """Dask, loaded where it is tested alone: it takes every process that gathers tests half a second."""
    return pytest.importorskip("distributed", reason="needs Dask: briefbook[cluster]")


@pytest.fixture
def cluster():
    """What is tested, where Dask is."""
    return importlib.import_module("briefbook.cli.cluster")


@pytest.fixture(scope="module")
def workers(distributed):
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as started:
        yield started


@pytest.fixture
def folder(tmp_path):
    """Four seeds, of which one has a wrong number."""
    for name in ("alpha", "beta", "delta", "gamma"):
        copy_of(EXAMPLE, tmp_path).rename(tmp_path / name)
    edit(tmp_path / "beta", "text: About 40 trains", "text: About 50 trains")
    return tmp_path


def test_a_cluster_gives_the_same_files_and_a_fault_costs_itself_alone(folder, workers, capfd):
    out, here = folder / "out", folder / "here"
    at = workers.scheduler_address
    status = main(["build", "--all", str(folder), "--out", str(out), "--cluster", at, "--pptx"])
    told = capfd.readouterr()
    assert status == 1
    assert "3 of 4 built" in told.out
    assert f"{folder / 'beta'}/briefing.yaml" in told.err
    assert "nothing in its evidence supports “50”" in told.err
    build_one("alpha", (str(folder / "alpha"), "--pptx", "--out", str(here)))
    for name in ("alpha.pptx", "alpha.json"):
        assert (out / name).read_bytes() == (here / name).read_bytes()
    assert not (out / "beta.json").exists()


def test_what_a_killed_worker_had_is_built_by_another(folder, workers, cluster):
    names = ("alpha", "gamma", "delta")
    tasks = [(n, (str(folder / n), "--pptx", "--out", str(folder / "out"))) for n in names]
    results = cluster.built_on(workers.scheduler_address, tasks, folder / "out")
    found = [next(results)]
    os.kill(next(iter(workers.workers.values())).pid, signal.SIGKILL)
    found += results
    assert sorted((result.seed, result.code) for result in found) == [
        ("alpha", 0), ("delta", 0), ("gamma", 0),
    ]  # fmt: skip


def test_where_the_scheduler_is_gone_every_seed_is_told(folder, monkeypatch, cluster):
    """It has no workers: what is sent waits until it is killed."""
    monkeypatch.setattr(cluster, "_WAIT_S", 10)  # a busy machine is slow to answer
    code = "from distributed.cli.dask_scheduler import main; main()"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file"]
    file = folder / "scheduler.json"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *options, str(file)], stderr=subprocess.DEVNULL
    )
    address = _address_in(file, process)
    tasks = [(n, (str(folder / n), "--out", str(folder / "out"))) for n in ("alpha", "gamma")]
    sent = cluster.packed

    def packed(task, out):
        if task[0] == "gamma":
            process.kill()
        return sent(task, out)

    monkeypatch.setattr(cluster, "packed", packed)
    found = list(cluster.built_on(address, tasks, folder / "out"))
    assert {result.seed: result.code for result in found} == {"alpha": 3, "gamma": 3}
    assert not (folder / "out").exists()


def _address_in(file: Path, process: subprocess.Popen[bytes]) -> str:
    while not file.exists():
        assert process.poll() is None
        time.sleep(0.05)
    return str(json.loads(file.read_text())["address"])


def test_nobody_at_an_address_is_told(folder, capsys, monkeypatch, cluster):
    monkeypatch.setattr(cluster, "_WAIT_S", 1)
    assert main(["build", str(folder / "alpha"), "--cluster", "tcp://127.0.0.1:9"]) == 3
    assert "no scheduler of Dask answers" in capsys.readouterr().err


def test_files_of_this_machine_do_not_travel(folder, capsys):
    arguments = ["build", str(folder / "alpha"), "--cluster", "tcp://127.0.0.1:9"]
    assert main([*arguments, "--sign", str(folder / "key")]) == 2
    assert "--sign is of this machine" in capsys.readouterr().err


def test_a_seed_that_costs_its_workers_their_lives_is_told(folder, cluster, distributed):
    class Lost:
        def result(self):
            raise distributed.KilledWorker("alpha", None, 0)

    result = cluster._received(Lost(), ("alpha", ()), folder)
    assert (result.code, result.word) == (DIED, "died")


def test_another_version_is_refused(folder, cluster):
    parcel = cluster.packed(("a", (str(folder / "alpha"), "--out", "x")), folder / "x")
    old = cluster.Parcel(parcel.name, parcel.seed, parcel.files, {}, (), version="0.0")
    delivery = cluster.build_parcel(old)
    assert delivery.result.code
    assert "a worker has Briefbook" in delivery.result.told
