"""What is wrong with a file, said place by place."""

from dataclasses import field
from typing import Any, override

from salesorg_gui.i18n import _
from salesorg_gui.values import dataclass

LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person has to put right. ``place`` is empty when the file as a whole is meant."""

    place: str
    sentence: str

    @override
    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class BrokenFile(Exception):
    """The file cannot be opened; ``problems`` are all the reasons, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(slots=True)
class Spot:
    """Where in the file reading stands. Its name is put together only when there is something to tell."""

    problems: list[Problem] = field(default_factory=list)
    above: "Spot | None" = None
    label: str = ""
    content: Any = None

    def step(self, label: str, content: Any = None) -> "Spot":
        """One level further in; ``content`` is what stands there."""
        return Spot(self.problems, self, label, content)

    @property
    def path(self) -> tuple[str, ...]:
        """The names of all levels from the outermost."""
        if self.above is None:
            return ()
        return (*self.above.path, named(self.label, self.content))

    def report(self, label: str, sentence: str) -> None:
        """Note a problem of what stands under ``label`` here."""
        self.problems.append(Problem(" · ".join((*self.path, label) if label else self.path), sentence))

    def report_unfit(self, label: str, expected: str, found: Any) -> None:
        """Note that something else was expected here."""
        sentence = _("expected {expected}, found {found}")
        self.report(label, sentence.format(expected=expected, found=described(found)))


def named(label: str, content: Any) -> str:
    """The label of a record, with its id where it has one: ``seats[3] "s3"``."""
    name = content.get("id") if isinstance(content, dict) else None
    return f"{label} {quoted(name)}" if isinstance(name, str) else label


def described(value: Any) -> str:
    """A JSON value as a sentence can name it."""
    match value:
        case None:
            return _("nothing")
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case list():
            return _("a list")
        case dict():
            return _("an object")
        case _:
            return shortened(str(value))


def quoted(text: str) -> str:
    """Text between quotes, cut when it is long, without line breaks and signs that cannot be shown."""
    return f'"{shortened(printable(text))}"'


def printable(text: str) -> str:
    """The text with a question mark for every sign that would break a line or cannot be shown."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def shortened(text: str) -> str:
    """At most so much of a text that a sentence stays readable."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
