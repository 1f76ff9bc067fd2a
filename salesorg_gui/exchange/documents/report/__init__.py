"""The report of a workshop: everything that was drawn, found and agreed, as one document with contents and index."""
