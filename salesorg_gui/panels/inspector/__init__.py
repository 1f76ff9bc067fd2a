"""The panel that edits everything of what is selected. Every change of a field is one edit of the session."""
