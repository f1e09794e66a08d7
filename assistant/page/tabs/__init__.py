"""The page's tabs: each lays out its parts and says what happens on a click."""
