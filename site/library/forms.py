"""Form of a picture in the CMS."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .inspection import check_picture
from .models import PortalImage
from .tasks import make_sizes


class PictureField(WagtailImageField):
    """Wagtail's field, which meets a picture that breaks off with a message instead of a failure."""

    def to_python(self, data: Any) -> Any:
        try:
            picture = super().to_python(data)
        except OSError as error:
            raise ValidationError(_("The picture is damaged and cannot be opened.")) from error
        if picture is not None:
            check_picture(picture)
        return picture


class PictureForm(BaseImageForm):
    """Stands behind every upload and change of a picture (`WAGTAILIMAGES_IMAGE_FORM_BASE`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )

    def save(self, commit: bool = True) -> PortalImage:
        """Save the picture; Wagtail throws the sizes of a replaced file away after the signals."""
        picture = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            make_sizes(picture)
        return picture
