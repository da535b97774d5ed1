"""Examples of what stands around the sections of a material."""

from markupsafe import Markup

from portal.patterns.sections import RESULTS
from portal.patterns.state import Examples, State

AUTHORS = [
    {"name": "Л. М. Оспанова", "url": "#author", "category": "педагог-исследователь"},
    {"name": "А. Ж. Төлегенова", "url": "", "category": "педагог-эксперт", "lang": "kk"},
]
SCHOOLS = [{"name": "Бозаральская основная школа", "url": "#school"}]
FIGURES = [
    {"before": "46", "after": "71 %", "label": "решили задачу без помощи"},
    {"value": "20 мин", "label": "подготовка на неделю"},
    {"value": "2–4 класс", "label": "кому подходит"},
]
PASSPORT = [
    {
        "label": "Предмет и класс",
        "links": [
            {"label": "Математика", "url": "#subject"},
            {"label": "3 класс", "url": "#grade"},
        ],
    },
    {"label": "Язык обучения", "value": "русский", "url": ""},
    {
        "label": "Оборудование",
        "value": "карточки, ножницы, конверты по числу учеников, доска с магнитами",
        "url": "",
    },
    {"label": "Технология", "value": "Работа по станциям", "url": "#technology"},
]
SECTIONS = [
    {
        "id": "relevance",
        "number": 1,
        "title": "Актуальность",
        "body": Markup("<p>На уроке считали только быстрые ученики.</p>"),
    },
    {"id": "results", "number": 2, "title": "Результативность", "results": RESULTS},
]
ACTIONS = [
    {"label": "3 файла, 2,1 МБ", "url": "#files", "icon": "i-down"},
    {"label": "Процитировать", "url": "#citation", "icon": "i-quote"},
]
CITATION = {
    "text": "Оспанова, Л. М. Карточки самопроверки на уроке математики / Л. М. Оспанова. — Ақжайлау : Методический кабинет, 2026. — № 0214.",
    "address": "tazhiribe.example/m/0214",
    "url": "#address",
    "qr_url": "#code",
}
RESPONSIBLE = {
    "name": "Д. С. Ахметов",
    "url": "#methodist",
    "published": "12 октября 2026 г.",
    "review_by": "12 октября 2029 г.",
    "change_note": "добавлены карточки для 4 класса",
}
CRUMBS = [{"label": "Главная", "url": "#home"}, {"label": "Опыт", "url": "#experience"}]

EXAMPLES: Examples = {
    "authors_line": (
        State("one author", {"authors": AUTHORS[:1], "schools": SCHOOLS}, lang="ru"),
        State("several, with a word before", {"authors": AUTHORS, "schools": SCHOOLS, "intro": "Составители"}, lang="ru"),
        State("without school", {"authors": AUTHORS[1:], "schools": []}, lang="kk"),
    ),
    "figures": (
        State("three", {"figures": FIGURES}, lang="ru"),
        State("two", {"figures": [{"value": "Жинақ", "label": "құралдың түрі"}, {"value": "48 бет", "label": "көлемі"}]}, lang="kk"),
        State("empty", {"figures": []}),
    ),
    "evidence_line": (
        State("with the way of measuring", {"text": "14 учеников одной школы, сентябрь 2025 — май 2026, сравнение с началом года.", "url": "#results"}, lang="ru"),
        State("short, Kazakh", {"text": "Бір мектептің 14 оқушысы.", "url": ""}, lang="kk"),
        State("empty", {"text": "", "url": ""}),
    ),
    "passport": (
        State("with links and long values", {"title": "Паспорт материала", "items": PASSPORT}, lang="ru"),
        State("short, Kazakh", {"title": "Материалдың паспорты", "items": [{"label": "Оқыту тілі", "value": "қазақша", "url": ""}]}, lang="kk"),
        State("empty", {"title": "", "items": []}),
    ),
    "contents": (
        State("sections and actions", {"sections": SECTIONS, "actions": ACTIONS}, lang="ru"),
        State("actions alone", {"sections": [], "actions": ACTIONS[1:]}, lang="ru"),
    ),
    "save_button": (
        State("of a material; only with the script", {"numbers": "0214"}, lang="ru"),
        State("of a whole selection, Kazakh", {"numbers": "0214 0187", "all": True}, lang="kk"),
    ),
    "copy_button": (State("for a text of the page; only with the script", {"source": "reference"}, lang="ru"),),
    "citation": (State("a full reference", {"citation": CITATION}, lang="ru"),),
    "responsible": (
        State("everything known", {"responsible": RESPONSIBLE}, lang="ru"),
        State("a name alone, Kazakh", {"responsible": {"name": "Д. С. Ахметов", "url": ""}}, lang="kk"),
    ),
    "untranslated": (
        State("a Kazakh page, translated; nothing beside Kazakh", {"lang": "kk", "translation": {"label": "Карточки самопроверки", "url": "#ru", "lang": "ru"}}),
        State("a Russian page without translation; nothing beside Russian", {"lang": "ru"}),
    ),
    "material": (
        State(
            "an experience, whole",
            {
                "material": {
                    "type": "experience", "lang": "ru", "number": "№ 0214", "published": "12 октября 2026 г.",
                    "reading_time": "чтение 7 мин", "level": "районный уровень", "title": "Карточки самопроверки на уроке математики",
                    "lead": "Ученик сам находит ошибку по ключу, учитель видит, где застрял класс.",
                    "authors": AUTHORS, "schools": SCHOOLS, "authors_intro": "",
                },
                "breadcrumbs": CRUMBS,
                "figures": FIGURES,
                "evidence": {"text": "14 учеников одной школы, учебный год.", "url": "#results"},
                "passport": {"title": "Паспорт материала", "items": PASSPORT},
                "contents": {"sections": SECTIONS, "actions": ACTIONS, "number": "0214"},
                "sections": SECTIONS,
                "citation": CITATION,
                "responsible": RESPONSIBLE,
                "translation": None,
                "related": [],
                "tags": [{"label": "самопроверка", "url": "#tag"}],
            },
        ),
        State(
            "a guide with nothing but a title, Kazakh",
            {
                "material": {
                    "type": "guide", "lang": "kk", "number": "№ 0215", "published": "", "reading_time": "", "level": "",
                    "title": "Аралас сыныптағы сабақтар", "lead": "", "authors": [], "schools": [], "authors_intro": "",
                },
                "breadcrumbs": [], "figures": [], "evidence": {"text": "", "url": ""},
                "passport": {"title": "", "items": []}, "contents": {"sections": [], "actions": [], "number": ""},
                "sections": [], "citation": None, "responsible": None, "translation": None, "related": [], "tags": [],
            },
        ),
    ),
}  # fmt: skip
