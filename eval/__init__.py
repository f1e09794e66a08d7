"""How good the product is: question sets, draft sets and the harness that measures them."""
