"""Every readiness rule, family by family: one module and one row each."""

from certfolio.readiness.rule import Rule
from certfolio.readiness.rules import rr_doc_04, rr_wvr_01

RULES: tuple[Rule, ...] = (
    rr_doc_04.RULE,
    rr_wvr_01.RULE,
)
