"""A language model that words what has been decided, and the gate its sentences pass."""
