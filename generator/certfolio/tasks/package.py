"""The command that seals a portal into the file that is handed over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio import pipeline
from certfolio.handover.delivery.profile import PROFILES, Profile, changed, profiles
from certfolio.handover.package import Layout
from certfolio.handover.package_place import repaired_place
from certfolio.intake.phrase import did_you_mean
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import FilesChanged, Handed, Order, PackageOrder, Workspace
from certfolio.records.portal_settings import PortalSettings
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.handing_over import Said, epoch_day, sheet, signatures, tell
from certfolio.tasks.private_key import open_key
from certfolio.tasks.terminal import progress, say
from certfolio.tasks.workspace import workspace

_HELP = {
    "audience": "for whom, as declared in portal.yaml (default: auditor)",
    "as-of": "the day to judge by: a date or the word today (default: as portal.yaml says)",
    "content": option.CONTENT,
    "output": "folder for packages (default: output/packages)",
    "lang": "language of the portal's own words (default: lang of portal.yaml, else English)",
    "profile": f"how it goes: {', '.join(profile.name for profile in PROFILES)}, or a delivery of"
    " portal.yaml; whatever would not arrive is told, and too much for one piece becomes volumes",
    "prefix": "with --profile: the folder at the receiver's, for the length of paths",
    "part-size": "with --profile: the largest file that is taken, in millions of bytes",
    "bagit": "lay the package out as a BagIt bag, for archives that ask for one",
    "sign": "private key made by invoke keygen; the passphrase is asked for",
    "sender": "who hands it over, for the handover sheet",
    "receiver": "who gets it (default: the certification body of portal.yaml)",
    "made-on": "the day of the handover, for the handover sheet: a date or the word today",
    "destroy-by": "the day by which the receiver destroys all copies, for the handover sheet",
    "jobs": option.JOBS,
}


@task(auto_shortflags=False, help=_HELP)
def package(
    _context: Context,
    *,
    audience: str = "auditor",
    as_of: str | None = None,
    content: str | None = None,
    output: str = "output/packages",
    lang: str | None = None,
    profile: str | None = None,
    prefix: str | None = None,
    part_size: str | None = None,
    bagit: bool = False,
    sign: str | None = None,
    sender: str | None = None,
    receiver: str | None = None,
    made_on: str | None = None,
    destroy_by: str | None = None,
    jobs: str | None = None,
) -> None:
    """Seal the portal of one audience into what is handed over, with digests and handover sheet."""
    folder = option.folder(output)
    with ending(lambda: f"No package was made; what lies in {folder.as_posix()} is as it was."):
        place = workspace(content)
        by = option.day("destroy-by", destroy_by)
        on = option.day("made-on", made_on, takes_today=True) or epoch_day()
        _expect_order(on, by)
        part = _part_size(part_size)
        key = open_key(Path(sign), place.content) if sign else None
        places = {"content": place.content, "project": place.project}
        for repair in repaired_place(folder, audience, **places):
            say(f"Repaired after an interrupted command: {repair}.")
        beside: list[Path] = []
        unsafe: list[str] = []
        with progress() as stage:
            checked = _checked(place, option.jobs(jobs), stage)
            assert checked.graph is not None
            settings = checked.graph.settings
            day, is_clock = option.day_of_judgement(as_of, settings)
            order = Order(
                audience=option.audience(audience, settings),
                as_of=day,
                target=folder,
                language=option.language(lang, settings, place.themes),
            )
            told = pipeline.notices(checked, order.audience)
            layout = Layout.BAGIT if bagit else Layout.PLAIN
            way = _profile(profile, settings, prefix, part)
            wish = PackageOrder(layout, key is not None, way)
            said = Said(sender, receiver, by, on or (day if is_clock else None))

            def write_beside(handed: Handed) -> None:
                beside.extend(signatures(handed, key))
                beside.append(sheet(handed, said, place, key))
                stage("looking into the files")
                unsafe.extend(pipeline.unsafe_files(place, handed.edition))

            try:
                handed = pipeline.package(
                    place, checked, order, wish, stage, write_beside=write_beside
                )
            except FilesChanged as changed_files:
                raise Refused(Report(changed_files.problems, checked.written)) from changed_files
        for notice in told:
            say(text.problem_text(notice))
        if is_clock:
            say(f"Judged by today's date, {day}.")
        tell(handed, beside)
        if way is not None:
            say(f"Rehearsed for {way.title}: everything would arrive. {way.advice}".rstrip())
        if unsafe:
            say(_warning(unsafe))


def _warning(unsafe: list[str]) -> str:
    """Name files that act when opened or hold keys; they were sealed, as a person decides."""
    named = ", ".join(shown(path, 120) for path in unsafe[:5])
    rest = f" and {len(unsafe) - 5} more" if len(unsafe) > 5 else ""
    return f"Unsafe to hand over: {named}{rest}. Ask invoke evidence.scan why before you send it."


def _checked(place: Workspace, jobs: int, stage: Callable[[str], None]) -> pipeline.Checked:
    stage("reading the records")
    checked = pipeline.check(place, jobs, has_digests=False)
    if checked.graph is None:
        raise Refused(Report(checked.problems, checked.written))
    return checked


def _profile(
    name: str | None, settings: PortalSettings, prefix: str | None, part: int | None
) -> Profile | None:
    if name is None:
        if prefix is None and part is None:
            return None
        raise Stop(
            ExitCode.CONFIGURATION,
            found="--prefix and --part-size say nothing without --profile",
            expected="the way the package goes",
            fix="write --profile mail, or leave the two out",
        )
    known = profiles(settings.deliveries)
    if name in known:
        return changed(known[name], prefix=prefix, part=part)
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"the profile {shown(name)} is not known",
        expected=f"one of {', '.join(known)}",
        fix=did_you_mean(name, known) or "write one of these, or declare it in portal.yaml",
    )


def _expect_order(made_on: date | None, destroy_by: date | None) -> None:
    if made_on is not None and destroy_by is not None and destroy_by < made_on:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"--destroy-by {destroy_by} lies before the handover on {made_on}",
            expected="a day after the handover",
            fix="give a later --destroy-by, or another --made-on",
        )


def _part_size(given: str | None) -> int | None:
    """Return bytes for millions of bytes."""
    if given is None:
        return None
    try:
        octets = int(float(given) * 1_000_000)
    except (ValueError, OverflowError):
        octets = 0
    if octets > 0:
        return octets
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"--part-size {shown(given)} is no size",
        expected="millions of bytes, such as 10 or 2.5",
        fix="write --part-size 10",
    )
