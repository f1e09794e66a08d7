"""Composing answers in which every factual sentence carries its citation."""
