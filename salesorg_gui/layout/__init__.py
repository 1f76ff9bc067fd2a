"""Where things go: the board and the reporting tree, as pure geometry."""
