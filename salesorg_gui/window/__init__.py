"""The window: its frame, its actions, its dialogs, and the commands that reach the machine."""
