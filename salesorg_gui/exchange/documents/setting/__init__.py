"""How documents of a seat are set on paper: from their content to pages, with fields where something is filled in."""
