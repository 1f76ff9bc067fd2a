"""What stands round the canvas: the palette, the inspector, the findings, and the controls they are made of."""
