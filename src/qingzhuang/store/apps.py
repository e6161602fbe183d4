"""The ledger as a Django app."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Named so that its tables are called ledger_…"""

    name = "qingzhuang.store"
    label = "ledger"
    verbose_name = "台账"
