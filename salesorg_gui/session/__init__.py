"""The open document: one door in, one door out, what is selected, and what the rules found."""
