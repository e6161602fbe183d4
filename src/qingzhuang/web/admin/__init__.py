"""The administrator's room: units, accounts, switches, health, the trail. No personal data of the ledger."""
