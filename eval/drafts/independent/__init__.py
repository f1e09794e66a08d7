"""An independent set of complete and damaged draft reports that tests the checker from outside.

Tables are laid out here from the text of the two forms of 2023 (report-2023), not from the product's description
of them, so that a slip in that description shows. `python -m eval.drafts.independent --help` tells the commands.
"""
