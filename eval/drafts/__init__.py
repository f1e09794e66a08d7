"""Generator of filled-in reports, and of mutations that each put one known defect into them."""
