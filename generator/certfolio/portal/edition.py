"""What one audience gets to see, as one value: the contract between the pipeline and the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from certfolio.evidence_scan.files import ScannedFile
from certfolio.language.language import ENGLISH, Language
from certfolio.linking.graph import RecordGraph
from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.linking.prose_target import ProseTargets
from certfolio.model.message import Message, word
from certfolio.model.preview import Preview
from certfolio.portal.field_name import Labels
from certfolio.portal.finding_index import FindingIndex
from certfolio.portal.volume import Volume
from certfolio.readiness.coverage import Coverage
from certfolio.readiness.readiness import Readiness
from certfolio.records.portal_settings import Audience
from certfolio.records.record import Record

_STATE_WORDS = MappingProxyType(
    {
        LinkState.SUPERSEDED: word("state", "superseded"),
        LinkState.WITHDRAWN: word("state", "withdrawn"),
    }
)


@dataclass(frozen=True, slots=True)
class PortalFile:
    """A record's file as it lies in the portal; `name` is what its owner calls it.

    `preview` is what of it can be looked at on a page; None for a type that never is.
    """

    path: str
    title: str
    name: str
    size: int
    sha256: str
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The graph as an audience sees it, judged on a day, with the files that go along.

    `files` is keyed by record id and the path in its FileEntry; `labels` by record type and the
    path of a field, such as `tested.what`. A file that is not in `files` is not in this edition.
    `carried` is what a scan found in the files, None for an audience that does not ask for it.
    `readiness` is None for an audience that leaves it out. `language` is what the portal speaks;
    the texts of the records speak their own. `volume` is None but in a package of several volumes.
    """

    graph: RecordGraph
    coverage: Coverage
    files: Mapping[tuple[str, str], PortalFile]
    labels: Labels
    as_of: date
    audience: Audience
    build_id: str
    version: str
    readiness: Readiness | None = None
    language: Language = ENGLISH
    carried: Mapping[tuple[str, str], ScannedFile] | None = None
    volume: Volume | None = None
    _state_words: Mapping[str, Message] = field(init=False, repr=False, compare=False)
    targets: ProseTargets = field(init=False, repr=False, compare=False)
    findings: FindingIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "_state_words", _state_words(self.graph.links))
        put(self, "targets", ProseTargets.among(self.graph.records))
        put(self, "findings", FindingIndex.of(self.readiness))

    def state_word(self, id: str) -> Message | None:
        """Say `superseded` or `withdrawn` of a record that links name but should no longer."""
        return self._state_words.get(id)

    def elsewhere(self, file: PortalFile) -> Message | None:
        """Say which other volume of the package holds a file; None where this one does."""
        return None if self.volume is None else self.volume.elsewhere(file.path)

    def lang_of(self, record: Record) -> str | None:
        """Return the language of a record's own text, None where the portal speaks it too."""
        own = record.lang or self.graph.settings.lang
        return None if own == self.language.code else own

    @property
    def own_lang(self) -> str | None:
        """Return the language of what the settings say, None where the portal speaks it too."""
        own = self.graph.settings.lang
        return None if own == self.language.code else own


def _state_words(links: Iterable[ResolvedLink]) -> Mapping[str, Message]:
    return MappingProxyType(
        {link.target: _STATE_WORDS[link.state] for link in links if link.state in _STATE_WORDS}
    )
