"""What the readiness rules say of a graph."""

from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.readiness import readiness
from certfolio.readiness.readiness import Readiness
from certfolio.standards.expectation import load_expectations


def judge(graph: RecordGraph, as_of: date) -> Readiness:
    """Say what the readiness rules find in a graph on a day."""
    return readiness.judge(graph, as_of, load_expectations())
