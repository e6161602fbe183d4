"""Every column of text is sealed, or stands here: it can hold nobody's data. Whoever adds one decides (decision 0016)."""

from django.apps import apps
from django.db import models

from qingzhuang.store.sealing.fields import SealedField

CLEAR = {
    "form_taught": {"fingerprint"},  # a digest of labels
    "audit_trail": {"act", "digest", "previous"},
    "board_clue": {"category", "codes"},
    "board_run": {"kinds"},
    "ledger_decision": {"element", "kind"},
    "ledger_document": {"sha256"},
    "ledger_fact": {"element", "kind"},
    "ledger_key": {"ident"},
    "ledger_later": {"element"},
    "ledger_reading": {"program"},
    "ledger_subject": {"kind"},
    "ledger_withdrawal": {"kind"},
    "match_said": {"reply", "source"},  # the office that it was brought from
    "org_account": {"password", "username"},  # a hash, and what is asked for before anybody is known
    "org_former_name": {"name"},
    "org_identity": {"issuer"},
    "org_place": {"place"},
    "org_seat": {"role"},
    "org_unit": {"code", "kind", "name", "path"},
    "org_token": {"digest", "scope"},
    # numbers of subjects and demands, why, figures; elements; which row may go
    "rights_erasure": {"counts", "ground", "thing"},
    "rights_licence": {"table"},
    "rights_notice": {"element"},
    "rights_reported": {"elements"},
    "work_check": {"asks"},
    "work_delivery": {"message", "outcome"},  # numbers, and what another server answered
    "work_feed": {"digest"},
    "work_hook": {"salt"},
    "work_job": {"about", "kind", "state"},
    # what an office says of its demand in public, digests and numbers
    "work_demand": {
        "basis",
        "blob",
        "decision",
        "number",
        "personal_purpose",
        "purpose",
        "stage",
        "used_for",
    },
    # formulas, and numbers of subjects
    "work_task": {"about", "blob", "how", "receipt", "said"},
}


def test_every_column_of_text_is_sealed_or_known_to_hold_nobodys_data() -> None:
    found = {
        model._meta.db_table: {
            str(each.column)
            for each in model._meta.concrete_fields
            if isinstance(each, models.CharField | models.TextField) and not isinstance(each, SealedField)
        }
        for model in apps.get_app_config("ledger").get_models()
    }
    assert {table: columns for table, columns in found.items() if columns} == CLEAR
