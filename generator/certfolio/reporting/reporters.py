"""Every way to print problems: one module and one row each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from certfolio.reporting import github, json_report, sarif, text
from certfolio.reporting.report import Report

REPORTERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": text.report,
        "json": json_report.report,
        "sarif": sarif.report,
        "github": github.report,
    }
)
