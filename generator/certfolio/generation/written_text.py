"""Recipes for policies and documents, with texts of several pages that link to other records."""

from certfolio.generation.stock import Fields, Stock, days_after, number_of
from certfolio.generation.word import HEADINGS

_COMMITMENTS = ("satisfying requirements", "continual improvement", "framework for objectives")
_KINDS = ("procedure", "work instruction", "form", "plan", "manual", "specification")


def policy(stock: Stock, id: str) -> Fields:
    number = number_of(id)
    subject = "the management system" if number == 0 else stock.work().lower()
    return {
        "title": f"Policy on {subject}",
        "standards": list(stock.standards) if number == 0 else [stock.standards[number % 2]],
        "clauses": _leading(stock) if number == 0 else stock.supports(id, 4),
        **_control(stock, id, f"PO-{number + 1}"),
        **stock.replaced(id, "policy"),
        "commitments": [
            {"commitment": stock.rule(), "where": heading, "covers": topic}
            for heading, topic in zip(HEADINGS, _COMMITMENTS, strict=False)
        ],
        "communicated": [f"Explained in session {stock.one('training-session')}"],
        "external_availability": "Sent with every offer, and given to everybody who asks.",
        "prose": long_text(stock, sections=len(HEADINGS), paragraphs=4),
    }


def _leading(stock: Stock) -> list[Fields]:
    """Return the clauses that ask for the policy itself, by the number they share."""
    asking = [clause for clause in stock.clauses if ":5.2" in clause]
    return [{"clause": clause, "why": stock.why(clause)} for clause in asking]


def document(stock: Stock, id: str) -> Fields:
    number = number_of(id)
    is_foreign = number % 12 == 11
    source = {"source": "Trade association", "edition": f"20{stock.chance.randint(10, 25)}"}
    return {
        "title": f"{stock.work()} in {stock.place()}",
        "clauses": stock.supports(id, 4),
        "type": "external document" if is_foreign else _KINDS[number % len(_KINDS)],
        **_control(stock, id, f"WI-{number + 1}"),
        **stock.replaced(id, "document"),
        **(source if is_foreign else {}),
        "prose": long_text(stock, sections=stock.chance.randint(2, 6), paragraphs=2),
    }


def long_text(stock: Stock, *, sections: int, paragraphs: int) -> str:
    """Return Markdown: sections of paragraphs, a list and a table, with links to records."""
    parts = []
    for heading in HEADINGS[:sections]:
        parts.append(f"## {heading}")
        parts += [_paragraph(stock) for _ in range(paragraphs)]
        parts.append("\n".join(f"- {stock.rule()}" for _ in range(3)))
    parts += [_table(stock), _reference(stock)]
    return "\n\n".join(parts) + "\n"


def _paragraph(stock: Stock) -> str:
    return " ".join(stock.rule() for _ in range(stock.chance.randint(4, 8)))


def _table(stock: Stock) -> str:
    rows = [f"| {stock.work()} | {stock.place()} |" for _ in range(4)]
    return "\n".join(["| Work | Who |", "|---|---|", *rows])


def _reference(stock: Stock) -> str:
    document, person = stock.one("document"), stock.one("person")
    return f"See also [{document}]({document}); questions go to [{person}]({person})."


def _control(stock: Stock, id: str, number: str) -> Fields:
    state, approved = stock.states[id], stock.day(-500, -200)
    author, approver = (stock.some("person", 2, 2) * 2)[:2]
    approval = {"approved_by": approver, "approved_on": approved}
    force = {
        "effective_on": days_after(approved, 14),
        "next_review": days_after(approved, stock.chance.choice((365, 730))),
        "review_interval": "yearly",
    }
    is_approved = state not in {"draft", "in review"}
    return {
        "number": number,
        "version": f"{stock.chance.randint(1, 5)}.{stock.chance.randint(0, 9)}",
        "author": author,
        **(approval if is_approved else {}),
        **(force if is_approved and state != "approved" else {}),
        "retention": "Six years in the document store, then destroyed",
        "change_summary": stock.rule(),
        "distribution": "Document store",
        "training_needed": stock.may(0.1),
    }
