"""The commands, as one invoke collection: one module each."""

# ruff: noqa: E402 - nothing else can be imported without docstrings
from certfolio.tasks.interpreter import expect_docstrings

expect_docstrings()

from invoke.collection import Collection

from certfolio.tasks.adopt import adopt
from certfolio.tasks.bench import bench
from certfolio.tasks.build import build
from certfolio.tasks.check import check
from certfolio.tasks.clean import clean
from certfolio.tasks.components import components
from certfolio.tasks.evidence import scan
from certfolio.tasks.export import export
from certfolio.tasks.generate import generate
from certfolio.tasks.init import init
from certfolio.tasks.keygen import keygen
from certfolio.tasks.languages import languages
from certfolio.tasks.new import new
from certfolio.tasks.package import package
from certfolio.tasks.preview import preview
from certfolio.tasks.readiness import readiness
from certfolio.tasks.serve import serve
from certfolio.tasks.test import test
from certfolio.tasks.verify import verify

namespace = Collection(
    adopt,
    bench,
    build,
    check,
    clean,
    components,
    export,
    generate,
    init,
    keygen,
    languages,
    new,
    package,
    preview,
    readiness,
    serve,
    test,
    verify,
    evidence=Collection(scan),
)

__all__ = ["namespace"]
