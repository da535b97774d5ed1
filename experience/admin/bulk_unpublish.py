"""«Снять с публикации» for many at once: one reason and one successor for all of them."""

from typing import Any

from django.forms import BooleanField
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction

from experience.admin.unpublish import WithdrawalForm
from experience.models import KnowledgePage


class BulkWithdrawalForm(WithdrawalForm):
    """The same questions about several materials; none about other pages."""

    include_descendants = BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.pages:
            for name in WithdrawalForm.base_fields:
                del self.fields[name]


@hooks.register("register_bulk_action", order=100)
class WithdrawBulkAction(UnpublishBulkAction):
    """Wagtail's action, which asks why materials are withdrawn and what replaces them.

    Registered after Wagtail's own, it takes the place of that one.
    """

    form_class = BulkWithdrawalForm
    template_name = "experience/admin/bulk_withdraw.html"

    def materials(self) -> list[KnowledgePage]:
        """Return the chosen live materials whose permanent address no other page keeps live."""
        pages, _others = self.get_actionable_objects()
        chosen = [page.pk for page in pages]
        live = KnowledgePage.objects.live()
        elsewhere = live.exclude(pk__in=chosen).exclude(address=None).values("address")
        return list(live.filter(pk__in=chosen).exclude(address__in=elsewhere))

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"pages": self.materials()}

    def get_execution_context(self) -> dict[str, Any]:
        context = super().get_execution_context()
        return context | {"form": self.cleaned_form if self.cleaned_form.pages else None}

    @classmethod
    def execute_action(
        cls, objects: list[Any], form: WithdrawalForm | None = None, **kwargs: Any
    ) -> tuple[int, int]:
        """Unpublish; then write the reason and the successor to the permanent addresses."""
        counts = super().execute_action(objects, **kwargs)
        if form is not None:
            form.withdraw()
        return counts
