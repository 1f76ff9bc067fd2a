"""The panel of what a company says about itself: questions in groups, answers that can be taken back."""
