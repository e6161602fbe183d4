"""Registers of apps, public accounts and work groups: rows to cases."""
