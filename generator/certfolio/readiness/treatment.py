"""Finds the actions that treat risks and opportunities, each with the risks it treats."""

from certfolio.model.ordering import natural_key
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import follow_up
from certfolio.records.action import Action
from certfolio.records.risk import Risk


def treatments(case: Case) -> tuple[tuple[Action, tuple[str, ...]], ...]:
    """Return every action of a risk that is not closed, with those risks, in counting order."""
    actions: dict[str, Action] = {}
    risks: dict[str, list[str]] = {}
    for risk in case.graph.all(Risk):
        if risk.status != "closed":
            for action in follow_up(case, risk):
                actions[action.id] = action
                risks.setdefault(action.id, []).append(risk.id)
    return tuple((actions[id], tuple(risks[id])) for id in sorted(actions, key=natural_key))
