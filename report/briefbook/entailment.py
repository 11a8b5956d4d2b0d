"""A second opinion: a model of natural-language inference that the user brings, run on this machine.

A folder holds `model.onnx` (inputs `input_ids` and `attention_mask`, output logits of three classes),
`tokenizer.json` of the `tokenizers` library, and `config.json` with `id2label`, as exporters of such models
write them. Nothing is downloaded. What it finds is a warning and never more, and the manifest names the model.

    with asking(read_model(Path("nli"))):
        check(resolve(briefing))
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Protocol

from briefbook.errors import Unreadable, WrongUse
from briefbook.frozen import dataclass

CLASSES = ("contradiction", "entailment", "neutral")
_LONGEST = 512
"""Tokens of premise and hypothesis together; what is longer is cut at the premise's end."""


class Entailment(Protocol):
    """What tells whether one text follows from another."""

    @property
    def sha256(self) -> str:
        """Of all of its files: whoever has the same ones gets the same answers."""

    def rate(self, premise: str, hypothesis: str) -> dict[str, float]:
        """Return the probability of each of `CLASSES`."""


_ASKED: ContextVar[Entailment | None] = ContextVar("entailment", default=None)


def second_opinion() -> Entailment | None:
    """Return the model that is asked; None where none is."""
    return _ASKED.get()


@contextmanager
def asking(model: Entailment | None) -> Iterator[None]:
    """Ask a model for a second opinion while the checks run."""
    token = _ASKED.set(model)
    try:
        yield
    finally:
        _ASKED.reset(token)


@dataclass(frozen=True)
class OnnxModel:
    """A model of a folder, opened."""

    sha256: str
    session: Any
    tokenizer: Any
    labels: tuple[str, ...]
    """The class of each logit."""

    def rate(self, premise: str, hypothesis: str) -> dict[str, float]:
        """Return the probability of each class: the softmax of the logits."""
        import numpy as np

        encoded = self.tokenizer.encode(premise, hypothesis)
        given = {
            "input_ids": encoded.ids, "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }  # fmt: skip
        wanted = {entry.name for entry in self.session.get_inputs()}
        inputs = {k: np.array([v], dtype=np.int64) for k, v in given.items() if k in wanted}
        logits = self.session.run(None, inputs)[0][0].astype(np.float64)
        shares = np.exp(logits - logits.max())
        return dict(zip(self.labels, (shares / shares.sum()).tolist(), strict=True))


def read_model(folder: Path) -> OnnxModel:
    """Return the model of a folder; raises WrongUse without the libraries, Unreadable for what is no model."""
    try:
        import onnxruntime
        import tokenizers
    except ImportError:
        hint = "install what it needs: pip install onnxruntime tokenizers"
        raise WrongUse("--entail needs onnxruntime and tokenizers", hint=hint) from None
    names = ("config.json", "model.onnx", "tokenizer.json")
    for name in names:
        if not (folder / name).is_file():
            raise Unreadable(
                f"{folder}: there is no {name}", hint=f"a model needs {', '.join(names)}"
            )
    digest = hashlib.sha256()
    for name in names:
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(_LONGEST, strategy="only_first")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the same sums in the same order everywhere
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        labels = _labels(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    except Exception as error:  # noqa: BLE001  the libraries raise many kinds, and none is ours
        raise Unreadable(f"{folder}: this is no model that can be asked: {error}") from None
    return OnnxModel(digest.hexdigest(), session, tokenizer, labels)


def _labels(config: dict[str, Any]) -> tuple[str, ...]:
    by_number = {int(number): str(label).lower() for number, label in config["id2label"].items()}
    labels = tuple(by_number[number] for number in range(len(by_number)))
    if tuple(sorted(labels)) != CLASSES:
        message = f"id2label of config.json names {', '.join(labels)}, not {', '.join(CLASSES)}"
        raise ValueError(message)
    return labels
