"""Results rows for the table with bars."""

from decimal import Decimal
from typing import Any

from experience.models import ResultRow

from . import formats


def share(row: ResultRow, value: Decimal | None) -> float:
    """Return the length of a bar in per cent of the row's full scale; bars begin at zero."""
    if value is None or not row.scale or value <= 0:
        return 0
    return round(float(100 * value / Decimal(row.scale)), 1)


def result_row(row: ResultRow) -> dict[str, Any]:
    """Return a row of the results table."""
    return {
        "indicator": formats.figure_label(row),
        "pupils": formats.pupils(row.pupils) if row.pupils else "",
        "period": row.period,
        "how_measured": row.how_measured,
        "before": formats.value_of(row, row.before) if row.before is not None else "",
        "after": formats.value_of(row, row.after) if row.after is not None else "",
        "before_share": share(row, row.before),
        "after_share": share(row, row.after),
        "difference": formats.difference_of(row),
        "less_is_better": row.less_is_better,
    }


def main_row(rows: list[ResultRow]) -> ResultRow | None:
    """Return the main result, or the first row where none is marked."""
    return next((row for row in rows if row.is_main), rows[0] if rows else None)
