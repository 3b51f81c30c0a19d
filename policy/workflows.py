"""What follows the last approval in a workflow (WAGTAIL_FINISH_WORKFLOW_ACTION).

Imports no models: Wagtail reads this while its own are being loaded.
"""

from wagtail.workflows import publish_workflow_state


def finish_workflow(workflow_state, user=None) -> None:
    """Publish what was approved.

    Wagtail refuses when the last to approve may not publish. A policy is only marked ready for
    translation by it, for which the approval is right enough: lawyers publish nothing.
    """
    approved = workflow_state.content_object  # as the kind of thing that has workflows: a `Page`
    if workflow_state.content_type.model_class()._meta.label == "policy.PolicyPage":
        approved.get_latest_revision().publish(user=user, skip_permission_checks=True)
    else:
        publish_workflow_state(workflow_state, user=user)
