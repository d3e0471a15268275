"""A page on its way to the browser may run one script more, and nothing else changes."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from certfolio.tasks.reload import live

PAGE = """<!doctype html>
<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; {policy}; img-src 'self'">
<title>Start</title></head>
<body class="wide">
<p>Text</p>
</body></html>
"""
BEFORE = ["script-src 'none'", "script-src 'sha256-AAAA='", "style-src 'self'"]


def script(page: str) -> str:
    found = re.search(r'<script data-state="7">(.*?)</script>', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("policy", BEFORE)
def test_the_policy_allows_exactly_the_added_script(policy: str) -> None:
    page = live(PAGE.format(policy=policy), 7, "")
    digest = b64encode(sha256(script(page).encode()).digest()).decode()
    allowed = re.search(r'content="([^"]*)"', page)
    assert allowed is not None
    parts = dict(part.strip().split(" ", 1) for part in allowed[1].split(";"))
    former = ["'sha256-AAAA='"] if "AAAA" in policy else []
    assert parts.pop("script-src").split() == [*former, f"'sha256-{digest}'"]
    assert parts.pop("connect-src") == "'self'"
    assert parts.pop("style-src", "'self'") == "'self'"
    assert parts == {"default-src": "'none'", "img-src": "'self'"}


def test_without_the_additions_it_is_the_same_page() -> None:
    plain = PAGE.format(policy=BEFORE[0])
    page = live(plain, 7, "")
    without_script = re.sub(r"<script.*?</script>\n\n", "", page)
    policy = re.compile(r"<meta http-equiv[^>]*>")
    assert policy.sub("", without_script) == policy.sub("", plain)


def test_problems_stand_on_top_of_the_former_page_as_text() -> None:
    page = live(PAGE.format(policy=BEFORE[0]), 1, 'R-1.yaml:1:1: "<b>" & more')
    assert "<h1>The last build failed; this is the portal as it was before</h1>" in page
    assert "<pre>R-1.yaml:1:1: &quot;&lt;b&gt;&quot; &amp; more</pre>" in page
    assert page.index("<pre>") < page.index("<p>Text</p>")


def test_before_the_first_portal_there_are_only_problems() -> None:
    page = live(None, 1, "no portal")
    assert "<h1>The last build failed; nothing is published yet</h1>" in page
    assert "script-src 'sha256-" in page
    assert "<pre>no portal</pre>" in page
