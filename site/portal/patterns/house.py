"""Examples of what stands around every page. The sprite and the stylesheets are those of the page itself."""

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

EXAMPLES: Examples = {
    "utility_row": (State("Russian is shown", {"switch": SWITCH}, ground="sky"),),
    "breadcrumbs": (
        State("two steps", {"items": [{"label": "Главная", "url": "#home"}, {"label": "Тәжірибе", "url": "#experience", "lang": "kk"}], "lang": "ru"}),
        State("none", {"items": []}),
    ),
    "footer": (
        State("with contacts", {"columns": COLUMNS, "contacts": CONTACTS, "note": "Отдел образования Ақжайлауского района"}, lang="ru"),
        State("without", {"columns": COLUMNS[:1], "contacts": {}, "note": ""}, lang="ru"),
    ),
    "head": (
        State("of an article: nothing to be seen", {"title": "Опыт", "description": "Что было сделано", "url": "#article", "canonical": "#article", "alternates": [{"lang": "ru", "url": "#article"}], "site": "Банк опыта", "locale": "ru_RU", "image": "#picture", "kind": "article", "metadata": [("dcterms.title", "Опыт")]}),
    ),
    "icons": (State("the sprite: each drawing stands under “icon”"),),
    "stylesheets": (State("the links of the page: nothing to be seen"),),
}  # fmt: skip
