"""The conversation of the page: turns, what is kept of them, what is made of them."""
