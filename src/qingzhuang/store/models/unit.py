"""The organisation tree."""

from django.db import models

from qingzhuang.model.organisation import UnitKind


class UnitRow(models.Model):
    """`path` is the numbers of all ancestors and of the unit itself, `/1/4/`: what is below begins with it. `code` is the
    statistical division code where there is one. A unit that went `into` another one stays for what was written then."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in UnitKind])
    code = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=300, db_index=True)
    order = models.IntegerField(default=0)
    ended_on = models.DateField(null=True)
    into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_unit"
        constraints = [models.UniqueConstraint(fields=["parent", "name"], name="org_unit_once")]

    def __str__(self) -> str:
        return self.name
