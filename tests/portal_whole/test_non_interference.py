"""A portal tells nothing about what it leaves out: it is the same where that does not even exist.

build(everything, audience) and build(only what the audience may see, audience) are the same byte
for byte. That covers every way in which something could be told, also those nobody thought of.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from certfolio.audience.see import see
from certfolio.linking.graph import RecordGraph
from certfolio.pipeline import Checked
from certfolio.records.portal_settings import PortalSettings
from portal_whole.builds import SAMPLE, checked, publish
from portal_whole.plain_content import Content, read, visible_only, write
from portal_whole.same_portal import both
from portal_whole.test_same_bytes import tree

KINDS = ("gap-item", "waiver", "readiness", "draft", "risk", "evidence", "audit", "action")
AUDIENCES = st.fixed_dictionaries(
    {
        "name": st.just("drawn"),
        "ceiling": st.sampled_from(["public", "internal", "confidential"]),
        "leaves_out": st.lists(st.sampled_from(KINDS), unique=True, max_size=4),
    }
)
_QUIETLY = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}


@settings(max_examples=12, **_QUIETLY)
@given(seed=st.integers(0, 10_000), audience=AUDIENCES)
def test_the_graph_of_a_generated_organization_tells_nothing(
    seed: int, audience: dict[str, Any]
) -> None:
    with TemporaryDirectory() as lent:
        whole, reduced = both(Path(lent), seed, audience)
        first, second = graph_of(checked(whole)), graph_of(checked(reduced))
        drawn = audience_of(first.settings)
        assert see(first, drawn) == see(second, drawn)


@settings(max_examples=4, **_QUIETLY)
@given(seed=st.integers(0, 10_000), audience=AUDIENCES)
def test_the_portal_of_a_generated_organization_tells_nothing(
    seed: int, audience: dict[str, Any]
) -> None:
    with TemporaryDirectory() as lent:
        whole, reduced = both(Path(lent), seed, audience)
        assert_same(whole, reduced, "drawn")


@pytest.mark.parametrize("name", ["staff", "auditor"])
def test_the_portal_of_the_sample_tells_nothing(name: str, tmp_path: Path) -> None:
    content = read(SAMPLE)
    (declared,) = (known for known in content.settings["audiences"] if known["name"] == name)
    unsaid = ["gap-item", "waiver", "readiness", "draft"]
    whole = write(content, tmp_path / "all" / "content")
    reduced = visible_only(content, {"leaves_out": unsaid} | declared)
    assert rows(reduced) < rows(content) - 50
    assert_same(whole, write(reduced, tmp_path / "seen" / "content"), name)


def assert_same(whole: Path, reduced: Path, audience: str) -> None:
    publish(whole, [audience], whole.parent / "out")
    publish(reduced, [audience], reduced.parent / "out")
    first, second = (tree(place.parent / "out" / audience) for place in (whole, reduced))
    assert len(first) > 100
    assert [
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    ] == []


def rows(content: Content) -> int:
    return sum(len(part.rows) for part in content.parts)


def graph_of(result: Checked) -> RecordGraph:
    assert result.graph is not None
    return result.graph


def audience_of(said: PortalSettings) -> Any:
    (drawn,) = said.audiences
    return drawn
