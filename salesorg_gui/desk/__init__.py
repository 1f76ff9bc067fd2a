"""The machine the program runs on: its folders, settings, log and what happens when something breaks."""
