"""Work that no page should wait for."""

from django.db import models

from qingzhuang.store.sealing.fields import SealedField


class JobRow(models.Model):
    """`kind` names who does it, `about` what it is about (JSON, one spelling). `beat_at` moves while somebody works on it: one
    that stands still was left by a server that stopped, and is taken up again. `told` says in words why it failed."""

    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=500)
    state = models.CharField(max_length=10)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    tries = models.IntegerField(default=0)
    told = SealedField(blank=True, default="")
    result = SealedField(blank=True, default="")
    asked_at = models.DateTimeField()
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_job"
        indexes = [
            models.Index(fields=["state", "id"], name="work_job_state"),
            models.Index(fields=["kind", "about"], name="work_job_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
