"""Local rules are switched on for a unit and what is below it; what was on for the whole site is on for every unit at the
top."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _to_the_tops(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    places = apps.get_model("ledger", "PlaceRow").objects
    tops = list(apps.get_model("ledger", "UnitRow").objects.filter(parent=None).values_list("pk", flat=True))
    if not tops:
        return
    before = list(places.filter(unit=None).values_list("place", flat=True))
    for place in before:
        for top in tops:
            places.create(place=place, unit_id=top)
    places.filter(unit=None).delete()


class Migration(migrations.Migration):
    """Columns first, what they hold last: PostgreSQL changes no table with rows that are still being checked."""

    dependencies = [
        ("ledger", "0017_asked"),
    ]

    operations = [
        migrations.AddField(
            model_name="placerow",
            name="unit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="places",
                to="ledger.unitrow",
            ),
        ),
        migrations.AlterField(
            model_name="placerow",
            name="place",
            field=models.CharField(max_length=60),
        ),
        migrations.AddConstraint(
            model_name="placerow",
            constraint=models.UniqueConstraint(fields=("unit", "place"), name="org_place_once"),
        ),
        migrations.RunPython(_to_the_tops, migrations.RunPython.noop),
    ]
