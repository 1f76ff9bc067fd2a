"""The documents of a seat as content: what each says, for whoever sets it."""
