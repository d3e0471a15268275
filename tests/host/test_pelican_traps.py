"""The traps of plain Pelican, reproduced: when one of these fails, our guard may be dropped."""

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from certfolio.host.containment import contained


def settings(tmp_path: Path, **own: Any) -> dict[str, Any]:
    from pelican.settings import read_settings

    (tmp_path / "content").mkdir(exist_ok=True)
    plain: dict[str, Any] = {
        "PATH": str(tmp_path / "content"),
        "OUTPUT_PATH": str(tmp_path / "output"),
        "PLUGINS": [],
        "TIMEZONE": "UTC",
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "TRANSLATION_FEED_ATOM": None,
    }
    return dict(read_settings(override=plain | own))


class BrokenPlugin:
    @staticmethod
    def register() -> None:
        raise ValueError("cannot register")


def test_a_failing_plugin_is_logged_and_the_run_goes_on(tmp_path: Path) -> None:
    with contained() as messages:
        from pelican import Pelican

        pelican = Pelican(settings(tmp_path, PLUGINS=[BrokenPlugin]))
        pelican.run()
    assert pelican.plugins == []
    assert messages == ["Cannot register plugin `BrokenPlugin`"]


def test_a_repeated_warning_is_swallowed_until_the_filter_forgets(tmp_path: Path) -> None:
    def warn() -> None:
        logging.getLogger("pelican.generators").warning("the same failure")

    with contained() as first:
        warn()
        warn()
    with contained() as second:
        warn()
    assert (first, second) == (["the same failure"], ["the same failure"])


def test_a_missing_template_falls_back_to_the_simple_theme(tmp_path: Path) -> None:
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    (tmp_path / "theme" / "static").mkdir()
    with contained():
        from pelican import Pelican

        Pelican(settings(tmp_path, THEME=str(tmp_path / "theme"))).run()
    assert "<html" in (tmp_path / "output" / "index.html").read_text()


def test_deleting_the_output_wipes_unrelated_files(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_text("unrelated")
    with contained():
        from pelican import Pelican

        Pelican(settings(tmp_path, DELETE_OUTPUT_DIRECTORY=True)).run()
    assert not (tmp_path / "output" / "thesis.txt").exists()


class SoundPlugin:
    @staticmethod
    def register() -> None: ...


def test_settings_used_twice_have_lost_their_plugins(tmp_path: Path) -> None:
    with contained() as messages:
        from pelican import Pelican

        used = settings(tmp_path, PLUGINS=[SoundPlugin])
        assert Pelican(used).plugins == [SoundPlugin]
        assert Pelican(used).plugins == []
    assert messages == ["Cannot load plugin `SoundPlugin`\nCannot import plugin `SoundPlugin`"]


def test_static_files_are_followed_out_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    with contained():
        from pelican import Pelican

        own = settings(tmp_path, STATIC_PATHS=["files"])
        files = tmp_path / "content" / "files"
        files.mkdir()
        (files / "link.txt").symlink_to(tmp_path / "secret.txt")
        (files / ".hidden").write_text("hidden")
        Pelican(own).run()
    assert (tmp_path / "output" / "files" / "link.txt").read_text() == "secret"
    assert (tmp_path / "output" / "files" / ".hidden").read_text() == "hidden"


def test_importing_it_changes_every_logger_of_the_process() -> None:
    code = "import logging, pelican; print(logging.getLoggerClass().__name__)"
    finished = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert finished.stdout == "FatalLogger\n"


def test_a_lambda_connected_to_a_signal_vanishes() -> None:
    with contained():
        from pelican.plugins import signals

        signals.get_generators.connect(lambda _sender: None)
        assert list(signals.get_generators.receivers) == []


def test_the_guard_against_leaving_the_output_is_a_mere_prefix(tmp_path: Path) -> None:
    with contained():
        from pelican.utils import sanitised_join

        assert sanitised_join(str(tmp_path / "out"), "../out-evil/x").endswith("/out-evil/x")
        with pytest.raises(RuntimeError):
            sanitised_join(str(tmp_path / "out"), "../elsewhere")
