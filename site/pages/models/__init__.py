"""Models that every page stands on."""

from .base import BasePage, BilingualPage
from .district import DistrictSettings
from .generation import Generation

__all__ = ["BasePage", "BilingualPage", "DistrictSettings", "Generation"]
