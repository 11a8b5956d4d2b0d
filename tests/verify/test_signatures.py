"""A signed manifest answers for who built the documents; a seal only for slips."""

import json
import shutil
import subprocess

import pytest

from briefbook.build import build
from briefbook.cli import main
from briefbook.errors import Unreadable, WrongUse
from briefbook.manifest import SEAL, seal_of
from briefbook.signing import sign
from briefbook.verify import verify
from tests.seeds import EXAMPLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed"),
]


def new_key(folder, name):
    key = folder / name
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)], check=True
    )
    return key


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signed")
    key = new_key(folder, "desk")
    new_key(folder, "other")
    build(EXAMPLE, folder / "out", sign_with=key)
    return folder


def files(folder):
    return tuple(sorted(folder.glob("*.p*")))


def rules(folder, key, manifest=None):
    return [problem.rule for problem in verify(files(folder), manifest, key)]


def test_a_signed_set_is_clean_by_its_key_and_by_no_other(signed):
    assert rules(signed / "out", signed / "desk.pub") == []
    assert rules(signed / "out", signed / "other.pub") == ["signature"]


def test_an_allowed_signer_is_named(signed, capsys):
    allowed = signed / "allowed"
    allowed.write_text(f"desk@ministry.example {(signed / 'desk.pub').read_text()}")
    paper = next(iter(files(signed / "out")))
    assert main(["verify", str(paper), "--key", str(allowed)]) == 0
    assert "signed by desk@ministry.example" in capsys.readouterr().out


def test_a_ledger_that_was_sealed_anew_is_seen_by_its_signature_alone(signed, tmp_path):
    out = shutil.copytree(signed / "out", tmp_path / "out")
    (manifest,) = out.glob("*.json")
    data = json.loads(manifest.read_text())
    data["packages"]["lxml"] = "0.0"  # which nothing in the files contradicts
    data[SEAL] = seal_of(data)
    manifest.write_text(json.dumps(data))
    assert rules(out, None) == []
    assert rules(out, signed / "desk.pub") == ["signature"]


def test_a_set_without_signature_is_told(signed, tmp_path):
    out = shutil.copytree(signed / "out", tmp_path / "out")
    (signature,) = out.glob("*.sig")
    signature.unlink()
    (problem,) = verify(files(out), key=signed / "desk.pub")
    assert signature.name in problem.message


def test_the_same_key_signs_the_same_manifest_alike(signed, tmp_path):
    built = build(EXAMPLE, tmp_path, sign_with=signed / "desk")
    assert built.files[-1].suffix == ".sig"
    assert built.files[-1].read_bytes() == next((signed / "out").glob("*.sig")).read_bytes()
    assert signed / "desk" in dict(built.inputs), "another key is another build"


def test_wrong_keys_are_told_and_nothing_is_written(signed, tmp_path):
    with pytest.raises(WrongUse, match="no such key"):
        build(EXAMPLE, tmp_path / "out", sign_with=tmp_path / "missing")
    with pytest.raises(WrongUse, match="cannot sign"):
        sign(b"data", next(iter(files(signed / "out"))))
    assert not (tmp_path / "out").exists() or not files(tmp_path / "out")
    with pytest.raises(Unreadable, match="private key"):
        rules(signed / "out", signed / "desk")


def test_a_machine_without_openssh_says_so(signed, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WrongUse, match="not installed"):
        sign(b"data", signed / "desk")
