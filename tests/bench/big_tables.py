"""Measures the tables of 10,000 exhibits in both browsers; prints, asserts nothing.

Every exhibit of the sample is repeated until there are enough of them. Times are what a reader
waits, in milliseconds: from the event to the frame that shows it.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from browser.chromium import chromium
from browser.marionette import firefox
from certfolio.intake.attachment import Fingerprint
from certfolio.intake.collect import named_files
from certfolio.linking.graph import RecordGraph, in_order
from certfolio.pipeline import Edition, Workspace, check, field_labels, render, site
from certfolio.portal.assemble import _portal_files
from certfolio.portal.frame import framed
from certfolio.portal.page_kinds import evidence_index, matrix_joined
from certfolio.readiness.cover import cover
from certfolio.records.evidence import Evidence

AMOUNT = 10_000
DAY = date(2026, 10, 5)
PROJECT = Path(__file__).parents[2]
PAGES = ("matrix.html", "evidence.html")

MEASURE = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const one = (selector) => document.querySelector(selector);
  const timed = async (act) => {
    const begin = performance.now();
    act();
    one(".tool-table").offsetHeight;
    await frame();
    return Math.round(performance.now() - begin);
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
  const type = (text) => say(one(".tools-text"), text);
  const keys = ["m", "mi", "min", "minu", "minut", ""];
  const press = (button) => button.click();
  const heads = [...document.querySelectorAll(".tool-table thead button")].slice(0, 6);
  const boxes = [...document.querySelectorAll("[data-facet]")].slice(0, 8);
  const clear = async () => { press(one(".tools-clear")); await frame(); };
  const [navigation] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const ready = navigation.domContentLoadedEventEnd;
  const told = { paint: [Math.round(paint)], ready: [Math.round(ready)] };
  told.key = await each(keys, type);
  told.facet = await each(boxes, press);
  await clear();
  told.sort = await each(heads, press);
  await clear();
  const group = one(".tools-group");
  if ([...group.options].some(({ value }) => value === "process")) {
    told.group = [await timed(() => say(group, "process"))];
    told.groupedKey = await each(keys, type);
    told.groupedFacet = await each(boxes, press);
    await clear();
  }
  return told;
}"""


def enlarged(graph: RecordGraph) -> RecordGraph:
    """Repeat the exhibits, each time under other ids."""
    exhibits = graph.all(Evidence)
    more = [
        replace(exhibit, id=f"{exhibit.id}-{time}", title=f"{exhibit.title} ({time})")
        for time in range(1, AMOUNT // len(exhibits) + 1)
        for exhibit in exhibits
    ]
    added = more[: AMOUNT - len(exhibits)]
    return replace(graph, records=in_order([*graph.records, *added]))


def write_pages(folder: Path) -> None:
    """Write the two pages with the sample's theme."""
    themes = (PROJECT / "theme",)
    workspace = Workspace(PROJECT, PROJECT / "content", PROJECT / "schema", themes)
    checked = check(workspace, 2, has_digests=False)
    graph = enlarged(checked.graph)
    prints = {file.key: Fingerprint(1234, "0" * 64) for file in named_files(graph.records)}
    edition = Edition(
        graph=graph,
        coverage=cover(graph, DAY),
        files=_portal_files(graph, prints, {}),
        labels=field_labels(checked.schemas),
        as_of=DAY,
        audience=graph.settings.audiences[0],
        build_id="0" * 12,
        version="1",
        readiness=None,
    )
    pages = [*evidence_index.pages(edition), *matrix_joined.pages(edition)]
    render(tuple(framed(edition, pages)), themes, folder, site(edition))


def in_chromium(address: str) -> dict[str, list[int]]:
    with chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        return dict(page.evaluate(MEASURE))


def in_firefox(address: str) -> dict[str, list[int]]:
    with tempfile.TemporaryDirectory() as profile, firefox(Path(profile)) as browser:
        browser.order("WebDriver:SetTimeouts", {"script": 300_000, "pageLoad": 300_000})
        browser.open(address)
        script = f"const done = arguments[0]; ({MEASURE})().then(done)"
        answer: dict[str, Any] = browser.order(
            "WebDriver:ExecuteAsyncScript", {"script": script, "args": []}
        )
        return dict(answer["value"])


def lines(folder: Path) -> Iterator[str]:
    for name in PAGES:
        for measured in (in_chromium, in_firefox):
            yield f"{name} {measured.__name__}, load {os.getloadavg()[0]:.1f}"
            for what, times in measured((folder / name).as_uri()).items():
                middle, worst = statistics.median(times), max(times)
                yield f"  {what:12} median {middle:6.0f}  worst {worst:6}  {times}"


def main() -> None:
    """Measure pages made before, in the folder that is named, or make them."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        if not (folder / PAGES[0]).is_file():
            folder.mkdir(parents=True, exist_ok=True)
            write_pages(folder)
        for line in lines(folder):
            print(line, flush=True)


if __name__ == "__main__":
    main()
