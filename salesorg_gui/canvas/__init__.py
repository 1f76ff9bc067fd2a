"""The chart on the screen: the picture of it, the view that paints it, and what a hand can do to it."""
