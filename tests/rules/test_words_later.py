"""The words of a finding are made when somebody looks at them, and are those they would have been at once."""

from typing import Protocol

import pytest

from salesorg_gui import i18n
from salesorg_gui.catalogue.rule_texts import RuleText
from salesorg_gui.domain.chart import Chart
from salesorg_gui.rules.finding import Finding, Said
from tests.rules.builders import chart, found, handoff, one, seat

SLOW = "handoff-sla-slow"
NO_WAY_BACK = "handoff-no-return-path"


class Told(Protocol):
    """The texts that were put into words so far."""

    def __call__(self) -> list[str]: ...


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    texts: list[str] = []
    tell = RuleText.text

    def noted(self: RuleText, part: str, variant: str, words: dict[str, str]) -> str:
        texts.append(part)
        return tell(self, part, variant, words)

    monkeypatch.setattr(RuleText, "text", noted)
    return lambda: list(texts)


def slow(hours: float = 48, holder: str = "Ada") -> Chart:
    team = [seat("inb", role="inbound_sdr"), seat("ae", names=[holder])]
    return chart(team, handoffs=[handoff("inb > ae: qualified_lead", hours=hours)])


def test_nothing_is_put_into_words_until_somebody_looks(told: Told) -> None:
    findings = found(SLOW, slow())
    assert findings
    assert told() == []


def test_words_are_made_once(told: Told) -> None:
    finding = one(SLOW, slow())
    assert finding.message == finding.message
    assert finding.fix
    assert told() == ["message", "fix"]


def test_findings_are_the_same_when_they_say_the_same() -> None:
    assert one(SLOW, slow()) == one(SLOW, slow())
    assert hash(one(SLOW, slow())) == hash(one(SLOW, slow()))


def test_findings_differ_when_they_tell_other_numbers() -> None:
    assert one(SLOW, slow()) != one(SLOW, slow(hours=72))


def test_findings_differ_when_somebody_is_called_otherwise() -> None:
    assert one(NO_WAY_BACK, slow(holder="Ada")) != one(NO_WAY_BACK, slow(holder="Bo"))


def test_words_that_stand_say_the_same_as_words_made_later() -> None:
    finding = one(SLOW, slow())
    standing = Said(finding.message, finding.fix, finding.figures)
    assert finding == finding._replace(said=standing)
    assert repr(finding.said) == repr(standing)


def test_numbers_read_as_in_the_language_in_which_they_were_found() -> None:
    with i18n.speaking("nb"):
        finding: Finding = one(SLOW, slow(48.5))
    assert "48,5" in finding.message
