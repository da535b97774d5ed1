"""Examples of lists of materials, records and counts."""

from portal.patterns.state import Examples, State

ROW = {
    "type": "experience", "title": "Карточки самопроверки на уроке математики в совмещённом классе малокомплектной школы",
    "url": "#experience", "lang": "ru", "meta": "Л. М. Оспанова · Бозаральская основная школа · 12 октября",
    "seal": "Районный уровень, протокол № 3 от 28 сентября 2026 г.",
    "figure": {"before": "46", "after": "71 %", "label": "решили задачу без помощи", "lang": "ru"},
}  # fmt: skip
KAZAKH_ROW = {
    "type": "technology", "title": "Бекеттер бойынша сабақ", "url": "#technology", "lang": "kk",
    "meta": "А. Ж. Төлегенова · 3 қараша", "seal": "", "figure": {"value": "40 мин", "label": "сабақ"},
}  # fmt: skip
BARE_ROW = KAZAKH_ROW | {"type": "guide", "title": "Жинақ", "figure": None}
PAGES = [
    {"number": 1, "url": "#page", "current": False},
    {"gap": True},
    {"number": 4, "url": "#page", "current": False},
    {"number": 5, "url": "#page", "current": True},
    {"number": 6, "url": "#page", "current": False},
    {"gap": True},
    {"number": 17, "url": "#page", "current": False},
]
GRADES = [
    {"grade": str(number), "url": "" if number == 11 else "#grade", "label": f"{number} класс"}
    for number in range(12)
]
TYPES = [
    {"type": "experience", "title": "Опыт", "url": "#experience", "count": 128, "question": "Что сработало у коллеги и насколько?"},
    {"type": "guide", "title": "Пособия", "url": "#guides", "count": 0, "question": ""},
    {"type": "technology", "title": "Технологии", "url": "#technologies", "count": None, "question": "Как провести такой урок с первого раза?"},
]  # fmt: skip
TITLE = [{"text": "Карточки ", "marked": False}, {"text": "самопроверки", "marked": True}]
HIT = {
    "type": "experience", "url": "#hit", "lang": "ru", "title": TITLE,
    "snippet": {"pieces": [{"text": "Ключ к ", "marked": False}, {"text": "карточке", "marked": True}, {"text": " лежит в конверте.", "marked": False}], "label": "Технология опыта", "language": "ru"},
    "meta": "Л. М. Оспанова · Бозаральская основная школа · 2026",
    "facts": ["3, 4 класс", "МКШ", "районный уровень"],
    "result": {"label": "решили без помощи", "before": "46", "after": "71 %", "lang": "ru"},
    "summary": "",
}  # fmt: skip
BARE_HIT = {
    "type": "guide", "url": "#hit", "lang": "kk", "title": [{"text": "Аралас сыныптағы сабақтар", "marked": False}],
    "snippet": None, "meta": "", "facts": [], "result": None, "summary": "Екі сыныпты бір сабақта оқыту жолдары.",
}  # fmt: skip
CRUMBS = [{"label": "Главная", "url": "#home"}, {"label": "Авторы", "url": "#authors"}]

EXAMPLES: Examples = {
    "material_row": (
        State("long, with seal and result", {"row": ROW}, within="ul"),
        State("Kazakh, with one figure", {"row": KAZAKH_ROW}, within="ul"),
        State("short, without figure", {"row": BARE_ROW}, within="ul"),
        State("of a selection", {"row": ROW | {"address": "tazhiribe.example/m/0214", "remove": {"number": "0214", "url": "#rest"}}}, within="ul"),
    ),
    "material_list": (State("three materials", {"rows": [ROW, KAZAKH_ROW, BARE_ROW]}),),
    "material_band": (
        State("with a way on", {"title": "Опыт", "id": "band", "rows": [ROW], "more": {"label": "Весь опыт", "url": "#all"}, "first": True}, lang="ru"),
        State("in pages", {"title": "Материалы", "id": "pages-band", "rows": [KAZAKH_ROW], "pages": PAGES, "previous": "#4", "next": "#6"}, lang="ru"),
    ),
    "pagination": (
        State("in the middle", {"pages": PAGES, "previous": "#4", "next": "#6"}),
        State("the first of two", {"pages": [{"number": 1, "url": "#1", "current": True}, {"number": 2, "url": "#2", "current": False}], "previous": "", "next": "#2"}),
        State("one page: empty", {"pages": [{"number": 1, "url": "#1", "current": True}], "previous": "", "next": ""}),
    ),
    "dotted_index": (
        State("subjects", {"items": [{"label": "Математика", "url": "#subject", "count": 42}, {"label": "Художественный труд и основы предпринимательства", "url": "#subject", "count": 1}, {"label": "Қазақ тілі мен әдебиеті", "url": "#subject", "count": 0, "lang": "kk"}]}, lang="ru"),
    ),
    "grade_ruler": (State("nothing for the last grade", {"grades": GRADES}, lang="ru"),),
    "link_row": (
        State("with and without counts", {"links": [{"label": "Предшкола", "url": "#suits", "count": 12}, {"label": "Шағын жинақты мектеп", "url": "#suits", "count": None}]}),
    ),
    "type_cards": (State("counted, none, not counted", {"types": TYPES}, lang="ru"),),
    "hit": (
        State("words found, with a result", HIT, within="ol"),
        State("Kazakh, nothing but a summary", BARE_HIT, within="ol"),
        State("in a file", HIT | {"file_url": "#file", "result": None}, within="ol"),
        State("in the other language", HIT | {"version": {"language": "kk", "display": {"url": "#kk"}}, "snippet": None}, within="ol"),
        State("by a word of the same meaning", HIT | {"words": {"asked": "смешанный класс", "found": "совмещённый класс"}}, within="ol"),
    ),
    "pick": (
        State("a material", {"title": "Карточки самопроверки", "url": "#pick", "lang": "ru", "description": "С неё удобно начать.", "description_lang": "ru", "type": "experience"}, within="ol"),
        State("another page, no description", {"title": "Аттестация", "url": "#pick", "lang": "", "description": "", "description_lang": "", "type": ""}, within="ol"),
    ),
    "person_head": (
        State("an author", {"label": "Автор", "breadcrumbs": CRUMBS, "name": "Оспанова Ләззат Маратқызы", "lang": "kk", "line": "учитель начальных классов, педагог-исследователь", "links": [{"label": "Бозаральская основная школа", "url": "#school"}], "figures": [{"value": "3", "label": "материала"}, {"value": "2", "label": "школы применили"}]}, lang="ru"),
        State("a subject with former names", {"label": "Предмет", "breadcrumbs": CRUMBS[:1], "name": "Цифровая грамотность", "former_names": ["Информатика", "ИКТ"]}, lang="ru"),
        State("a tag: a name alone", {"label": "Тег", "breadcrumbs": [], "name": "өзін-өзі тексеру", "lang": "kk"}),
    ),
}  # fmt: skip
