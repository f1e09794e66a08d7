"""What the web page needs beyond layout: HTML of answers, clauses and reports, drafts, serving."""
