"""What the attached files are made of: Markdown with tables, and the texts of the acts."""

from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bilingual.folding import has_kazakh_letters
from demo.content import Values

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Source:
    """One document to make: its parts, each a language and its Markdown."""

    name: str
    parts: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The first heading of the first part."""
        tokens = self.tokens()
        opening = next(place for place, token in enumerate(tokens) if token.type == "heading_open")
        return tokens[opening + 1].content

    def tokens(self) -> list[Token]:
        """The Markdown tokens of the first part, the only one of everything but acts."""
        return MARKDOWN.parse(self.parts[0][1])


def attachment_source(path: Path) -> Source:
    """Return the source of an attachment: `files/NAME.md`; raises OSError where it is missing."""
    text = path.read_text(encoding="utf-8")
    return Source(path.stem, (("kk" if has_kazakh_letters(text) else "ru", text),))


def act_source(act: Values, district: Values) -> Source:
    """Return the source of an act's file: the act in Kazakh, then in Russian."""
    return Source(
        Path(act["file"]).stem,
        tuple((language, _act_text(act, district, language)) for language in ("kk", "ru")),
    )


def _act_text(act: Values, district: Values, language: str) -> str:
    department = district[f"department_{language}"]
    cabinet = district[f"cabinet_{language}"]
    return (
        f"{department} · {cabinet}\n\n"
        f"# {act[f'title_{language}']}\n\n"
        f"**№ {act['number']}, {act['date']:%d.%m.%Y}**\n\n"
        f"{act[f'body_{language}']}\n\n"
        f"{act[f'signatory_{language}']}\n"
    )
