"""The legal review that a policy passes before it is adopted."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from policy.models import LegalReviewTask, PolicyPage


def ask_for_review(page: PolicyPage, texts: dict) -> Group:
    """Give the page a workflow with one legal review, and return the group that is asked.

    The group has no members yet: the administrator puts the lawyers into it.
    """
    group, _made = Group.objects.get_or_create(name=texts["group"])
    access = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    group.permissions.add(access)
    task = LegalReviewTask.objects.create(name=texts["task"])
    task.groups.add(group)
    workflow = Workflow.objects.create(name=texts["workflow"])
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    return group
