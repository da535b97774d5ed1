"""Examples of asking, choosing, and of what is said when nothing is found."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from portal.patterns.lists import BARE_HIT, HIT, PAGES, TYPES
from portal.patterns.state import Examples, State

SEARCH = "#search"


def _value(value: str, label: str, count: int, **more: object) -> dict[str, object]:
    return {"value": value, "label": label, "count": count, "checked": False, "type": "", "lang": "", **more}  # fmt: skip


GROUPS = [
    {"name": "type", "label": "Тип материала", "open": True, "more": [], "values": [_value("experience", "Опыт", 17, checked=True, type="experience"), _value("guide", "Пособие", 4, type="guide")]},
    {"name": "author", "label": "Автор", "open": False, "values": [_value("1", "Төлегенова А. Ж.", 3, lang="kk")], "more": [_value("2", "Оспанова Л. М.", 1)]},
]  # fmt: skip
SCOPES = [
    {"value": "", "label": "Везде", "checked": True},
    {"value": "title", "label": "В названии", "checked": False},
]
CHIPS = [
    {"label": "Опыт", "url": "#without"},
    {"label": "Шағын жинақты мектеп", "url": "#without", "lang": "kk"},
]
ORDERS = [
    {"label": "по близости", "url": "#order", "current": True},
    {"label": "по дате", "url": "#order", "current": False},
]
WAYS = [
    {"text": "Меньше слов", "label": "карточки", "url": "#fewer"},
    {"text": "", "label": "Весь опыт", "url": "#all"},
]
MENDED = [
    {"text": "аттестация", "marked": True},
    {"text": " педагогов", "marked": False},
]


def _as_hit(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a hit as the search gives it to a listing."""
    shown = {name: values[name] for name in ("url", "meta", "facts", "result", "summary")}
    return {"kind": values["type"], "language": values["lang"], "title": values["title"], "snippet": values["snippet"], "display": shown, "quoted": {}, "found_in": None, "found_by": None}  # fmt: skip


LISTING = {
    "heading": "Найдено 2 материала", "intro": "", "breadcrumbs": [], "correction": None, "found": "",
    "filters": {"url": SEARCH, "groups": GROUPS, "hidden": [], "scopes": ()}, "chips": CHIPS, "reset_url": SEARCH,
    "orders": ORDERS, "hits": [_as_hit(HIT), _as_hit(BARE_HIT)], "pages": PAGES, "previous": "#4", "next": "#6",
    "elsewhere": {"label": "Ещё 3 на казахском", "url": "#elsewhere"}, "picks": [], "missed_url": "", "text": "карточки",
}  # fmt: skip
EMPTY_LISTING = LISTING | {
    "heading": "Ничего не найдено", "hits": [], "filters": None, "chips": [], "elsewhere": None, "pages": [],
    "empty": {"title": "", "text": "Проверьте слова или спросите короче.", "links": WAYS},
}  # fmt: skip

EXAMPLES: Examples = {
    "search_field": (
        State("large, as on the home page", {"url": SEARCH, "modifier": "large", "id": "large-search"}, ground="sky"),
        State("medium, with words", {"url": SEARCH, "modifier": "medium", "id": "medium-search", "value": "аралас сынып", "hidden": [{"name": "type", "value": "guide"}]}, ground="sky"),
        State("compact, from 960 px on, as in the header", {"url": SEARCH, "modifier": "compact", "id": "compact-search"}, ground="sky"),
    ),
    "filters": (State("something chosen, more behind “all”, parts of a material", {"url": SEARCH, "groups": GROUPS, "hidden": [{"name": "q", "value": "карточки"}], "scopes": SCOPES}, lang="ru"),),
    "toolbar": (
        State("chosen", {"chips": CHIPS, "reset_url": SEARCH, "orders": ORDERS, "found": "", "filters": True}, lang="ru"),
        State("nothing chosen", {"chips": [], "reset_url": SEARCH, "orders": [], "found": "17 материалов", "filters": True}, lang="ru"),
    ),
    "correction": (
        State("applied", {"correction": {"applied": True, "pieces": MENDED, "asked": "атестация педагогов", "url": SEARCH}}, lang="ru"),
        State("offered", {"correction": {"applied": False, "pieces": MENDED, "asked": "атестация педагогов", "url": SEARCH}}, lang="ru"),
    ),
    "listing": (
        State("hits and filters", LISTING, lang="ru"),
        State("empty", EMPTY_LISTING, lang="ru"),
    ),
    "empty_state": (
        State("with ways on", {"title": "Здесь пока пусто", "text": "Материалы появятся после совета.", "links": WAYS}, lang="ru"),
        State("a heading alone", {"title": "Әзірге материал жоқ"}, lang="kk"),
    ),
    "missed_form": (
        State("a question without hits", {"url": "#missed", "question": "уроки плавания"}),
        State("with an error", {"url": "#missed", "question": "", "text": "бассейн", "error": "Слишком много сообщений сразу."}, lang="ru"),
    ),
    "error_summary": (State("one error", {"title": "Исправьте, пожалуйста:", "errors": [{"text": "Напишите, чего не хватило.", "field": "missed"}]}, lang="ru"),),
    "message": (
        State("a notice with a link", {"title": "Страница на казахском.", "text": "Перевод:", "link": {"label": "Карточки", "url": "#ru", "lang": "ru"}}, lang="ru"),
        State("good", {"title": "Жіберілді.", "kind": "good"}, lang="kk"),
        State("bad, with markup", {"title": "Не сохранено.", "text": Markup("Проверьте <b>дату</b>."), "kind": "bad"}, lang="ru"),
    ),
    "error": (
        State("everything", {"code": "404", "title": "Такой страницы нет", "text": "В адресе может быть ошибка.", "link": {"label": "Карточки самопроверки", "url": "#successor", "lang": "ru"}, "search_url": SEARCH, "types": TYPES}, lang="ru"),
        State("one sentence", {"code": "403", "title": "Бұл бет сізге жабық", "text": ""}, lang="kk"),
    ),
}  # fmt: skip
