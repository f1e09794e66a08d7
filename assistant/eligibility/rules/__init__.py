"""One module per topic; each registers its rules when imported."""
