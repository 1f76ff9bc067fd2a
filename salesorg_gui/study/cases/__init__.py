"""Customer cases: made-up customers walk a chart, from their way in to whoever keeps them."""
