"""Placeholder until conditions are described."""

from __future__ import annotations


def score_draft(draft):
    return (), 0.0
