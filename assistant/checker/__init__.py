"""The checker (报告检查): reads a draft report, applies the rules, scores it against 第六条 and reports."""
