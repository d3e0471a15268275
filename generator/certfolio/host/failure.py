"""How rendering fails: every message at once."""

from collections.abc import Sequence

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


class RenderFailed(Stop):
    """The pages could not all be rendered; `messages` says why, one line each.

    A fault in an overriding theme is its author's to repair; any other is ours.
    """

    def __init__(self, messages: Sequence[str], *, exit_code: ExitCode = ExitCode.CRASH) -> None:
        self.messages = tuple(messages)
        super().__init__(
            exit_code,
            found="; ".join(self.messages),
            expected="every page rendered from the theme without a complaint",
            fix=(
                "repair the named template of your theme, or take it away to use the one shipped"
                if exit_code is ExitCode.CONFIGURATION
                else "report this to the makers of certfolio, with the lines above"
            ),
        )
