"""Numbers, dates and lists as people write them, in the active language."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext, ngettext

from experience.models.results import PERCENT, ResultRow

NO_BREAK = "\xa0"


def number(value: Decimal | int) -> str:
    """Return the number without needless zeros: «4,2», «71»."""
    return _number(value, get_language())


@lru_cache(maxsize=4096)
def _number(value: Decimal | int, language: str | None) -> str:
    """A page has some twenty numbers, most of them small; Django's way to each is long."""
    plain = Decimal(value).normalize()
    places = max(0, -int(plain.as_tuple().exponent))
    return formats.number_format(plain, decimal_pos=places, use_l10n=True)


def value_of(row: ResultRow, value: Decimal) -> str:
    """Return one value of a results row: «46 %», «6 из 14», «4,2»."""
    if row.unit.strip() == PERCENT:
        return f"{number(value)}{NO_BREAK}%"
    if row.full_scale:
        return gettext("%(part)s of %(whole)s") % {
            "part": number(value),
            "whole": number(row.full_scale),
        }
    return number(value)


def difference_of(row: ResultRow) -> str:
    """Return what changed, with its sign: «+25 п. п.», «−2,4»; "" where a value is missing."""
    if row.before is None or row.after is None:
        return ""
    change = row.after - row.before
    if not change:
        return "0"
    text = f"{'+' if change > 0 else '−'}{number(abs(change))}"
    points = gettext("p.p.")
    return f"{text}{NO_BREAK}{points}" if row.unit.strip() == PERCENT else text


def change_of(row: ResultRow) -> dict[str, str]:
    """Return a result for a figure: {before: «46», after: «71 %»}; empty where it holds no numbers."""
    if row.before is None or row.after is None:
        return {}
    return {"before": number(row.before), "after": value_of(row, row.after)}


def figure_label(row: ResultRow) -> str:
    """Return the indicator with its unit, where the value does not show it."""
    named = row.unit.casefold() in row.indicator.casefold()
    shows_unit = row.unit.strip() == PERCENT or row.full_scale or named
    return row.indicator if shows_unit else f"{row.indicator} ({row.unit})"


def full_date(day: date | datetime | None) -> str:
    """«12 октября 2026 г.», «12 қазан 2026 ж.»; "" for no date."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return formats.date_format(day, "DATE_FORMAT")


def month_of(day: date) -> str:
    """«октябрь 2026», «2026 ж. қазан»."""
    return gettext("%(month)s %(year)s") % {
        "month": str(MONTHS[day.month]).lower(),
        "year": day.year,
    }


def period(start: date | None, end: date | None) -> str:
    """«сентябрь 2025 — май 2026»; one month once; "" without dates."""
    months = [month_of(day) for day in (start, end) if day]
    return " — ".join(dict.fromkeys(months))


def grade_range(numbers: Iterable[int]) -> str:
    """«2–4», «1, 3–4»: neighbours are joined."""
    runs: list[list[int]] = []
    for grade in sorted(set(numbers)):
        if runs and grade == runs[-1][-1] + 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def grades(numbers: Iterable[int]) -> str:
    """«2–4 класс», «2–4-сынып», «предшкольный класс»; "" for no grades."""
    counted = set(numbers)
    if counted == {0}:
        return gettext("preparatory grade")
    joined = grade_range(counted)
    return gettext("grade %(grades)s") % {"grades": joined} if joined else ""


def minutes(count: int) -> str:
    """«40 минут», «1 час», «90 минут», «2 часа 10 минут»."""
    hours, rest = divmod(count, 60)
    parts = []
    if hours and (count >= 120 or not rest):
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    elif hours:
        rest = count
    if rest:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts).replace(" ", NO_BREAK)


def short_minutes(count: int) -> str:
    """«3 мин»."""
    return gettext("%(count)d min") % {"count": count}


def pupils(count: int) -> str:
    """«14 учеников», «14 оқушы»."""
    return ngettext("%(count)d pupil", "%(count)d pupils", count) % {"count": count}


def pages(count: int) -> str:
    """«24 страницы», «24 бет»."""
    return ngettext("%(count)d page", "%(count)d pages", count) % {"count": count}


def steps(count: int) -> str:
    """«5 шагов», «5 қадам»."""
    return ngettext("%(count)d step", "%(count)d steps", count) % {"count": count}


def files(count: int) -> str:
    """«3 файла», «3 файл»."""
    return ngettext("%(count)d file", "%(count)d files", count) % {"count": count}


def schools(count: int) -> str:
    """«6 школ», «6 мектеп»."""
    return ngettext("%(count)d school", "%(count)d schools", count) % {"count": count}


def size(octets: int | None) -> str:
    """«820 КБ», «2,1 МБ»; "" where it is unknown."""
    if octets is None:
        return ""
    if octets < 1024 * 1024:
        return gettext("%(size)s KB") % {"size": number(max(1, round(octets / 1024)))}
    return gettext("%(size)s MB") % {"size": number(round(Decimal(octets) / (1024 * 1024), 1))}


def sentence(text: str) -> str:
    """Return the text with a capital letter at its start and a full stop at its end."""
    text = text.strip()
    return (
        text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
        if text
        else ""
    )
