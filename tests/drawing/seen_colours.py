"""How colours are seen: contrast, and how far apart two are to an eye, also to one that is blind to some."""

type Vector = tuple[float, float, float]
type Matrix = tuple[Vector, Vector, Vector]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
CVD: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str, kind: str) -> float:
    """How far apart an eye of that kind sees two colours: OKLab, times 100."""
    pairs = zip(_oklab(one, kind), _oklab(other, kind), strict=True)
    return float(100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _linear(colour: str) -> Vector:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _times(matrix: Matrix, vector: Vector) -> Vector:
    one, two, three = (sum(x * y for x, y in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _oklab(colour: str, kind: str) -> Vector:
    red, green, blue = (min(1.0, max(0.0, part)) for part in _times(CVD[kind], _linear(colour)))
    long, middle, short = (part ** (1 / 3) for part in _times(LMS, (red, green, blue)))
    return _times(LAB, (long, middle, short))
