"""Measures how long a reader waits, in both browsers; prints, asserts nothing.

Every exhibit of the sample is repeated until there are enough of them. Times are in milliseconds
from the event to the frame that shows what came of it; what a page takes to open is counted from
the call to its first paint, and until its scripts are ready.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from browser.chromium import chromium
from browser.marionette import firefox
from certfolio.host.render import render
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import named_files
from certfolio.linking.graph import RecordGraph, in_order
from certfolio.pipeline import Workspace, check
from certfolio.portal.assemble import portal_files
from certfolio.portal.edition import Edition
from certfolio.portal.frame import framed
from certfolio.portal.labels import field_labels
from certfolio.portal.page_kinds import evidence_index, matrix_joined, search
from certfolio.portal.site import site
from certfolio.readiness.cover import cover
from certfolio.records.evidence import Evidence

AMOUNTS = (300, 3_000, 10_000)
DAY = date(2026, 10, 5)
LOADS = 5
PROJECT = Path(__file__).parents[2]

TIMING = """
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const one = (selector) => document.querySelector(selector);
  const timed = async (act) => {
    const begin = performance.now();
    act();
    document.body.offsetHeight;
    await frame();
    return performance.now() - begin;
  };
  const each = async (things, act) => {
    const times = [];
    for (const thing of things) times.push(await timed(() => act(thing)));
    return times;
  };
  const say = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (button) => button.click();
  const [navigation] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const told = { paint: paint ? [paint] : [], ready: [navigation.domContentLoadedEventEnd] };
"""
TABLE = """
  const type = (text) => say(one(".tools-text"), text);
  const keys = ["m", "mi", "min", "minu", "minut", ""];
  const heads = [...document.querySelectorAll(".tool-table thead button")].slice(0, 6);
  const boxes = [...document.querySelectorAll("[data-facet]")].slice(0, 8);
  const clear = async () => { press(one(".tools-clear")); await frame(); };
  told.key = await each(keys, type);
  told.facet = await each(boxes, press);
  await clear();
  told.sort = await each(heads, press);
  await clear();
  const group = one(".tools-group");
  if ([...group.options].some(({ value }) => value === "process")) {
    told.group = [await timed(() => say(group, "process"))];
    told["key, grouped"] = await each(keys, type);
    told["facet, grouped"] = await each(boxes, press);
    await clear();
  }
"""
SEARCH = """
  const asked = ["management review", "calibraton certificate", "acess control", "e-042", "A.5.15",
    "supplier evaluation", "interanl audit programme", "s", "xylophonist quarterly"];
  const typed = asked.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
  told.key = await each(typed, (text) => say(one("#search-input"), text));
"""
PAGES = {"search.html": SEARCH, "evidence.html": TABLE, "matrix.html": TABLE}

Times = dict[str, list[float]]
Measure = Callable[[str, str], Times]


def enlarged(graph: RecordGraph, amount: int) -> RecordGraph:
    """Repeat the exhibits, each time under other ids, until there are so many."""
    exhibits = graph.all(Evidence)
    more = [
        replace(exhibit, id=f"{exhibit.id}-{time}", title=f"{exhibit.title} ({time})")
        for time in range(1, amount // len(exhibits) + 1)
        for exhibit in exhibits
    ]
    added = more[: amount - len(exhibits)]
    return replace(graph, records=in_order([*graph.records, *added]))


def write_pages(folder: Path, amount: int) -> None:
    """Write the pages with the sample's theme."""
    themes = (PROJECT / "theme",)
    workspace = Workspace(PROJECT, PROJECT / "content", PROJECT / "schema", themes)
    checked = check(workspace, 2, has_digests=False)
    graph = enlarged(checked.graph, amount)
    prints = {file.key: Fingerprint("0" * 64, 1234) for file in named_files(graph.records)}
    edition = Edition(
        graph=graph,
        coverage=cover(graph, DAY),
        files=portal_files(graph, prints, {}),
        labels=field_labels(checked.schemas),
        as_of=DAY,
        audience=graph.settings.audiences[0],
        build_id="0" * 12,
        version="1",
        readiness=None,
    )
    made = (evidence_index.pages(edition), matrix_joined.pages(edition), search.pages(edition))
    pages = [page for kind in made for page in kind]
    render(tuple(framed(edition, pages)), themes, folder, site(edition))


@contextmanager
def in_chromium() -> Iterator[Measure]:
    with chromium() as browser:

        def measure(address: str, script: str) -> Times:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.wait_for_timeout(500)
            times = page.evaluate(f"async () => {{{TIMING}{script} return told;}}")
            page.close()
            return dict(times)

        yield measure


@contextmanager
def in_firefox() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as profile, firefox(Path(profile)) as browser:
        browser.order("WebDriver:SetTimeouts", {"script": 300_000, "pageLoad": 300_000})

        def measure(address: str, script: str) -> Times:
            browser.open(address)
            run = f"const done = arguments[0]; (async () => {{{TIMING}{script} return told;}})()"
            order = {"script": f"{run}.then(done)", "args": []}
            answer: dict[str, Any] = browser.order("WebDriver:ExecuteAsyncScript", order)
            browser.open("about:blank")
            return dict(answer["value"])

        yield measure


def measured(measure: Measure, address: str, script: str) -> Times:
    """Open a page so many times and return all times of all loads."""
    loads = [measure(address, script) for _ in range(LOADS)]
    return {what: [time for load in loads for time in load[what]] for what in loads[0]}


def line(what: str, times: Sequence[float]) -> str:
    if not times:
        return f"  {what:14} not told by this browser"
    late = sorted(times)[int(len(times) * 0.95)]
    return (
        f"  {what:14} best {min(times):6.0f}  median {statistics.median(times):6.0f}"
        f"  95 % {late:6.0f}  worst {max(times):6.0f}  of {len(times)}"
    )


def main() -> None:
    """Measure pages made before, in the folder that is named, or make them."""
    with tempfile.TemporaryDirectory() as made:
        top = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        for amount in AMOUNTS:
            folder = top / str(amount)
            if not (folder / "search.html").is_file():
                folder.mkdir(parents=True, exist_ok=True)
                write_pages(folder, amount)
        for browser in (in_chromium, in_firefox):
            with browser() as measure:
                for amount in AMOUNTS:
                    for name, script in PAGES.items():
                        load = os.getloadavg()[0]
                        print(f"{browser.__name__}, {amount} exhibits, {name}, load {load:.1f}")
                        address = (top / str(amount) / name).as_uri()
                        for what, times in measured(measure, address, script).items():
                            print(line(what, times), flush=True)


if __name__ == "__main__":
    main()
