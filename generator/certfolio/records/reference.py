"""Which record types a reference may point to, written beside the field that holds it."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text field as the id of another record; an empty `types` allows every type."""

    types: tuple[str, ...] = ()


ActionId = Annotated[str, Reference(("action",))]
ActionOrMoreId = Annotated[str, Reference(("action", "training-session"))]
AnyId = Annotated[str, Reference()]
AuditId = Annotated[str, Reference(("audit", "certification-audit"))]
AuditProgrammeId = Annotated[str, Reference(("audit-programme",))]
CertificationAuditId = Annotated[str, Reference(("certification-audit",))]
CorrectiveActionId = Annotated[str, Reference(("corrective-action",))]
DocumentId = Annotated[str, Reference(("document", "policy"))]
EvidenceId = Annotated[str, Reference(("evidence",))]
FindingId = Annotated[str, Reference(("finding",))]
InternalAuditId = Annotated[str, Reference(("audit",))]
LegalRequirementId = Annotated[str, Reference(("legal-requirement",))]
ManagementReviewId = Annotated[str, Reference(("management-review",))]
PersonId = Annotated[str, Reference(("person",))]
PersonOrRoleId = Annotated[str, Reference(("person", "role"))]
PolicyId = Annotated[str, Reference(("policy",))]
ProcessId = Annotated[str, Reference(("process",))]
RiskId = Annotated[str, Reference(("risk",))]
RoleId = Annotated[str, Reference(("role",))]
ScopeStatementId = Annotated[str, Reference(("scope-statement",))]
SiteId = Annotated[str, Reference(("site",))]
SupplierId = Annotated[str, Reference(("supplier",))]
