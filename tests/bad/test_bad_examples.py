"""Every folder beside this file is a bad example: content/ and the exact words it must get.

Adding a test is adding a folder with content/ and expected.txt. An example that has a portal.yaml
is checked as a whole, links and files too; any other one only as far as its records are read. The
last line of expected.txt is the exit code the command would end with.
"""

from pathlib import Path

import pytest

from certfolio.intake.load import load_records
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.model.problem import Problem, exit_code
from certfolio.pipeline import Workspace, check
from certfolio.reporting.text import problem_text

HERE = Path(__file__).parent
SCHEMA = HERE.parents[1] / "schema"
EXAMPLES = sorted(folder for folder in HERE.iterdir() if (folder / "content").is_dir())


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    return load_schemas(SCHEMA)


def told(problems: list[Problem]) -> str:
    """Return the problems as they are printed, and the exit code."""
    lines = [problem_text(problem) for problem in problems]
    return "\n".join([*lines, f"exit code {exit_code(problems).value}", ""])


def problems_of(example: Path, schemas: SchemaSet) -> list[Problem]:
    content = example / "content"
    if (content / "portal.yaml").exists():
        workspace = Workspace(example, content, SCHEMA, ())
        return list(check(workspace, 1).problems)
    found = set(load_records(content, schemas, 1).problems)
    return sorted(found, key=lambda problem: problem.sort_key)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)
def test_a_bad_example_gets_exactly_these_words(example: Path, schemas: SchemaSet) -> None:
    expected = (example / "expected.txt").read_text(encoding="utf-8")
    assert told(problems_of(example, schemas)) == expected


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 45
