"""Graphs of numbers, as shapes any pen can draw: the width is given, the height follows."""
