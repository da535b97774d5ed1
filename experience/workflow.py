"""The workflow of approval: set up with the roles, asked of every page."""

from typing import Any

from django.contrib.auth.models import Group
from django.dispatch import receiver
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from accounts.roles import ADMINISTRATOR, PUBLISHER, roles_set_up
from experience.models import SecondLookTask

# Read by methodists in the editor's menu («Отправить в …»); the CMS runs in Russian.
WORKFLOW_NAME = "Проверка и публикация"
TASK_NAME = "Взгляд второго человека"
STOCK_NAMES = ("Moderators approval",)


@receiver(roles_set_up)
def set_up_workflow(groups: dict[str, Group], **kwargs: Any) -> None:
    """Create the workflow, its task for those who publish, and put the whole tree under it.

    May be repeated. Wagtail's stock workflow, which lets people approve their own work, is put out
    of use.
    """
    task, _created = SecondLookTask.objects.get_or_create(name=TASK_NAME)
    task.groups.set([groups[PUBLISHER], groups[ADMINISTRATOR]])
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    for stock in Workflow.objects.filter(name__in=STOCK_NAMES, active=True):
        stock.deactivate()
    for stock_task in GroupApprovalTask.objects.filter(name__in=STOCK_NAMES, active=True):
        stock_task.deactivate()
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
