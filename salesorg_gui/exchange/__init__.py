"""Other people's formats: tables in, documents out."""
