"""Detached signatures of a manifest, by OpenSSH's `ssh-keygen -Y`: who built these documents.

A manifest holds the hash of every document, so that one signature over it answers for all of them.
The seal inside a manifest is against slips; a signature is against forgers. Nothing is asked of a
network. The format is OpenSSH's SSHSIG (PROTOCOL.sshsig), with the namespace `briefbook`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from briefbook.errors import Unreadable, WrongUse

SUFFIX = ".sig"
"""Of a signature's file, behind the name of what it signs: `ID.json.sig`."""
_NAMESPACE = "briefbook"
_PROGRAM = "ssh-keygen"
_KEY_TYPES = ("ssh-", "ecdsa-", "sk-")
"""How the line of a public key begins; one of allowed signers begins with their names."""


def sign(data: bytes, key: Path) -> bytes:
    """Return the signature of some bytes by a private key; the agent may hold a key named by its `.pub`.

    Raises WrongUse where the key does not exist or does not sign, and where OpenSSH is missing.
    """
    if not key.is_file():
        raise WrongUse(
            f"{key}: there is no such key", hint="make one: ssh-keygen -t ed25519 -f KEY"
        )
    done = _run(("sign", "-q", "-f", str(key), "-n", _NAMESPACE), data)
    if done.returncode or not done.stdout:
        hint = "give a private SSH key, or the public one of a key that the agent holds"
        raise WrongUse(f"{key}: cannot sign with it: {_said(done)}", hint=hint)
    return done.stdout


def signer_of(data: bytes, signature: Path, key: Path) -> str:
    """Return who signed some bytes: a name of the allowed signers, or the file of the public key.

    `key` is a public key, or a list of allowed signers (ssh-keygen(1)). Returns an empty string
    when the signature is of other bytes or by another key; raises Unreadable for files that are
    missing or are no such thing.
    """
    for file in (signature, key):
        if not file.is_file():
            raise Unreadable(f"{file}: there is no such file")
    text = key.read_text(encoding="utf-8", errors="replace").strip()
    if text.startswith("-----BEGIN"):
        hint = f"give the public one: {key.name}.pub"
        raise Unreadable(f"{key}: a private key is not for checking", hint=hint)
    if not text.startswith(_KEY_TYPES):
        return _by_one_of(data, signature, key)
    with tempfile.TemporaryDirectory() as folder:
        allowed = Path(folder, "allowed_signers")
        allowed.write_text(f'* namespaces="{_NAMESPACE}" {text}\n', encoding="utf-8")
        return key.name if _is_by("anyone", data, signature, allowed) else ""


def _by_one_of(data: bytes, signature: Path, allowed: Path) -> str:
    found = _run(("find-principals", "-s", str(signature), "-f", str(allowed)), b"")
    names = found.stdout.decode(errors="replace").splitlines()
    return next((name for name in names if _is_by(name, data, signature, allowed)), "")


def _is_by(name: str, data: bytes, signature: Path, allowed: Path) -> bool:
    asked = ("verify", "-f", str(allowed), "-I", name, "-n", _NAMESPACE, "-s", str(signature))
    return _run(asked, data).returncode == 0


def _run(arguments: tuple[str, ...], data: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  a fixed program, and files that the user names
            (_PROGRAM, "-Y", *arguments), input=data, capture_output=True, check=False, timeout=120
        )
    except FileNotFoundError:
        hint = "install OpenSSH 8.1 or newer"
        raise WrongUse(f"signatures need {_PROGRAM}, which is not installed", hint=hint) from None
    except subprocess.TimeoutExpired:
        raise WrongUse(f"{_PROGRAM} did not answer within two minutes") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it says nothing"
