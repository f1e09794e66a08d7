"""Readers: from a file to `assistant.checker.source.Source`, one module per format."""
