"""What the pages of materials show: plain values for templates, in the language of the material."""

from .material import material_context

__all__ = ["material_context"]
