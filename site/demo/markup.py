"""Markdown of a narrow kind into the HTML that rich-text fields of the portal hold.

Paragraphs, lists, bold and italic; headings only where they are asked for. Links, pictures, tables
and raw HTML are no part of it: their signs stay as text, so `[1]` remains a reference to literature.
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

_RULES = ["list", "emphasis", "escape", "newline"]
# The tags that the editor of the CMS itself writes.
_TAGS = {"strong": "b", "em": "i"}


class MarkupError(ValueError):
    """A text holds something that a rich-text field cannot show."""


class _EditorHTML(RendererHTML):
    """Renders `<b>` and `<i>`, as the editor of the CMS does."""

    def renderToken(  # noqa: N802 - the name is the library's
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        token = tokens[index]
        token.tag = _TAGS.get(token.tag, token.tag)
        return super().renderToken(tokens, index, options, env)


_PLAIN = MarkdownIt("zero", renderer_cls=_EditorHTML).enable(_RULES)
_HEADED = MarkdownIt("zero", renderer_cls=_EditorHTML).enable([*_RULES, "heading"])


def rich_text(text: str, *, headings: bool = False) -> str:
    """Return the HTML of a Markdown text.

    With `headings` lines beginning with `##` and `###` become `<h2>` and `<h3>`. Raises MarkupError
    where a heading of another rank stands, or a list item holds more than one paragraph.
    """
    markdown = _HEADED if headings else _PLAIN
    tokens = markdown.parse(text)
    _tighten(tokens)
    if headings and (
        wrong := {token.tag for token in tokens if token.tag[:1] == "h"} - {"h2", "h3"}
    ):
        raise MarkupError(f"only ## and ### are headings here, not {', '.join(sorted(wrong))}")
    if not headings and any(line.startswith("#") for line in text.splitlines()):
        raise MarkupError("a heading stands where none is allowed")
    return markdown.renderer.render(tokens, markdown.options, {}).strip()


def _tighten(tokens: list[Token]) -> None:
    """Drop the paragraphs inside list items: the editor of the CMS has none there."""
    depth, paragraphs = 0, 0
    for token in tokens:
        if token.type == "list_item_open":
            depth, paragraphs = depth + 1, 0
        elif token.type == "list_item_close":
            depth -= 1
        elif depth and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = True
            paragraphs += token.type == "paragraph_open"
            if paragraphs > 1:
                raise MarkupError("a list item holds more than one paragraph")
