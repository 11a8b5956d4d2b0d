"""The workflows: pinned, with least rights, and their steps do on a laptop what they say."""

import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.seeds import EXAMPLE, copy_of, edit
from tests.tools import ROOT, actionlint

pytestmark = pytest.mark.slow

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / ".github" / "actions" / "build" / "action.yml"
REGENERATE = ROOT / ".github" / "actions" / "regenerate" / "action.yml"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PIN = re.compile(r"^\s*(?:- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path):
    """Every step of a workflow or a composite action."""
    data = load(path)
    if "runs" in data:
        return data["runs"]["steps"]
    return [step for job in data["jobs"].values() for step in job["steps"]]


WRONG = (
    "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ github.nothing }}'}]}}"
)


@pytest.fixture(scope="module")
def linted(tmp_path_factory):
    """What actionlint finds in each workflow by its name, and in one that is wrong."""
    wrong = tmp_path_factory.mktemp("wrong") / "wrong.yml"
    wrong.write_text(WRONG)
    paths = [*WORKFLOWS, wrong]
    return dict(zip([path.name for path in paths], actionlint(paths), strict=True))


@pytest.mark.actionlint
@pytest.mark.parametrize("name", [path.name for path in WORKFLOWS])
def test_actionlint_finds_nothing(name, linted):
    # The pinned actionlint is older than the scope that attesting a build needs.
    newer = 'unknown permission scope "attestations"'
    assert [finding for finding in linted[name] if newer not in finding] == []


@pytest.mark.actionlint
def test_actionlint_finds_what_is_wrong(linted):
    assert any("nothing" in finding for finding in linted["wrong.yml"])


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, ACTION, REGENERATE], ids=lambda path: path.parent.name + path.name
)
def test_every_action_is_pinned_by_commit_with_its_version_beside(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PIN.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_read_only_but_for_the_jobs_that_propose_and_attest(path):
    data = load(path)
    assert data["permissions"] == {"contents": "read"}
    writing = [
        name
        for name, job in data["jobs"].items()
        if "write" in str(job.get("permissions", "")) or job.get("permissions") == "write-all"
    ]
    assert writing == (["attestation", "proposal"] if path.name == "regenerate.yml" else [])


def test_the_job_that_attests_runs_no_script_and_writes_attestations_alone():
    job = load(ROOT / ".github" / "workflows" / "regenerate.yml")["jobs"]["attestation"]
    assert job["permissions"] == {"id-token": "write", "attestations": "write"}
    assert [step for step in job["steps"] if "run" in step] == []


def test_the_job_that_may_write_runs_nothing_of_the_repository():
    job = load(ROOT / ".github" / "workflows" / "regenerate.yml")["jobs"]["proposal"]
    scripts = "\n".join(step.get("run", "") for step in job["steps"])
    assert not re.search(r"\bmake\b|python|briefbook |\./|bash ", scripts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_that_runs_code_keeps_no_token(path):
    for name, job in load(path)["jobs"].items():
        checkouts = [s for s in job["steps"] if "actions/checkout" in s.get("uses", "")]
        if name != "proposal":
            assert all(step["with"] == {"persist-credentials": False} for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_task_that_a_step_names_is_one_of_makes(path):
    tasks = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = {name for step in steps(path) for name in re.findall(r"^make (\w+)", step.get("run", ""))}  # fmt: skip
    assert named <= tasks


def test_no_step_writes_an_expression_into_a_script():
    """What a stranger can name (a branch, a title) reaches scripts as environment only."""
    scripts = [
        step.get("run", "") for path in (*WORKFLOWS, ACTION, REGENERATE) for step in steps(path)
    ]
    assert len(scripts) > 5
    assert [script for script in scripts if "${{" in script] == []


def test_the_schedule_is_weekly_and_off_the_hour():
    data = load(ROOT / ".github" / "workflows" / "regenerate.yml")
    [schedule] = data[True]["schedule"]  # YAML reads `on` as true
    minute, hour, day, month, weekday = schedule["cron"].split()
    assert minute not in ("0", "00", "30", "*")
    assert (day, month) == ("*", "*")
    assert hour.isdigit()
    assert weekday.isdigit()


# ── Steps, run ───────────────────────────────────────────────────────────────────────────────────


def git(folder, *arguments):
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def run(script, folder, **environment):
    """Run a step's script as GitHub does: bash, ending at the first failure."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, **environment},
    )  # fmt: skip


def step_named(path, name):
    return next(step for step in steps(path) if step.get("name") == name)


@pytest.fixture
def checkout(tmp_path):
    """A repository with one seed, as the job that proposes checks it out; and its origin."""
    origin, checkout = tmp_path / "origin.git", tmp_path / "checkout"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(origin))
    git(tmp_path, "clone", "--quiet", str(origin), str(checkout))
    (checkout / "seeds").mkdir()
    copy_of(EXAMPLE, checkout / "seeds")
    (checkout / "dist").mkdir()
    (checkout / ".gitignore").write_text("dist\n")
    git(checkout, "checkout", "--quiet", "-b", "main")
    git(checkout, "add", "--all")
    git(checkout, "commit", "--quiet", "--message", "A seed")
    git(checkout, "push", "--quiet", "origin", "main")
    return checkout


def propose(checkout, found, tmp_path, *, already_open=""):
    """Run the step that proposes, with a `gh` that writes down what it is asked."""
    programs = tmp_path / f"bin{already_open}"
    programs.mkdir()
    gh = programs / "gh"
    gh.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$*" >> "$LOG"\n'
        f'case "$*" in "pr list"*) printf "%s" "{already_open}" ;; esac\n'
    )
    gh.chmod(0o755)
    script = step_named(ROOT / ".github/workflows/regenerate.yml", "Open or update the pull request")  # fmt: skip
    log = tmp_path / f"asked{already_open}"
    done = run(
        script["run"], checkout, FOUND=str(found), BRANCH="regenerate/example", BASE="main",
        SEED="seeds/example",
        RUN="https://example.org/run/1", LOG=str(log), GH_TOKEN="none",
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return log.read_text(encoding="utf-8")


def test_a_change_becomes_one_pull_request_with_the_diff_as_body(checkout, tmp_path):
    seed = checkout / "seeds" / "example"
    edit(seed, "text: About 40 trains use it every day.", "text: About 40 trains use it daily.")
    (seed / "new.txt").write_text("A snapshot\n")
    dist = checkout / "dist"
    dist.joinpath("changes.md").write_text("Verania–Ostmark relations: edition of x\n\n- changed\n")
    output = tmp_path / "output"
    patch = step_named(ROOT / ".github/workflows/regenerate.yml", "Keep what changed as a patch")
    done = run(patch["run"], checkout, SEED="seeds/example", GITHUB_OUTPUT=str(output))
    assert done.returncode == 0, done.stderr
    assert output.read_text().splitlines() == ["changed=true", "branch=regenerate/example"]

    found = tmp_path / "found"
    shutil.copytree(dist, found)
    git(checkout, "reset", "--quiet", "--hard")
    asked = propose(checkout, found, tmp_path)
    assert "pr create --head regenerate/example --base main" in asked
    assert "--title Sources changed: Verania–Ostmark relations" in asked
    assert (checkout / "short.md").read_text(encoding="utf-8").startswith("Verania–Ostmark")
    pushed = git(checkout, "diff", "--name-only", "main", "origin/regenerate/example")
    assert pushed.splitlines() == ["seeds/example/briefing.yaml", "seeds/example/new.txt"]

    git(checkout, "switch", "--quiet", "main")
    git(checkout, "branch", "--quiet", "-D", "regenerate/example")
    asked = propose(checkout, found, tmp_path, already_open="7")
    assert "pr edit 7" in asked
    assert "pr create" not in asked


def test_a_run_that_changes_nothing_leaves_no_patch(checkout, tmp_path):
    output = tmp_path / "output"
    patch = step_named(ROOT / ".github/workflows/regenerate.yml", "Keep what changed as a patch")
    done = run(patch["run"], checkout, SEED="seeds/example", GITHUB_OUTPUT=str(output))
    assert done.returncode == 0, done.stderr
    assert output.read_text() == "branch=regenerate/example\n"
    assert not (checkout / "dist" / "seed.patch").exists()


def test_the_action_builds_a_seed_of_another_repository(checkout, tmp_path):
    programs = tmp_path / "runner" / "briefbook" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(sys.executable)
    briefbook = programs / "briefbook"
    briefbook.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefbook "$@"\n')
    briefbook.chmod(0o755)
    output = tmp_path / "output"
    build = step_named(ACTION, "Check, build and read back")
    surroundings = {"RUNNER_TEMP": str(tmp_path / "runner"), "GITHUB_OUTPUT": str(output)}
    done = run(build["run"], checkout, SEED="seeds/example", OUT="out", SINCE="", **surroundings)
    assert done.returncode == 0, done.stderr
    assert sorted(path.suffix for path in (checkout / "out").iterdir()) == [".json", ".pdf", ".pptx"]  # fmt: skip
    manifest, content = output.read_text().splitlines()
    assert manifest == "manifest=out/example.json"
    assert re.fullmatch(r"content=[0-9a-f]{64}", content)


def test_the_action_proposes_what_a_source_changed_in_another_repository(checkout, tmp_path):
    runner = tmp_path / "runner"
    programs = runner / "briefbook" / "bin"
    programs.mkdir(parents=True)
    sentence = "text: About 40 trains use it every day."
    briefbook = programs / "briefbook"
    # What `regenerate` leaves where a source has changed: the seed, and what to tell of it.
    briefbook.write_text(
        "#!/bin/sh\n[ $1 = regenerate ] || exit 9\nmkdir -p out\n"
        "echo 'Verania–Ostmark relations: edition of x' > out/changes.md\n"
        f"sed -i 's/{sentence}/text: About 40 trains use it daily./' seeds/example/briefing.yaml\n"
        "echo no > elsewhere.txt\n"
    )
    (programs / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$*" >> "$LOG"\n')
    for program in programs.iterdir():
        program.chmod(0o755)
    output, log = tmp_path / "output", tmp_path / "asked"
    known = {
        "RUNNER_TEMP": str(runner), "GITHUB_OUTPUT": str(output), "SEED": "seeds/example",
        "OUT": "out", "CONTACT": "", "LOG": str(log), "BASE": "main", "GH_TOKEN": "none",
        "RUN": "https://example.org/run/1", "REMOTE": str(tmp_path / "origin.git"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    for name in ("Refresh, check, build, compare and read back", "Open or update the pull request"):
        done = run(step_named(REGENERATE, name)["run"], checkout, **known)
        assert done.returncode == 0, done.stderr
    assert output.read_text() == "changed=true\n"
    asked = log.read_text(encoding="utf-8")
    assert "pr create --head regenerate/example --base main" in asked
    assert "--title Sources changed: Verania–Ostmark relations" in asked
    git(checkout, "fetch", "--quiet", "origin")
    pushed = git(checkout, "diff", "--name-only", "main", "origin/regenerate/example")
    assert pushed.splitlines() == ["seeds/example/briefing.yaml"]
    assert "none" not in (checkout / ".git" / "config").read_text()
