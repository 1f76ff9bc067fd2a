"""Elements of a DOCX file: what python-docx has no call for. Names beginning with ``w`` are those of the format."""

from docx.oxml import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
LEGAL_CONTROLS = "\t\n"
REPLACEMENT = "\ufffd"


def legal(text: str) -> str:
    """The text without signs no XML may hold; each stands as a replacement sign, so that nobody overlooks it.

    Lines end as XML has it: the library would make a break of each sign where two end a line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter if _is_legal(letter) else REPLACEMENT for letter in text)


def _is_legal(letter: str) -> bool:
    if letter < " ":
        return letter in LEGAL_CONTROLS
    return not ("\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff")


def element(name: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """An element such as ``element("w:p")``; ``w_val`` is the attribute ``w:val``."""
    found = parse_xml(f"<{name} {_DECLARED}/>")
    for attribute, value in attributes.items():
        prefix, _, local = attribute.partition("_")
        found.set(f"{{{SPACES[prefix]}}}{local}", legal(value))
    for child in children:
        found.append(child)
    return found


def text_of(words: str) -> BaseOxmlElement:
    """A run of words."""
    text = element("w:t")
    text.text = legal(words)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", text)


def styled(run: BaseOxmlElement, style: str) -> BaseOxmlElement:
    """A run in a character style, by its id."""
    run.insert(0, element("w:rPr", element("w:rStyle", w_val=style)))
    return run


def element_of(paragraph: Paragraph) -> CT_P:
    """The element of a paragraph."""
    found = paragraph.paragraph_format.element
    assert isinstance(found, CT_P)
    return found


def dressed(paragraph: Paragraph, style: str) -> CT_P:
    """The element of a paragraph in a style, by its name; ids are names without spaces.

    Asking the library by name searches all styles each time, which is most of the time a long file takes.
    """
    found = element_of(paragraph)
    found.style = style.replace(" ", "")
    return found


def field(code: str) -> list[BaseOxmlElement]:
    """A field that programs fill in, such as ``PAGE``; ``1`` until they do."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    marks = [element("w:r", element("w:fldChar", w_fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [marks[0], element("w:r", instruction), marks[1], text_of("1"), marks[2]]
