"""The seven steps to a certificate, each with the rules that make up its exit test."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity, Verdict
from certfolio.readiness.gate import gravest_first


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its number, what it is called, the families or single rules of its exit test."""

    number: int
    title: Message
    counts: tuple[str, ...]

    def holds(self, rule: str) -> bool:
        """Whether a rule belongs to the exit test of this step."""
        return rule in self.counts or rule.split("-")[1] in self.counts


STEPS: tuple[Step, ...] = (
    Step(1, word("step", "Gap analysis"), ("GAP", "EDN", "SCP")),
    Step(2, word("step", "Awareness and training"), ("TRN",)),
    Step(3, word("step", "Processes, policies, procedures"), ("PRC", "DOC", "LDR", "SOA")),
    Step(
        4,
        word("step", "Implementation"),
        ("TRC", "EVD", "OBJ", "RSK", "LEG", "SUP", "EMG", "TEL"),
    ),
    Step(5, word("step", "Internal audit"), ("AUD", "NCR")),
    Step(6, word("step", "Management review"), ("MRV",)),
    Step(7, word("step", "Certification audit"), ("STG", "SIT", "INT", "WVR")),
)


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """Where a step stands by its exit test: what is open, gravest first, and how much was met."""

    step: Step
    open: tuple[ReadinessFinding, ...]
    waived: tuple[ReadinessFinding, ...]
    not_assessed: tuple[ReadinessFinding, ...]
    met: int

    @property
    def sentence(self) -> Message:
        """Say what is left in counts, never as a share."""
        if not self.open:
            return say("Nothing open by these rules.")
        counts: dict[Severity, int] = {}
        for finding in self.open:
            counts[finding.severity] = counts.get(finding.severity, 0) + 1
        amounts = [_amount(severity, number) for severity, number in counts.items()]
        return say("Open: {amounts}.", amounts=Listing(amounts, ", "))


def _amount(severity: Severity, number: int) -> Message:
    return say("{number} {severity}", number=number, severity=word("state", severity.value))


def storyboard(findings: Iterable[ReadinessFinding]) -> tuple[StepAnswer, ...]:
    """Return where each of the seven steps stands."""
    told = tuple(findings)
    return tuple(_answer(step, told) for step in STEPS)


def step_of(rule: str) -> Step:
    """Return the step whose exit test a rule belongs to."""
    return next(step for step in STEPS if step.holds(rule))


def _answer(step: Step, findings: tuple[ReadinessFinding, ...]) -> StepAnswer:
    own = [finding for finding in findings if step.holds(finding.rule)]
    return StepAnswer(
        step=step,
        open=tuple(sorted((f for f in own if f.is_open), key=gravest_first)),
        waived=tuple(sorted((f for f in own if f.waived), key=gravest_first)),
        not_assessed=tuple(f for f in own if f.verdict is Verdict.NOT_ASSESSED),
        met=sum(f.verdict is Verdict.MET for f in own),
    )
