"""Texts given to a language model, one file each, versioned; answers need none."""
