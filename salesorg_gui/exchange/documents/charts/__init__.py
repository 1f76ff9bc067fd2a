"""Charts on paper: on one page, as a poster in tiles, and as a book."""
