"""The command that turns a folder of existing documents into records."""

from dataclasses import dataclass
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.adoption.adopt import AdoptionOrder, prepare
from certfolio.adoption.carry_out import carry_out
from certfolio.adoption.plan import Plan
from certfolio.adoption.report import report as words_of
from certfolio.intake.phrase import did_you_mean
from certfolio.linking.graph import RecordGraph
from certfolio.model.classification import Classification
from certfolio.model.location import Location
from certfolio.model.problem import ExitCode, Problem, exit_code
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import Workspace
from certfolio.records.record_types import BY_NAME
from certfolio.reporting.report import Report
from certfolio.standards.load import load_standards
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, end, ending
from certfolio.tasks.next_id import next_id, used_ids
from certfolio.tasks.terminal import answer, progress, say
from certfolio.tasks.workspace import workspace

_HELP = {
    "folder": "folder with the documents; it stays as it is",
    "standard": "standard that the map speaks of, such as iso-27001-2022",
    "map": "CSV file with the columns control and documents",
    "classification": "who may see the documents: public, internal, confidential or restricted",
    "owner": "id of the person who answers for them (default: the first person)",
    "as-of": "the day the records are created: a date or today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "dry-run": "report, and write nothing",
    "report": "write the report to this file too",
    "jobs": option.JOBS,
}
_UNCHANGED = "Nothing was written."


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person wrote behind the command."""

    folder: str
    standard: str | None
    map: str | None
    classification: str | None
    owner: str | None
    as_of: str | None


@task(positional=["folder"], auto_shortflags=False, help=_HELP)
def adopt(
    _context: Context,
    *,
    folder: str,
    standard: str | None = None,
    map: str | None = None,
    classification: str | None = None,
    owner: str | None = None,
    as_of: str | None = None,
    content: str | None = None,
    dry_run: bool = False,
    report: str | None = None,
    jobs: str | None = None,
) -> None:
    """Turn a folder of existing documents into records that point at copies of the originals."""
    said = _Said(folder, standard, map, classification, owner, as_of)
    with ending(lambda: _UNCHANGED):
        place = workspace(content)
        with progress() as stage:
            stage("reading the records")
            checked = pipeline.check(place, option.jobs(jobs), has_digests=False)
            if checked.graph is None:
                raise Refused(Report(checked.problems, checked.written))
            stage("reading the documents")
            order = _order(said, place, checked.graph)
            known = load_standards(place.content / "standards", checked.schemas)[0]
            plan = prepare(order, place.content, checked.graph, known, option.jobs(jobs))
            if not dry_run:
                stage("writing the records")
                carry_out(plan, order.folder, place.content)
    _tell(plan, checked.graph, report, is_dry=dry_run)


def _order(said: _Said, place: Workspace, graph: RecordGraph) -> AdoptionOrder:
    if said.folder.startswith("-"):
        # invoke takes whatever comes first for the folder, --help too
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{shown(said.folder)} stands where the folder belongs",
            expected="adopt FOLDER --standard ID --classification LEVEL",
            fix="write the folder first; --help adopt lists the options",
        )
    declared = graph.standards.catalogues
    if said.standard is None:
        raise Stop(
            ExitCode.CONFIGURATION,
            found="no standard is named",
            expected=f"one of {', '.join(declared)}",
            fix=f"write --standard {next(iter(declared))}",
        )
    classification = _classification(said.classification)
    day, is_clock = option.day_of_judgement(said.as_of, graph.settings)
    if is_clock:
        say(f"Records are dated by today's date, {day}.")
    used = list(used_ids(place.content))
    return AdoptionOrder(
        folder=option.folder(said.folder),
        standard=said.standard,
        map_file=None if said.map is None else Path(said.map).expanduser(),
        owner=said.owner,
        classification=classification,
        as_of=day,
        first_ids={kind: next_id(BY_NAME[kind].prefix, used) for kind in ("policy", "document")},
    )


def _classification(given: str | None) -> Classification:
    levels = [str(level) for level in Classification]
    if given in levels:
        return Classification(given)
    found = f"--classification {shown(given)} is no level" if given else "no classification is said"
    near = did_you_mean(given, levels) if given else None
    raise Stop(
        ExitCode.CONFIGURATION,
        found=found,
        expected=f"one of {', '.join(levels)}: who may see the documents; there is no default",
        fix=near or "write --classification internal, or a higher level",
    )


def _tell(plan: Plan, graph: RecordGraph, file: str | None, *, is_dry: bool) -> None:
    with ending():
        name = graph.standards.catalogues[plan.wish.standard].name
        text = words_of(plan, graph.records, name, is_dry=is_dry)
        answer(text)
        if file is not None:
            Path(file).expanduser().write_text(text, encoding="utf-8", newline="\n")
        code = exit_code(_problems(plan))
        if code is not ExitCode.DONE:
            raise end(code.value)


def _problems(plan: Plan) -> list[Problem]:
    """Return the refused files as problems, which have an exit code."""
    return [
        Problem(
            Location(one.path), one.fault.found, one.fault.code, one.fault.expected, one.fault.fix
        )
        for one in plan.folder.refused
    ]
