"""The catalogue of rules: name, severity, what each holds, and an example that fails and one that passes."""

from __future__ import annotations

import tomllib
from dataclasses import field
from functools import cache
from importlib.resources import files
from typing import Any

from briefbook.frozen import dataclass


@dataclass(frozen=True)
class Example:
    """A statement with its quote, or a change of the example's model."""

    text: str = ""
    quote: str = ""
    kind: str = "reported"
    voice: str = ""
    computed: dict[str, str] = field(default_factory=dict)
    replace: str = ""
    """Words of the example's briefing.yaml …"""
    by: str = ""
    """… and what stands there instead."""


@dataclass(frozen=True)
class Rule:
    """A rule of `check` or `verify`."""

    id: str
    group: str
    severity: str
    """`error`, `warning`, `both`, or `review`: a reason for a look, which only `briefbook review` tells."""
    holds: str
    """What is true where the rule is silent."""
    says: str
    """A message of it."""
    answer: str
    """What an author does then."""
    was: str = ""
    """The name that it had before format 2."""
    fails: Example | None = None
    passes: Example | None = None
    english: bool = False
    """Whether it reads prose, and so means something in English alone."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule in the order of the documentation."""
    text = files("briefbook.checks").joinpath("rules.toml").read_text(encoding="utf-8")
    return tuple(map(_rule, tomllib.loads(text)["rule"]))


def _rule(entry: dict[str, Any]) -> Rule:
    examples: dict[str, Any] = {
        key: Example(**entry.pop(key)) for key in ("fails", "passes") if key in entry
    }
    return Rule(**entry, **examples)


def former_name(rule: str) -> str:
    """Return the name that a rule had before, for those who filter by it; empty for none."""
    return _former().get(rule, "")


@cache
def rules_of_english() -> frozenset[str]:
    """Return the names of the rules that read prose, which is English to them."""
    return frozenset(rule.id for rule in rules() if rule.english)


@cache
def _former() -> dict[str, str]:
    return {rule.id: rule.was for rule in rules() if rule.was}
