"""Markdown of the content becomes the HTML that the editor of the CMS would write, and no other."""

import pytest

from demo.markup import MarkupError, rich_text


def test_paragraphs_lists_bold_and_italic_are_kept():
    assert rich_text("Раз **два** *три*\n\n- четыре\n\n- пять\n\n1. шесть") == (
        "<p>Раз <b>два</b> <i>три</i></p>\n<ul>\n<li>четыре</li>\n<li>пять</li>\n</ul>\n"
        "<ol>\n<li>шесть</li>\n</ol>"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Сказано в [1] и [2].", "<p>Сказано в [1] и [2].</p>"),
        ("[1]: источник", "<p>[1]: источник</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("![вид](вид.png)", "<p>![вид](вид.png)</p>"),
        ("[сюда](https://example.com)", "<p>[сюда](https://example.com)</p>"),
        ("a | b\n--|--", "<p>a | b\n--|--</p>"),
    ],
)
def test_references_links_pictures_tables_and_html_stay_text(text: str, html: str):
    assert rich_text(text) == html


def test_headings_stand_only_where_they_are_allowed():
    assert rich_text("## Раздел\n\n### Часть", headings=True) == "<h2>Раздел</h2>\n<h3>Часть</h3>"
    with pytest.raises(MarkupError, match="none is allowed"):
        rich_text("## Раздел")
    with pytest.raises(MarkupError, match="h1"):
        rich_text("# Раздел", headings=True)


def test_a_list_item_of_two_paragraphs_is_refused():
    with pytest.raises(MarkupError, match="more than one paragraph"):
        rich_text("- раз\n\n  два")
