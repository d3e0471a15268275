"""The gates of certification: which rules count for which, as data, and what they answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count, word
from certfolio.model.verdict import Severity

_STAGE_1 = ("SCP", "EDN", "LDR", "DOC", "SOA", "RR-AUD-01", "INT")
_STAGE_2 = (*_STAGE_1, "TRC", "AUD", "NCR", "MRV", "STG", "SIT")
_SURVEILLANCE = ("SCP", "EDN", "LDR", "DOC", "SOA", "INT", "TRC", "AUD", "NCR", "MRV", "LEG", "SIT")


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate, and the families (or single rules) that count for it."""

    name: str
    title: Message
    counts: tuple[str, ...]

    def holds(self, rule: str) -> bool:
        """Whether a rule counts for the gate."""
        return rule in self.counts or rule.split("-")[1] in self.counts


GATES: tuple[Gate, ...] = (
    Gate("stage-1", word("gate", "Stage 1"), _STAGE_1),
    Gate("stage-2", word("gate", "Stage 2"), _STAGE_2),
    Gate(
        "surveillance",
        word("gate", "Surveillance"),
        (*_SURVEILLANCE, "RR-STG-06", "RR-STG-07"),
    ),
)


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """What the rules of a gate say: everything open in it, the gravest first."""

    gate: Gate
    open: tuple[ReadinessFinding, ...]

    @property
    def blockers(self) -> tuple[ReadinessFinding, ...]:
        return self.at_least(Severity.BLOCKER)

    def at_least(self, severity: Severity) -> tuple[ReadinessFinding, ...]:
        """Return what is open and as grave as this or graver."""
        return tuple(finding for finding in self.open if finding.severity.rank <= severity.rank)

    @property
    def sentence(self) -> Message:
        """Say it in words that claim no more than the rules can know."""
        number = len(self.blockers)
        if number == 0:
            return say("No blocker found by these rules.")
        return say_count(
            "{number} blocker found by these rules.",
            "{number} blockers found by these rules.",
            number,
        )


def answer(gate: Gate, findings: Iterable[ReadinessFinding]) -> GateAnswer:
    """Return what the findings mean for a gate."""
    counting = [finding for finding in findings if finding.is_open and gate.holds(finding.rule)]
    return GateAnswer(gate, tuple(sorted(counting, key=gravest_first)))


def gravest_first(finding: ReadinessFinding) -> tuple[int, str, str]:
    """Order findings by severity, then by rule and subject."""
    return finding.severity.rank, finding.rule, finding.subject
