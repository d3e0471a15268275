"""What content/portal.yaml means where it does not say it."""

import json
from pathlib import Path
from typing import Any

import pytest

from certfolio.intake.settings import load_settings
from certfolio.records.portal_settings import PortalSettings
from made import schemas
from workspaces import example

PREPARING = ("gap-item", "waiver", "readiness", "draft")


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ({"ceiling": "confidential"}, PREPARING),
        ({"ceiling": "public"}, PREPARING),
        ({"ceiling": "restricted"}, ()),
        ({"ceiling": "confidential", "leaves_out": []}, ()),
        ({"ceiling": "internal", "leaves_out": ["risk"]}, ("risk",)),
        ({"ceiling": "restricted", "leaves_out": ["draft"]}, ("draft",)),
    ],
)
def test_what_prepares_the_audit_is_left_out_unless_somebody_says_otherwise(
    said: dict[str, Any], left_out: tuple[str, ...], tmp_path: Path
) -> None:
    written = example("portal", audiences=[{"name": "auditor", **said}])
    (tmp_path / "portal.yaml").write_text(json.dumps(written), "utf-8")
    settings = load_settings(tmp_path, schemas())
    assert isinstance(settings, PortalSettings)
    assert settings.audiences[0].leaves_out == left_out
