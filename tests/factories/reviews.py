"""A workflow with a legal review for tests."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from policy.models import LegalReviewTask

from .policy import make_user


def make_legal_workflow(page) -> Workflow:
    """Return a workflow whose one step is a legal review by the group "jurister", for this page."""
    group = Group.objects.get_or_create(name="jurister")[0]
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    task = LegalReviewTask.objects.create(name="Juridisk gennemsyn")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Politik")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    return workflow


def make_lawyer(username="jurist"):
    user = make_user(username)
    user.groups.add(Group.objects.get(name="jurister"))
    return user
