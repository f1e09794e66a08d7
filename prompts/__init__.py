"""Texts given to a language model, one file each; answers need none."""
