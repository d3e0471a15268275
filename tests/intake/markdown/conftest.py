"""Tests on shared data are collected only where that data lies beside the project."""

from pathlib import Path

_DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
collect_ignore = [] if _DATA.is_dir() else ["test_policy_documents.py", "test_hostile_prose.py"]
