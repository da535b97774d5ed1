"""Examples of what stands around every page. The stylesheets are those of the page itself."""

from typing import Any

from pages.preferences import ORDINARY, Preferences
from portal.patterns.state import Examples, State

COLUMNS = [
    {"title": "Материалы", "links": [{"label": "Опыт", "url": "#experience"}, {"label": "Пособия", "url": "#guides"}]},
    {"title": "Кабинет", "links": [{"label": "О кабинете", "url": "#about"}]},
]  # fmt: skip
CONTACTS = {
    "address": "село Ақжайлау, улица Абая, 12",
    "phone": "+7 700 000-00-00",
    "phone_url": "tel:+77000000000",
    "email": "kabinet@example.kz",
    "hours": "пн–пт, 9:00–18:00",
}
SWITCH = [
    {"code": "kk", "label": "Қаз", "url": "#kk", "current": False},
    {"code": "ru", "label": "Рус", "url": "#ru", "current": True},
]


def looks(preferences: Preferences = ORDINARY) -> dict[str, Any]:
    """What base.html hands on of the looks of a page."""
    return {
        "preferences": preferences,
        "url": "#view",
        "next": "/ru/",
        "low_vision": "v1",
        "lite": "lite",
    }


PANEL = [
    {"name": "size", "title": "Размер букв", "buttons": [
        {"name": "18", "label": "Крупный", "value": "v1.18.black.usual.on", "is_pressed": True},
        {"name": "24", "label": "Крупнее", "value": "v1.24.black.usual.on", "is_pressed": False},
    ]},
    {"name": "colours", "title": "Цвета", "buttons": [
        {"name": "white", "label": "Белым по чёрному", "value": "v1.18.white.usual.on", "is_pressed": False},
    ]},
]  # fmt: skip

EXAMPLES: Examples = {
    "utility_row": (
        State("Russian is shown", {"switch": SWITCH, "appearance": looks()}, ground="sky"),
        State("low vision", {"switch": SWITCH, "appearance": looks(Preferences(is_low_vision=True))}, ground="sky"),
    ),
    "low_vision_panel": (State("two groups, unstyled outside of that version", {"panel": PANEL}, lang="ru"),),
    "breadcrumbs": (
        State("two steps", {"items": [{"label": "Главная", "url": "#home"}, {"label": "Тәжірибе", "url": "#experience", "lang": "kk"}], "lang": "ru"}),
        State("none", {"items": []}),
    ),
    "footer": (
        State("with contacts", {"columns": COLUMNS, "contacts": CONTACTS, "note": "Отдел образования Ақжайлауского района", "appearance": looks()}, lang="ru"),
        State("without", {"columns": COLUMNS[:1], "contacts": {}, "note": "", "appearance": looks(Preferences(chose_lite=True))}, lang="ru"),
        State("a browser that saves data", {"columns": [], "contacts": {}, "note": "", "appearance": looks(Preferences(saves_data=True))}, lang="ru"),
    ),
    "head": (
        State("of an article: nothing to be seen", {"title": "Опыт", "description": "Что было сделано", "url": "#article", "canonical": "#article", "alternates": [{"lang": "ru", "url": "#article"}], "site": "Банк опыта", "locale": "ru_RU", "image": "#picture", "kind": "article", "metadata": [("dcterms.title", "Опыт")]}),
    ),
    # Within a template they are not read: a second time they would undo those of the low-vision version.
    "stylesheets": (State("the links of the page: nothing to be seen", within="template"),),
}  # fmt: skip
