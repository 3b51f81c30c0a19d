"""How often somebody has done something: counted in the database, so that all processes count as one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateCount(models.Model):
    """`count` times in the window that began at `window`. `key` is a salted hash and holds no address,
    `name` the limit's."""

    key = models.CharField(max_length=64)
    name = models.CharField(max_length=20, blank=True)
    window = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of attempts")
        verbose_name_plural = _("counts of attempts")
        constraints = [
            models.UniqueConstraint("key", "window", name="rate_count_once_a_window"),
        ]
        indexes = [models.Index("window", name="rate_count_window")]

    def __str__(self) -> str:
        return f"{self.count} since {self.window}"
