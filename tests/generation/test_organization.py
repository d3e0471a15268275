"""Generated organizations: valid, of the size asked for, the same every time."""

import subprocess
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from certfolio import pipeline
from certfolio.generation.organization import organization
from certfolio.generation.stock import AS_OF
from certfolio.generation.write import write
from certfolio.model.classification import Classification
from certfolio.pipeline import Checked, Order, Workspace
from certfolio.records.policy import Policy
from certfolio.records.record_types import RECORD_TYPES, type_of
from certfolio.records.waiver import Waiver
from made import PROJECT, known_standards

FINGERPRINT = """
from hashlib import sha256
from made import known_standards
from certfolio.generation.organization import organization
files = organization(100, 7, known_standards())
print(sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


def workspace(folder: Path, records: int, seed: int) -> Workspace:
    write(organization(records, seed, known_standards()), folder / "content")
    return Workspace(folder, folder / "content", PROJECT / "schema", (PROJECT / "theme",))


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return pipeline.check(workspace(tmp_path_factory.mktemp("thousand"), 1000, 1), 1)


@pytest.mark.parametrize(("records", "seed"), [(0, 0), (100, 2), (150, 3), (340, 4)])
def test_a_generated_organization_has_no_problem_and_every_record_type(
    tmp_path: Path, records: int, seed: int
) -> None:
    checked = pipeline.check(workspace(tmp_path, records, seed), 1)
    assert checked.problems == ()
    assert checked.graph is not None
    kinds = Counter(type_of(record).name for record in checked.graph.records)
    assert set(kinds) == {row.name for row in RECORD_TYPES}
    assert len(checked.graph.settings.standards) == 2


@pytest.mark.parametrize("records", [100, 101, 317])
def test_there_are_as_many_records_as_asked_for(tmp_path: Path, records: int) -> None:
    checked = pipeline.check(workspace(tmp_path, records, 5), 1)
    assert checked.written == records


def test_a_small_organization_has_what_every_organization_needs(tmp_path: Path) -> None:
    assert 50 <= pipeline.check(workspace(tmp_path, 1, 5), 1).written <= 70


def test_every_state_and_level_occurs(thousand: Checked) -> None:
    assert thousand.problems == ()
    assert thousand.graph is not None
    seen = defaultdict(set)
    for record in thousand.graph.records:
        seen[type_of(record).name].add(record.status)
    for row in RECORD_TYPES:
        assert seen[row.name] == set(get_args(get_type_hints(row.record)["status"])), row.name
    assert {record.classification for record in thousand.graph.records} == set(Classification)
    assert thousand.graph.all(Waiver)


def test_policies_are_several_pages_long(thousand: Checked) -> None:
    assert thousand.graph is not None
    texts = [policy.prose.html for policy in thousand.graph.all(Policy) if policy.prose]
    assert min(len(text.split()) for text in texts) > 1500


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_the_same_seed_gives_the_same_bytes(hash_seed: str) -> None:
    paths = f"{PROJECT / 'generator'}:{PROJECT / 'tests'}"
    environment = {"PYTHONPATH": paths, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Tokyo"}
    told = subprocess.run(
        [sys.executable, "-c", FINGERPRINT], env=environment, capture_output=True, check=True
    )
    files = organization(100, 7, known_standards())
    assert told.stdout.decode().strip() == sha256(repr(sorted(files.items())).encode()).hexdigest()


def test_another_seed_gives_another_organization() -> None:
    first, second = (organization(100, seed, known_standards()) for seed in (1, 2))
    assert first["organization/ORG-001.yaml"] != second["organization/ORG-001.yaml"]


def test_files_of_four_kinds_lie_beside_the_records() -> None:
    files = organization(300, 1, known_standards())
    suffixes = Counter(path.rpartition(".")[2] for path in files if path.startswith("files/"))
    assert set(suffixes) == {"csv", "txt", "png", "pdf"}


def test_a_portal_can_be_built_of_it(tmp_path: Path) -> None:
    place = workspace(tmp_path, 0, 3)
    checked = pipeline.check(place, 1)
    assert checked.graph is not None
    audience = checked.graph.settings.audiences[1]
    built = pipeline.build(place, checked, Order(audience, AS_OF, tmp_path / "out"), lambda _: None)
    assert built.shown == checked.written
