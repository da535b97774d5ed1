"""The field of a number in the editor."""

from decimal import Decimal
from typing import Any

from django import forms


class PlainNumberInput(forms.NumberInput):
    """A number as a person writes it: 46, not the 46.00 of its column."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal):
            value = f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
        return super().format_value(value)
