"""«Снять с публикации»: a material leaves with a date, a reason in both languages, and a successor."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.unpublish import Unpublish
from wagtail.admin.widgets import AdminPageChooser

from experience.addresses import withdraw
from experience.models import KnowledgePage, PermanentAddress


class WithdrawalForm(forms.Form):
    """Why a material is withdrawn and what replaces it, as readers of its address will see it."""

    reason_kk = forms.CharField(
        label=gettext_lazy("Reason in Kazakh"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason_ru = forms.CharField(
        label=gettext_lazy("Reason in Russian"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Readers who follow an old link read it in their language."),
    )
    successor = forms.ModelChoiceField(
        KnowledgePage.objects.live(),
        label=gettext_lazy("What replaces it"),
        required=False,
        widget=AdminPageChooser(target_models=[KnowledgePage]),
        help_text=gettext_lazy("A published material to which readers are sent; may stay empty."),
        error_messages={"invalid_choice": gettext_lazy("Choose a published material.")},
    )

    def __init__(self, *args: Any, pages: Sequence[KnowledgePage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        self.addresses = {page.address_id for page in pages}

    def clean_successor(self) -> KnowledgePage | None:
        successor = self.cleaned_data["successor"]
        if successor and successor.address_id in self.addresses:
            raise forms.ValidationError(_("A material cannot replace itself."))
        return successor

    def withdraw(self) -> None:
        """Write the reason and the successor to the permanent addresses."""
        successor = self.cleaned_data["successor"]
        for address in PermanentAddress.objects.filter(pk__in=self.addresses):
            withdraw(
                address,
                reason_kk=self.cleaned_data["reason_kk"],
                reason_ru=self.cleaned_data["reason_ru"],
                successor=successor.address if successor else None,
            )


class UnpublishMaterial(Unpublish):
    """Wagtail's view of unpublishing, which asks a material's reason and successor first.

    It stands at the address of Wagtail's own (see `config.urls`), so that every menu leads to it.
    """

    page_title = gettext_lazy("Withdraw from publication")

    def get_template_names(self) -> list[str]:
        return ["experience/admin/withdraw.html" if self.is_material else self.template_name]

    @property
    def is_material(self) -> bool:
        return isinstance(self.object, KnowledgePage)

    @cached_property
    def live_translations(self) -> list[KnowledgePage]:
        """Live pages that share the permanent address: as long as there are any, it stays live."""
        same = KnowledgePage.objects.live().filter(address=self.object.address_id)
        return list(same.exclude(pk=self.object.pk))

    @cached_property
    def form(self) -> WithdrawalForm | None:
        """The form, or None where there is nothing to explain."""
        if not self.is_material or self.live_translations:
            return None
        return WithdrawalForm(self.request.POST or None, pages=[self.object])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Unpublish and write the withdrawal in one transaction, or show the form with its errors."""
        if self.form is None:
            return super().post(request, *args, **kwargs)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        with transaction.atomic():
            response = super().post(request, *args, **kwargs)
            self.form.withdraw()
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.is_material:
            context["form"] = self.form
            context["live_translations"] = self.live_translations
            if self.form is not None:
                context["media"] = context.get("media", Media()) + self.form.media
        return context


unpublish = never_cache(require_admin_access(UnpublishMaterial.as_view()))
