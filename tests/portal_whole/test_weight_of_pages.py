"""Pages stay light: a record opens at once from a slow file share, and scripts stay small."""

import re
from pathlib import Path

from portal_whole.builds import checked
from portal_whole.shared_portals import EVERYTHING

_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
PAGE, SCRIPT = 60_000, 4_000


def test_a_page_about_one_record_is_light_and_nearly_without_script(sample: Path) -> None:
    graph = checked(sample / "content").graph
    assert graph is not None
    heavy = []
    for record in graph.records:
        page = sample / EVERYTHING / f"{record.id.lower().replace('.', '-')}.html"
        data = page.read_bytes()
        script = sum(map(len, _SCRIPT.findall(data)))
        if len(data) >= PAGE or script >= SCRIPT:
            heavy.append((record.id, len(data), script))
    assert heavy == []


def test_no_portal_holds_a_script_file(sample: Path) -> None:
    assert [
        path for path in (sample / EVERYTHING).rglob("*") if path.suffix in {".js", ".mjs"}
    ] == []
