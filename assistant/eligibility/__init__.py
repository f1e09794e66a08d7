"""Eligibility: the programme's rules as code, decided over facts, with a trace.

Example:
    >>> from datetime import date
    >>> from assistant.parameters import load_parameters
    >>> from assistant.registry import Registry
    >>> registry = Registry.load()
    >>> facts = Facts(as_of=date(2025, 6, 1), county=registry.division("桃江县"), cluster_count=2)
    >>> evaluate(with_registry(facts, registry), load_parameters(), ["quota"])[0].verdict
    'conditional'
"""

from assistant.eligibility.engine import TOPICS, RegisteredRule, all_rules, evaluate, rule
from assistant.eligibility.facts import FACT_TITLES, Facts, with_registry
from assistant.eligibility.outcome import Citation, Conclusion, Outcome, Read, Sentence

__all__ = [
    "FACT_TITLES",
    "TOPICS",
    "Citation",
    "Conclusion",
    "Facts",
    "Outcome",
    "Read",
    "RegisteredRule",
    "Sentence",
    "all_rules",
    "evaluate",
    "rule",
    "with_registry",
]
