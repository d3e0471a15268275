"""Changes a page on its way to the browser, so that it shows the state of the last build.

The files of the portal stay as they are; the page's content security policy is widened by the
digest of one script and by the address that script asks.
"""

import html
import re
from base64 import b64encode
from hashlib import sha256

STATE_ADDRESS = "/.certfolio-state"
_SCRIPT = (
    'var state=document.currentScript.getAttribute("data-state");'
    "setInterval(function(){"
    f'fetch("{STATE_ADDRESS}",{{cache:"no-store"}})'
    ".then(function(answer){return answer.text()})"
    ".then(function(text){if(text!==state)location.reload()})"
    ".catch(function(){})},1000)"
)
_DIGEST = f"'sha256-{b64encode(sha256(_SCRIPT.encode()).digest()).decode()}'"
_META = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)', re.IGNORECASE
)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_NOTHING_YET = """<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'">
<meta charset="utf-8">
<title>Nothing is published yet</title>
</head>
<body>
</body>
</html>
"""


def live(page: str | None, state: int, problems: str) -> str:
    """Return the page with a script that reloads it after every build, and what went wrong.

    Without a page there is no portal yet, and only the problems are shown.
    """
    allowed = _META.sub(
        lambda found: found[1] + _widened(found[2]) + found[3], page or _NOTHING_YET, count=1
    )
    added = f'<script data-state="{state}">{_SCRIPT}</script>\n{_alert(problems, page is None)}'
    return _BODY.sub(lambda found: f"{found[0]}\n{added}", allowed, count=1)


def _alert(problems: str, is_first: bool) -> str:
    if not problems:
        return ""
    shown = "nothing is published yet" if is_first else "this is the portal as it was before"
    return (
        f'<section role="alert">\n<h1>The last build failed; {shown}</h1>\n'
        f"<pre>{html.escape(problems)}</pre>\n</section>\n"
    )


def _widened(policy: str) -> str:
    """Return the policy with our script and its questions allowed."""
    directives = dict(
        part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip()
    )
    scripts = directives.get("script-src", "").replace("'none'", "").strip()
    directives["script-src"] = f"{scripts} {_DIGEST}".strip()
    directives["connect-src"] = "'self'"
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
