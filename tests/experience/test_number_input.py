from decimal import Decimal

import pytest

from experience.models import ResultRow
from experience.number_input import PlainNumberInput


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("46.00"), "46"),
        (Decimal("100.00"), "100"),
        (Decimal("2.60"), "2.6"),
        (Decimal("0.05"), "0.05"),
        (Decimal("0.00"), "0"),
        (Decimal("-1.50"), "-1.5"),
        ("4,6x", "4,6x"),
        (None, None),
    ],
)
def test_a_number_is_shown_without_the_zeros_of_its_column(value, shown):
    assert PlainNumberInput().format_value(value) == shown


def test_the_editor_of_a_result_shows_its_numbers_so():
    numbers = ResultRow.panels[1].children[:2] + ResultRow.panels[1].children[3:]
    assert [panel.field_name for panel in numbers] == ["before", "after", "full_scale"]
    assert all(panel.widget is PlainNumberInput for panel in numbers)
