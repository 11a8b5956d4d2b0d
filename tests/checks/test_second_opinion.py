"""A model of entailment is asked for a second opinion: warnings, named as what they are, and nothing without it.

The model of these tests is made here: it sees a contradiction wherever the word “not” stands.
"""

import json
import struct
from pathlib import Path

import pytest

from briefbook.checks import check, findings
from briefbook.entailment import asking, read_model, second_opinion
from briefbook.errors import Severity, Unreadable
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE

tokenizers = pytest.importorskip("tokenizers", reason="needs the extra briefbook[entail]")
pytest.importorskip("onnxruntime", reason="needs the extra briefbook[entail]")

WORDS = {"[UNK]": 0, "not": 1}


def _field(number: int, value: bytes | int | str) -> bytes:
    """Return a field of a protocol buffer: an integer, or bytes with their length."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _tensor(name: str, kind: int, dims: list[int], data: bytes) -> bytes:
    shape = b"".join(_field(1, dim) for dim in dims)
    return shape + _field(2, kind) + _field(8, name) + _field(9, data)


def _node(operator: str, inputs: list[str], output: str, attributes: bytes = b"") -> bytes:
    named = b"".join(_field(1, name) for name in inputs)
    return named + _field(2, output) + _field(4, operator) + attributes


def _integer(name: str, value: int) -> bytes:
    return _field(5, _field(1, name) + _field(3, value) + _field(20, 2))


def _value(name: str, kind: int, dims: list[str | int]) -> bytes:
    shape = b"".join(_field(1, _field(2, d) if isinstance(d, str) else _field(1, d)) for d in dims)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def onnx() -> bytes:
    """Return a model: logits are (10, 0, -10) × (“not” is there) + (-5, 0, 5)."""
    int64, float32 = 7, 1
    constants = (
        _tensor("word", int64, [1], struct.pack("<q", WORDS["not"])),
        _tensor("weights", float32, [1, 3], struct.pack("<3f", 10, 0, -10)),
        _tensor("bias", float32, [1, 3], struct.pack("<3f", -5, 0, 5)),
        _tensor("axes", int64, [1], struct.pack("<q", 1)),
    )
    nodes = (
        _node("Equal", ["input_ids", "word"], "is_word"),
        _node("Cast", ["is_word"], "as_number", _integer("to", float32)),
        _node("ReduceMax", ["as_number", "axes"], "has_word", _integer("keepdims", 1)),
        _node("MatMul", ["has_word", "weights"], "weighted"),
        _node("Add", ["weighted", "bias"], "logits"),
    )
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "tiny")
    graph += b"".join(_field(5, constant) for constant in constants)
    graph += _field(11, _value("input_ids", int64, [1, "n"])) + _field(
        12, _value("logits", float32, [1, 3])
    )
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 18))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.onnx").write_bytes(onnx())
    labels = {"0": "contradiction", "1": "neutral", "2": "entailment"}
    (tmp_path / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    words = tokenizers.models.WordLevel(WORDS, unk_token="[UNK]")
    tokenizer = tokenizers.Tokenizer(words)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def test_the_model_tells_a_contradiction_from_what_follows(folder):
    model = read_model(folder)
    against = model.rate("The bridge opened.", "The bridge did not open.")
    assert max(against, key=lambda name: against[name]) == "contradiction"
    for_ = model.rate("The bridge opened.", "The bridge was opened.")
    assert max(for_, key=lambda name: for_[name]) == "entailment"
    assert sum(for_.values()) == pytest.approx(1)


def test_a_contradiction_is_a_warning_of_its_own_name(folder):
    briefing = read_briefing(EXAMPLE)
    with asking(read_model(folder)):
        found = [p for p in findings(resolve(briefing)) if p.rule == "second-opinion"]
        told = {p.statement for p in found if p.severity is Severity.WARNING}
    texts = {str(claim.id): str(claim.text) for claim in briefing.claims}
    assert all(p.severity is not Severity.ERROR for p in found)
    assert {id_ for id_ in told if id_ in texts} == {
        id_ for id_, text in texts.items() if " not " in text
    }


def test_without_a_model_nobody_is_asked():
    assert second_opinion() is None
    assert "second-opinion" not in {p.rule for p in check(resolve(read_briefing(EXAMPLE)))}


@pytest.mark.parametrize("name", ["config.json", "model.onnx", "tokenizer.json"])
def test_what_is_no_model_is_refused_by_name(folder, name):
    (folder / name).write_text("{}", encoding="utf-8")
    with pytest.raises(Unreadable):
        read_model(folder)
    (folder / name).unlink()
    with pytest.raises(Unreadable, match=name):
        read_model(folder)
