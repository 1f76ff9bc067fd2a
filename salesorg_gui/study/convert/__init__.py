"""The same people in another structure: a template filled with those whose stages fit, as a second chart."""
