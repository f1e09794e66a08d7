"""From files to documents: reading, cutting into clauses, cross-references."""
