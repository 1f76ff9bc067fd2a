"""Numbers as files for other programs have them."""

DIGITS = 6


def rounded(amount: float) -> float:
    """Six digits after the point, and none where there is nothing to say."""
    found = round(amount, DIGITS)
    return int(found) if float(found).is_integer() else found
