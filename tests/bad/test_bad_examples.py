"""Every folder beside this file is a bad example: content/ and the exact words it must get.

Adding a test is adding a folder with content/ and expected.txt. The last line of expected.txt is
the exit code the command would end with.
"""

from pathlib import Path

import pytest

from certfolio.intake.discover import discover, read_bytes
from certfolio.intake.read import read_source
from certfolio.intake.register import rows
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.validate import validate_rows
from certfolio.model.problem import Problem, exit_code
from certfolio.records.record_types import BY_FOLDER

HERE = Path(__file__).parent
EXAMPLES = sorted(folder for folder in HERE.iterdir() if (folder / "content").is_dir())
FOLDERS = {folder: row.name for folder, row in BY_FOLDER.items()}


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    return load_schemas(HERE.parents[1] / "schema")


def told(problems: list[Problem]) -> str:
    """Return the problems as they are printed, and the exit code."""
    lines = []
    for problem in problems:
        location = problem.location
        where = f" {location.pointer}:" if location.pointer else ""
        lines.append(f"{location}:{where} {problem.found} [{problem.code.value}]")
        lines.append(f"  expected: {problem.expected}")
        lines.append(f"  fix: {problem.fix}")
    return "\n".join([*lines, f"exit code {exit_code(problems).value}", ""])


def check(content: Path, schemas: SchemaSet) -> list[Problem]:
    sources, problems = discover(content, FOLDERS)
    for source in sources:
        data = read_bytes(source)
        parsed = [data] if isinstance(data, Problem) else read_source(source.path, data)
        if isinstance(parsed, list):
            problems += parsed
            continue
        found, wrong = rows(parsed)
        problems += [*wrong, *validate_rows(found, source.kind, schemas)]
    return sorted(problems, key=lambda problem: problem.sort_key)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)
def test_a_bad_example_gets_exactly_these_words(example: Path, schemas: SchemaSet) -> None:
    expected = (example / "expected.txt").read_text(encoding="utf-8")
    assert told(check(example / "content", schemas)) == expected


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 45
