"""The step of a workflow in which another person looks at a material."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class SecondLookTask(AbstractGroupApprovalTask):
    """Approval by somebody who may publish and did not change the text last, superusers included."""

    class Meta:
        verbose_name = _("look of a second person")
        verbose_name_plural = _("looks of a second person")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        actions = super().get_actions(obj, user)
        if obj.permissions_for_user(user).can_publish():
            return actions
        return [action for action in actions if action[0] != "approve"]

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Perform the action; PermissionDenied for an approval of one's own changes.

        Checked again here, because an approval may come in one request with changes of the text.
        """
        if action_name == "approve":
            page = task_state.workflow_state.content_object.specific
            if not page.permissions_for_user(user).can_publish():
                raise PermissionDenied(
                    _("You changed this text last: another person publishes it.")
                )
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return gettext(
            "A member of the groups, other than the one who changed the text last, approves it."
        )
