"""How the corpus is found: parsed into clauses, embedded, stored and searched."""
