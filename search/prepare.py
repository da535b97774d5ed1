"""A document turned into what every engine indexes: tokens by field and passages to quote from."""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from search.analysis.protection import Protected
from search.analysis.text import Token, analyse
from search.documents import SearchDocument, Section

TITLE, KEYWORDS, BODY = ("title", "keywords", "body")

# Sections that can be searched by themselves (see `search.query.SCOPES`).
SCOPED_SECTIONS = ("results", "conditions", "steps")

# The parts of a document that an engine keeps apart.
COLUMNS = (TITLE, KEYWORDS, BODY, *SCOPED_SECTIONS)

# A title is the first passage, and only that one.
TITLE_PLACE = 0

# Words in a passage at most: what a snippet is looked for in at once.
PASSAGE_WORDS = 300

# Stands before each section's first form, so that no phrase reaches across; no text is written in it.
BREAK = "\ue000"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section with its tokens, parted by spaces: the n-th stem is at `starts[n]`.

    `forms` are the same words folded, led by BREAK where a section begins.
    """

    field: str
    section: str
    language: str
    label: Mapping[str, str]
    text: str
    starts: "array[int]"
    stems: str
    forms: str

    @property
    def column(self) -> str:
        """Which of COLUMNS the words belong to."""
        return column_of(self.field, self.section)


class PreparedDocument(NamedTuple):
    """Passages in reading order; the words that folding changed, as written; the number of words."""

    passages: list[Passage]
    spellings: set[str]
    length: int


def prepare(document: SearchDocument, protected: Protected) -> PreparedDocument:
    """Analyse a document: title, keywords and sections, each by its own language."""
    passages: list[Passage] = []
    spellings: set[str] = set()
    length = 0
    for name, section in _fields(document):
        tokens = analyse(section.text, section.language, protected)
        length += len(tokens)
        spellings.update(token.spelling for token in tokens if token.spelling != token.form)
        passages.extend(_passages(name, section, tokens))
    return PreparedDocument(passages, spellings, length)


def column_of(field: str, section: str) -> str:
    """Which of COLUMNS a passage of a field belongs to."""
    return section if field == BODY and section in SCOPED_SECTIONS else field


def timestamp(published: date | None) -> float:
    """Seconds since 1970; a date counts from its midnight in UTC, no date is older than all."""
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        published = datetime.combine(published, time(), UTC)
    return published.timestamp()


def _fields(document: SearchDocument) -> Iterator[tuple[str, Section]]:
    yield TITLE, Section("title", document.title, document.language)
    for keyword in document.keywords:
        yield KEYWORDS, Section("keywords", keyword, document.language)
    for section in document.sections:
        yield BODY, section


def _passages(name: str, section: Section, tokens: list[Token]) -> Iterator[Passage]:
    """The section in pieces of at most PASSAGE_WORDS words; none if it has no word.

    A title is kept in any case: it is shown.
    """
    for first in range(0, max(len(tokens), int(name == TITLE)), PASSAGE_WORDS):
        piece = tokens[first : first + PASSAGE_WORDS]
        following = tokens[first + PASSAGE_WORDS : first + PASSAGE_WORDS + 1]
        begin = piece[0].start if first else 0
        end = following[0].start if following else len(section.text)
        yield Passage(
            field=name,
            section=section.name,
            language=section.language,
            label=section.label,
            text=section.text[begin:end],
            starts=array("I", (token.start - begin for token in piece)),
            stems=" ".join(token.stem for token in piece),
            forms=" ".join([*([] if first else [BREAK]), *(token.form for token in piece)]),
        )
