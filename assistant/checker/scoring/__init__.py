"""Scores a draft against the six conditions of 第六条: the evidence in the draft, not the cluster."""

from __future__ import annotations

from assistant.checker.scoring.score import score_draft
from assistant.checker.scoring.table import Band, ScoreRow, ScoreTable, band_of, score_table

__all__ = ["Band", "ScoreRow", "ScoreTable", "band_of", "score_draft", "score_table"]
