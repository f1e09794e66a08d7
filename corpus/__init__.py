"""What the assistant knows: documents, lists, forms and dated parameters. Data, no code."""
