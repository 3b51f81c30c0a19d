"""What is done after an answer is sent."""

import logging

from django.conf import settings
from django.utils import translation
from django_tasks import task
from wagtail_localize.models import TranslationSource

from .models import TranslationOrder
from .preparing import prepare

logger = logging.getLogger(__name__)


@task()
def read_source_anew(source_id: int) -> None:
    """Bring a translation source up to its live page; nothing when either has gone meanwhile.

    Running it twice, or late, does no harm: it reads what is live when it runs.
    """
    source = TranslationSource.objects.filter(pk=source_id).first()
    if source is None:
        return
    try:
        source.update_from_db()
    except source.specific_content_type.model_class().DoesNotExist:
        logger.info("The page of translation source %s is gone.", source_id)


@task()
def prepare_order(order_id: int) -> None:
    """Lay out what was ordered; nothing when the order was withdrawn meanwhile."""
    order = (
        TranslationOrder.objects.open().select_related("edition", "locale").filter(pk=order_id)
    ).first()
    if order is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        prepare(order)
