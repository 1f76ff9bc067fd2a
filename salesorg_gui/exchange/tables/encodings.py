"""Which letters the bytes of a text file mean.

A ladder of certainties: byte order mark, UTF-16 without one (every other byte is zero), strict UTF-8, and only then
the two one-byte sets that spreadsheets of Western Europe write. Those two are told apart by the letters outside
ASCII: each set has its å, ä, ö, æ, ø, é and ü on other bytes, and inside words there is nearly always one of them.
"""

import codecs
import re

from salesorg_gui.exchange.tables.table import TableRefused
from salesorg_gui.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS, _MACINTOSH = "cp1252", "mac_roman"
# Left out of the second are letters that stand where the first has apostrophe, dash, dots or euro sign (O’Brien).
_LETTERS = {_WINDOWS: "åäöæøéüÅÄÖÆØÉÜßèáíóúñç", _MACINTOSH: "åäöæøéüÅÆØÜßèáç"}
_SAMPLE = 200_000


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding, as Python calls it."""
    encoding = _encoding_of(content)
    errors = "replace" if encoding in {_WINDOWS, _MACINTOSH} else "strict"
    try:
        return content.decode(encoding, errors), encoding
    except UnicodeDecodeError:
        raise TableRefused(_("The letters of this file cannot be read. Save it as CSV in UTF-8.")) from None


def _encoding_of(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if b"\0" in content[:_SAMPLE]:
        return _wide_encoding_of(content[:_SAMPLE])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow_encoding_of(content)
    return "utf-8"


def _wide_encoding_of(sample: bytes) -> str:
    """UTF-16 without a mark: in Western text one byte of each pair is zero nearly throughout."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) * 0.7 or min(even, odd) * 20 > max(even, odd):
        raise TableRefused(_("This is not a text file. Save the table as .csv or .xlsx."))
    return "utf-16-be" if even > odd else "utf-16-le"


def _narrow_encoding_of(content: bytes) -> str:
    """Windows or Macintosh, by which of the two makes more words of Western letters; line ends decide a draw.

    Only the Macintosh of old ends lines with a bare carriage return, and its spreadsheets still do in this set.
    """
    sample = content[:_SAMPLE]
    windows, macintosh = _words(sample, _WINDOWS), _words(sample, _MACINTOSH)
    if windows == macintosh:
        return _MACINTOSH if b"\r" in sample and b"\n" not in sample else _WINDOWS
    return _MACINTOSH if macintosh > windows else _WINDOWS


def _words(sample: bytes, encoding: str) -> int:
    """How many Western letters stand next to an ASCII letter if the bytes are read so."""
    letters = re.escape(_LETTERS[encoding].encode(encoding))
    beside = rb"(?<=[A-Za-z])[%b]|[%b](?=[A-Za-z])" % (letters, letters)
    return len(re.findall(beside, sample))
