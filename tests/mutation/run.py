"""Switches each control off, one after the other, and says whether the suite notices.

    python tests/mutation/run.py               all controls
    python tests/mutation/run.py slip lock     only these

First all the tests that are named must pass with every control on. Ends with 1 where a control can
be switched off and no test fails.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests"))

from mutation.controls import CONTROLS, Control  # noqa: E402 - found through the path above

_FAILED = 1


def main(names: Sequence[str]) -> int:
    """Try the controls of these names, or all."""
    unknown = set(names) - {control.name for control in CONTROLS}
    if unknown:
        print(f"there is no control called {', '.join(sorted(unknown))}")
        return 2
    chosen = [control for control in CONTROLS if not names or control.name in names]
    tests = list(dict.fromkeys(test for control in chosen for test in control.tests))
    if tried(tests, "") != 0:
        print("the named tests fail with every control on: nothing can be told")
        return 2
    missed = [control for control in chosen if not is_noticed(control)]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} controls are noticed when they are off")
    return 1 if missed else 0


def is_noticed(control: Control) -> bool:
    """Whether the named tests fail, and do not merely break, with the control off."""
    noticed = tried(control.tests, control.name) == _FAILED
    print(f"{'noticed' if noticed else 'NOT NOTICED'}: {control.name}", flush=True)
    return noticed


def tried(tests: Sequence[str], name: str) -> int:
    """Run tests with a control off and return how pytest ended."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("-p", "mutation.switched_off", "--tb=no", *tests),
        ],
        cwd=PROJECT,
        env=os.environ | {"CERTFOLIO_MUTATION": name, "PYTHONPATH": str(PROJECT / "tests")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
