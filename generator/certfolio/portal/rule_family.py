"""What the families of readiness rules are called; a rule's id holds only the short form."""

from collections.abc import Mapping
from types import MappingProxyType

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "SCP": "Scope, context and sites",
        "EDN": "Editions of standards",
        "LDR": "Leadership and policies",
        "DOC": "Documented information",
        "PRC": "Processes",
        "RSK": "Risks and changes",
        "OBJ": "Objectives",
        "TRN": "Competence and awareness",
        "TRC": "From clauses to proof",
        "EVD": "Evidence",
        "SOA": "Statement of applicability",
        "AUD": "Internal audit",
        "NCR": "Nonconformities and corrective actions",
        "MRV": "Management review",
        "GAP": "Gap analysis",
        "LEG": "Legal requirements",
        "SUP": "Suppliers",
        "TEL": "Telling signs",
        "EMG": "Emergencies and continuity",
        "STG": "Certification stages",
        "SIT": "Several sites",
        "INT": "Integrity of the records",
        "WVR": "Waivers",
    }
)


def family_name(code: str) -> str:
    """Return the words for a family; one that has none yet is called by its code."""
    return FAMILIES.get(code, code)
