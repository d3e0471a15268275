"""The configurable values of the rules: conventions, each with its default and its meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from certfolio.model.message import Message, say, word


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value that content/portal.yaml may set below `thresholds:`, and what it means."""

    default: int
    unit: Message
    meaning: Message


THRESHOLDS: Mapping[str, Threshold] = MappingProxyType(
    {
        "context_review_months": Threshold(
            12,
            word("unit", "months"),
            say("context issues and interested parties are reviewed at least so often"),
        ),
        "review_overdue_days": Threshold(
            180,
            word("unit", "days"),
            say("a document overdue for review by more is a major matter"),
        ),
        "approver_differs": Threshold(
            1, word("unit", "0 or 1"), say("whether the approver must not be the author")
        ),
        "training_lead_days": Threshold(
            90,
            word("unit", "days"),
            say("training in a new version counts so long before it takes effect"),
        ),
        "risk_review_months": Threshold(
            12, word("unit", "months"), say("risks are reviewed at least so often")
        ),
        "awareness_share": Threshold(
            90,
            word("unit", "of 100"),
            say("share of the people in scope that an awareness session must reach"),
        ),
        "clauses_per_item": Threshold(
            8,
            word("unit", "clauses"),
            say("an item that supports more is no sufficient support alone"),
        ),
        "clauses_per_reason": Threshold(
            3,
            word("unit", "clauses"),
            say("the same reason behind more clauses was pasted, not thought"),
        ),
        "acceptor_differs": Threshold(
            1,
            word("unit", "0 or 1"),
            say("whether evidence must be accepted by someone else than its collector"),
        ),
        "cooling_off_months": Threshold(
            12,
            word("unit", "months"),
            say("an auditor who left a process does not audit it for so long"),
        ),
        "report_days": Threshold(
            30, word("unit", "days"), say("an audit is reported within so many days")
        ),
        "verifier_differs": Threshold(
            1,
            word("unit", "0 or 1"),
            say("whether the verifier must not be the owner of the action"),
        ),
        "action_overdue_days": Threshold(
            30, word("unit", "days"), say("a corrective action overdue by more is a major matter")
        ),
        "repeated_minors": Threshold(
            3,
            word("unit", "findings"),
            say("so many minors on one clause suggest a systemic failure"),
        ),
        "quiet_months": Threshold(
            12,
            word("unit", "months"),
            say("a period without any nonconformity that makes auditors ask"),
        ),
        "review_months": Threshold(
            12, word("unit", "months"), say("longest time between management reviews")
        ),
        "evaluation_months": Threshold(
            12, word("unit", "months"), say("longest time between evaluations of legal compliance")
        ),
        "exercise_months": Threshold(
            12, word("unit", "months"), say("longest time between emergency exercises")
        ),
        "stage_months": Threshold(
            6,
            word("unit", "months"),
            say("longest time from stage 1 to stage 2 that the body accepts"),
        ),
        "operating_months": Threshold(
            3, word("unit", "months"), say("operating records span at least so long before stage 2")
        ),
        "response_months": Threshold(
            6, word("unit", "months"), say("a major from stage 2 is verified within so many months")
        ),
        "response_warning_days": Threshold(
            60, word("unit", "days"), say("warning before that time is over")
        ),
        "recertification_warning_days": Threshold(
            120,
            word("unit", "days"),
            say("recertification starts so long before the certificate ends"),
        ),
        "long_text": Threshold(
            6000,
            word("unit", "characters"),
            say("a single field longer than this may hold text of the standard"),
        ),
        "clustered_approvals": Threshold(
            5, word("unit", "documents"), say("fewer approvals than these show no pattern")
        ),
        "evidence_lag_days": Threshold(
            45,
            word("unit", "days"),
            say("evidence is made within so long after the period it speaks about"),
        ),
        "consultancy_months": Threshold(
            24,
            word("unit", "months"),
            say("the body must not have advised or audited internally for so long"),
        ),
    }
)
