"""The sales organisation as plain values, and the edits that turn one into the next."""
