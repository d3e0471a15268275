"""What the families of readiness rules are called; a rule's id holds only the short form."""

from collections.abc import Mapping
from types import MappingProxyType

from certfolio.model.message import Message, word

FAMILIES: Mapping[str, Message] = MappingProxyType(
    {
        "SCP": word("family", "Scope, context and sites"),
        "EDN": word("family", "Editions of standards"),
        "LDR": word("family", "Leadership and policies"),
        "DOC": word("family", "Documented information"),
        "PRC": word("family", "Processes"),
        "RSK": word("family", "Risks and changes"),
        "OBJ": word("family", "Objectives"),
        "TRN": word("family", "Competence and awareness"),
        "TRC": word("family", "From clauses to proof"),
        "EVD": word("family", "Evidence"),
        "SOA": word("family", "Statement of applicability"),
        "AUD": word("family", "Internal audit"),
        "NCR": word("family", "Nonconformities and corrective actions"),
        "MRV": word("family", "Management review"),
        "GAP": word("family", "Gap analysis"),
        "LEG": word("family", "Legal requirements"),
        "SUP": word("family", "Suppliers"),
        "TEL": word("family", "Telling signs"),
        "EMG": word("family", "Emergencies and continuity"),
        "STG": word("family", "Certification stages"),
        "SIT": word("family", "Several sites"),
        "INT": word("family", "Integrity of the records"),
        "WVR": word("family", "Waivers"),
    }
)


def family_name(code: str) -> Message:
    """Return the words for a family; one that has none yet is called by its code."""
    return FAMILIES.get(code) or word("family", code)
