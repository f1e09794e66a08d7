"""Reports: the result object and its renderings."""
