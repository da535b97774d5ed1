"""Examples of the smallest components: words and drawings within a line."""

from portal.patterns.state import Examples, State

DRAWINGS = (
    "i-mark", "i-experience", "i-guide", "i-technology", "i-search", "i-eye", "i-menu", "i-arrow", "i-x",
    "i-quote", "i-file", "i-down", "i-seal", "i-note",
)  # fmt: skip

EXAMPLES: Examples = {
    "type_label": (
        State("experience", {"type": "experience"}),
        State("guide", {"type": "guide"}),
        State("technology", {"type": "technology"}),
        State("large", {"type": "experience", "modifier": "large"}),
        State("the silhouette alone", {"type": "guide", "modifier": "icon"}),
    ),
    "language_mark": (
        State("Kazakh; nothing beside Kazakh", {"lang": "kk"}),
        State("Russian; nothing beside Russian", {"lang": "ru"}),
    ),
    "seal": (
        State("short, Russian", {"text": "районный уровень"}, lang="ru"),
        State(
            "long, Kazakh",
            {
                "text": "Аудандық деңгей, әдістемелік кеңестің 2026 жылғы 28 қыркүйектегі № 3 хаттамасы"
            },
            lang="kk",
        ),
    ),
    "change": (
        State("per cent", {"before": "46", "after": "71 %"}),
        State("pupils of a class", {"before": "6 из 14", "after": "11 из 14"}, lang="ru"),
    ),
    "marked": (
        State(
            "a found word",
            {
                "pieces": [
                    {"text": "Карточки ", "marked": False},
                    {"text": "самопроверки", "marked": True},
                    {"text": " на каждый урок", "marked": False},
                ]
            },
            lang="ru",
        ),
        State(
            "nothing found in it",
            {"pieces": [{"text": "Өзін-өзі тексеру", "marked": False}]},
            lang="kk",
        ),
    ),
    "icon": tuple(State(name, {"name": name}) for name in DRAWINGS),
    "ornament": (State("the strip"),),
    "art": (State("on the sky of the home page", ground="sky hero"),),
    "idea": (
        State("short", {"text": "Ошибку ищет тот, кто её сделал."}, lang="ru"),
        State(
            "long, Kazakh",
            {
                "text": "Оқушы әр тапсырмадан кейін өз жауабын кілтпен салыстырады да, қатесін мұғалім айтпай тұрып табады; "
                "сөйтіп тексеру уақыты түсіндіруге босайды."
            },
            lang="kk",
        ),
    ),
}
