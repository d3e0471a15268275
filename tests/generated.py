"""Makes graphs of generated organizations for tests, without a file in between being kept."""

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from certfolio.generation.organization import organization
from certfolio.generation.write import write
from certfolio.intake.load import load_records
from certfolio.intake.settings import load_settings
from certfolio.linking.graph import RecordGraph
from certfolio.linking.resolve import resolve
from certfolio.records.portal_settings import PortalSettings
from certfolio.records.record import Record
from made import known_standards, schemas


@cache
def generated(records: int, seed: int) -> RecordGraph:
    """Return the graph of a generated organization, which has no problem."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write(organization(records, seed, known_standards()), content)
        settings = load_settings(content, schemas())
        loaded = load_records(content, schemas(), 1)
    assert isinstance(settings, PortalSettings)
    assert list(loaded.problems) == []
    return linked_again(loaded.records, settings)


def linked_again(records: Sequence[Record], settings: PortalSettings) -> RecordGraph:
    """Return the graph of these records under the settings of a generated organization."""
    declared = known_standards().only(tuple(entry.standard for entry in settings.standards))
    graph, problems = resolve(records, settings, declared, known_standards())
    assert problems == []
    return graph
