"""The public templates: they compile, escape, follow the language, and find their components."""

import re

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation
from django.utils.safestring import mark_safe
from jinja2 import TemplateNotFound, UndefinedError
from wagtail.rich_text import RichText

from pages.jinja import bind
from tests import factories

FOLDER = settings.ROOT / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
HOSTILE = "<script>alert('x')</script>\"onload=\""


def environment():
    return engines["jinja2"].env


def rendered(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles_and_finds_every_component_it_names(name):
    engines["jinja2"].get_template(name)
    source = (FOLDER / name).read_text(encoding="utf-8")
    for component in re.findall(r"\bcomponent\.(\w+)\(", source):
        assert callable(getattr(environment().globals["component"], component))


def test_a_component_that_does_not_exist_is_an_error():
    with pytest.raises(TemplateNotFound):
        rendered("{{ component.nothing_like_it() }}")


@pytest.mark.parametrize(
    "call",
    [
        "component.message(title=text, text=text, link={'url': text, 'label': text})",
        "component.breadcrumbs([{'url': text, 'label': text}])",
        "component.search_field(url=text, modifier='large', id='q', value=text)",
        "component.bars(before=text, after=text, before_share=text, after_share=text)",
        "component.section(section={'id': text, 'number': 1, 'title': text, 'body': text, 'idea': text}, type=text)",
        "component.marked([{'text': text, 'marked': true}])",
    ],
)
def test_a_hostile_string_comes_out_harmless(call):
    html = rendered("{{ " + call + " }}", text=HOSTILE)
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert '"onload' not in html


def test_safe_html_comes_out_as_it_is():
    html = rendered(
        "{{ component.message(title='x', text=text) }}", text=mark_safe("<b>в классе</b>")
    )
    assert "<b>в\u00a0классе</b>" in html


def test_texts_follow_the_language_active_at_the_call():
    template = engines["jinja2"].from_string("{{ _('Subjects') }} {{ get_language() }}")
    with translation.override("kk"):
        assert template.render() == "Пәндер kk"
    with translation.override("ru"):
        assert template.render() == "Предметы ru"


def test_a_language_block_switches_its_components_too_and_comes_back():
    source = (
        "{% call language('kk') %}{{ component.type_label('technology') }}{{ _('Subjects') }}"
        "{% endcall %}|{{ _('Subjects') }}"
    )
    with translation.override("ru"):
        inside, outside = rendered(source).split("|")
    assert inside.endswith("Пәндер")
    assert outside == "Предметы"


def test_a_language_block_comes_back_after_an_error():
    with translation.override("ru"):
        with pytest.raises(ZeroDivisionError):
            rendered("{% call language('kk') %}{{ 1 // 0 }}{% endcall %}")
        assert translation.get_language() == "ru"


def test_a_key_comes_before_a_method_of_the_same_name():
    assert rendered("{{ group.items }}", group={"items": "пять"}) == "пять"
    assert (
        rendered("{% for key, value in group.items() %}{{ key }}{% endfor %}", group={"a": 1})
        == "a"
    )


def test_an_absent_key_is_false_but_never_printed():
    assert rendered("{% if link.lang %}x{% endif %}", link={}) == ""
    for source in ("{{ link.lang }}", "{{ link.lang|bind }}", "{{ linc }}"):
        with pytest.raises(UndefinedError):
            rendered(source, link={})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("в классе", "в\u00a0классе"),
        ("<i> в классе", "<i> в\u00a0классе"),
        (translation.gettext_lazy("Subjects"), "Предметы"),
        (3, "3"),
    ],
)
def test_plain_text_is_bound_and_stays_unsafe(value, text):
    with translation.override("ru"):
        assert bind(value) == text
    assert not hasattr(bind(value), "__html__")


@pytest.mark.parametrize(
    "value", [mark_safe('<a rel="a b">в классе</a>'), RichText("<b>в классе</b>")]
)
def test_html_is_bound_and_stays_safe(value):
    assert "в\u00a0классе</" in bind(value)
    assert 'rel="a\u00a0b"' not in bind(value)
    assert hasattr(bind(value), "__html__")


@pytest.mark.django_db
def test_the_bar_of_the_cms_is_for_editors_and_of_readers_nobody_asks_who_they_are(reader, client):
    page = factories.experience(live=True)
    address = f"/ru/experience/{page.slug}/"
    answer = reader.get(address)
    assert "wagtail-userbar" not in answer.content.decode()
    assert not answer.wsgi_request.session.accessed
    client.force_login(factories.user(superuser=True))
    answer = client.get(address)
    assert "wagtail-userbar" in answer.content.decode()
    assert f"/cms/pages/{page.pk}/edit/" in answer.content.decode()
    assert answer.wsgi_request.session.accessed
