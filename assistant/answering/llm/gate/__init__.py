"""The gate: what a language model wrote is shown only where the evidence and the decided answer bear it."""
