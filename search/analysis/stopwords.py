"""Words that nearly every text has, and question words: they weigh less, they are never removed.

Kazakh after the table of the search's design. Russian is Snowball's list without its content words
(человек, жизнь, сегодня, сказать …), with question words in all their forms.
"""

from bilingual.folding import fold

WEIGHT = 0.2

_KAZAKH = """
және мен бен пен да де та те үшін туралы бойынша арқылы дейін кейін бұл осы сол ол біз сіз олар өз
не қай қандай қалай ма ме ба бе па пе бар жоқ емес деп болып болады ғана тек әр барлық немесе бірақ
егер ал сондай ақ неше қанша кім кімнің кімге қашан қайда қайдан қайсы неге неліктен нешінші
дегеніміз
"""
_RUSSIAN = """
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было
вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас
нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем
была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем
ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец
два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя
впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между
сколько почему откуда какие какое каких какого какому каким какими каком какую который которая
которое которые которых которого которому которым которыми котором которую чему чей чья чье чьи кого
кому кем ком
"""

KAZAKH_STOP_FORMS = frozenset(fold(word) for word in _KAZAKH.split())
RUSSIAN_STOP_FORMS = frozenset(fold(word) for word in _RUSSIAN.split())


def is_stop(form: str) -> bool:
    """Whether the folded word is a stop word of either language."""
    return form in KAZAKH_STOP_FORMS or form in RUSSIAN_STOP_FORMS
