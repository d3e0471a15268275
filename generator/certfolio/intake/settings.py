"""Reads content/portal.yaml, the organization's own settings."""

from dataclasses import replace
from pathlib import Path

from certfolio.intake.decode import decode_part
from certfolio.intake.load import read_file
from certfolio.intake.schema import SchemaSet
from certfolio.intake.validate import validate
from certfolio.model.classification import Classification
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.records.origin import Origin
from certfolio.records.portal_settings import Audience, PortalSettings
from certfolio.records.record_types import LEFT_OUT_UNLESS_SAID

NAME = "portal.yaml"


def load_settings(content: Path, schemas: SchemaSet) -> PortalSettings | list[Problem]:
    """Return the settings, or what is wrong with them as problems of the set-up (exit 2)."""
    path = f"{content.name}/{NAME}"
    if not (content / NAME).is_file():
        return [_missing(path)]
    parsed = read_file(path, content / NAME)
    if isinstance(parsed, list):
        return _as_set_up(parsed)
    problems = validate(parsed.value, "", "portal", parsed.places, schemas)
    if problems or not isinstance(parsed.value, dict):
        return _as_set_up(problems)
    settings: PortalSettings = decode_part(parsed.value, PortalSettings)
    said = ["leaves_out" in audience for audience in parsed.value["audiences"]]
    audiences = tuple(map(_completed, settings.audiences, said))
    return replace(settings, audiences=audiences, origin=Origin(path, parsed.places.of))


def _completed(audience: Audience, is_said: bool) -> Audience:
    """Fill in what is left out where nobody says it, so that forgetting a line discloses nothing.

    Whoever may see everything is one of those who prepare the audit and misses nothing.
    """
    if is_said or audience.ceiling is max(Classification):
        return audience
    return replace(audience, leaves_out=LEFT_OUT_UNLESS_SAID)


def _as_set_up(problems: list[Problem]) -> list[Problem]:
    return [replace(problem, code=Code.CONFIGURATION) for problem in problems]


def _missing(path: str) -> Problem:
    return Problem(
        Location(path),
        "there is no such file",
        Code.CONFIGURATION,
        "a file that names the organization, its standards and audiences",
        "run certfolio init in a new folder to get one, or copy that of the sample",
    )
