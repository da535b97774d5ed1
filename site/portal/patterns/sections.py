"""Examples of what a section of a material holds."""

from markupsafe import Markup

from experience.blocks import MainPartBlock
from portal.patterns.state import Examples, State

RESULTS = [
    {
        "indicator": "Решили задачу без помощи", "pupils": "14 учеников", "period": "сентябрь 2025 — май 2026",
        "how_measured": "одна и та же работа из шести задач", "before": "46 %", "after": "71 %",
        "before_share": 46, "after_share": 71, "difference": "+25 п. п.", "less_is_better": False,
    },
    {
        "indicator": "Ошибок на одну работу", "pupils": "14 учеников", "period": "", "how_measured": "", "before": "4,2",
        "after": "1,8", "before_share": 100, "after_share": 43, "difference": "−2,4", "less_is_better": True,
    },
]  # fmt: skip
STEPS = {
    "total": "2 шага, 8 минут",
    "items": [
        {"title": "Решают по карточке", "minutes": "5 мин", "text": "", "teacher": "Ходит между рядами.", "pupils": "Решают молча, отмечают трудное.", "diagnostics": ""},
        {"title": "Сверяют с ключом", "minutes": "3 мин", "text": Markup("<p>Ключ лежит в конверте на парте.</p>"), "teacher": "", "pupils": "", "diagnostics": "Поднятая карточка: всё верно."},
    ],
}  # fmt: skip
FILES = [
    {
        "title": "Карточки для 3 класса с ключами",
        "url": "#file",
        "type": "PDF",
        "facts": "24 страницы, 820 КБ",
        "text_url": "#text",
    },
    {"title": "Үлестірме қағаздар", "url": "#file", "type": "DOCX", "facts": "", "lang": "kk"},
]
PLACES = [
    {"title": "Карточки самопроверки", "url": "#experience", "lang": "ru", "indicator": "Решили без помощи", "school": "Бозаральская основная школа", "year": 2026, "before": "46 %", "after": "71 %", "before_share": 46, "after_share": 71, "pupils": "14 учеников", "facts_lang": ""},
    {"title": "Бекеттер бойынша сабақ", "url": "#experience", "lang": "kk", "indicator": "", "school": "Ақжайлау мектебі", "year": 2025, "before": "", "after": "", "before_share": 0, "after_share": 0, "pupils": "", "facts_lang": "kk"},
]  # fmt: skip
PICTURE = Markup(
    '<svg role="img" aria-label="{}" width="320" height="180" viewBox="0 0 320 180">'
    '<rect width="320" height="180" fill="currentColor" opacity=".2"/></svg>'
).format("Карточка с ключом")
TABLE = {
    "caption": "Кто что делает",
    "table": {
        "columns": [{"heading": "Минуты"}, {"heading": "3 класс"}, {"heading": "4 класс"}],
        "rows": [[{"value": "0–5"}, {"value": "карточка"}, {"value": "новая тема с учителем"}]],
    },
}
SOURCES = [
    "Выготский, Л. С. Мышление и речь. — Москва : Лабиринт, 1999. — 352 с.",
    "Жұмабаев, М. Педагогика. — Алматы : Рауан, 1992. — 160 б.",
]
LINKS = [
    {"type": "technology", "title": "Работа по станциям", "url": "#technology", "lang": "ru"},
    {"type": "guide", "title": "Аралас сыныптағы сабақтар", "url": "#guide", "lang": "kk"},
]
BLOCKS = MainPartBlock().to_python(
    [
        {"type": "heading", "value": "Как подготовить карточки"},
        {"type": "text", "value": "<p>Одна карточка, три задачи, один ключ.</p>"},
    ]
)
BARS = {"before": "46 %", "after": "71 %", "before_share": 46, "after_share": 71}
ROWS = [
    {"label": "Еңбек шығыны", "text": "аптасына 20 минут"},
    {"label": "Риски", "points": ["списывают ключ", "спешат закончить первыми"]},
]
STRIP = [
    {"offset": 0, "width": 12.5, "label": "5"},
    {"offset": 12.5, "width": 50, "label": "20"},
    {"offset": 62.5, "width": 37.5, "label": "15 мин"},
]
SHORT_END = [
    {"offset": 0, "width": 96, "label": "43"},
    {"offset": 96, "width": 4, "label": "2 мин"},
]


def _block(value: object) -> dict[str, object]:
    return {"value": value}


EXAMPLES: Examples = {
    "section": (
        State("text", {"section": {"id": "relevance", "number": 1, "title": "Актуальность", "body": Markup("<p>Ждали быстрых.</p>")}, "type": "experience"}, lang="ru"),
        State(
            "everything a section can hold",
            {
                "section": {
                    "id": "everything", "number": 12, "title": "Технология опыта", "body": Markup("<p>Как это делается.</p>"),
                    "rows": ROWS, "idea": "Ошибку ищет тот, кто её сделал.", "steps": STEPS, "lesson_strip": STRIP,
                    "results": RESULTS, "sources": SOURCES, "files": FILES, "guides": LINKS, "places": PLACES,
                    "pictures": [{"html": PICTURE, "caption": "Карточка с ключом"}], "blocks": BLOCKS,
                    "closing": "Дальше проще.",
                },
                "type": "technology",
            },
            lang="ru",
        ),
        State("empty", {"section": {"id": "empty", "number": 2, "title": "Қорытынды", "body": ""}, "type": "guide"}, lang="kk"),
    ),
    "steps": (
        State("of an experience", {"steps": STEPS}, lang="ru"),
        State("of a technology, without total", {"steps": {"total": "", "items": STEPS["items"]}, "type": "technology"}, lang="ru"),
    ),
    "lesson_strip": (
        State("three parts", {"parts": STRIP}, lang="ru"),
        State("a short last step", {"parts": SHORT_END}, lang="kk"),
    ),
    "results": (
        State("more is better, less is better", {"rows": RESULTS}, lang="ru"),
        State("one row", {"rows": RESULTS[:1]}, lang="ru"),
    ),
    "bars": (
        State("grown", BARS),
        State("of nothing, full", BARS | {"before": "0 %", "after": "100 %", "before_share": 0, "after_share": 100}),
    ),
    "places": (State("measured and not measured", {"rows": PLACES}),),
    "rows": (State("a text and points", {"rows": ROWS}),),
    "sources": (State("Russian and Kazakh", {"sources": SOURCES}),),
    "files": (State("with and without facts and text", {"files": FILES}, lang="ru"),),
    "material_links": (State("Russian and Kazakh", {"materials": LINKS}),),
    "picture": (
        State("with a caption", {"html": PICTURE, "caption": "Карточка с ключом: задача, место для ответа, ключ на обороте"}, lang="ru"),
        State("without", {"html": PICTURE}),
    ),
    "streamfield/heading": (State("Kazakh", _block("Карточкаларды қалай дайындау керек"), lang="kk"),),
    "streamfield/text": (State("with a list", _block(Markup("<p>Нужны:</p><ul><li>карточки</li><li>ключи</li></ul>")), lang="ru"),),
    "streamfield/step": (State("whole", _block(STEPS["items"][0]), lang="ru"),),
    "streamfield/task": (State("a task", _block({"title": "Найди ошибку", "text": Markup("<p>36 : 4 = 8</p>")}), lang="ru"),),
    "streamfield/table": (
        State("with a caption", _block(TABLE), lang="ru"),
        State("without", _block(TABLE | {"caption": ""}), lang="ru"),
    ),
    "streamfield/picture": (
        State("with a caption", _block({"caption": "Карточка с ключом"}) | {"html": PICTURE}, lang="ru"),
        State("without consent: empty", _block({"caption": "Класс"}) | {"html": ""}),
    ),
}  # fmt: skip
