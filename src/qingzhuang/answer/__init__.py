"""Facts into forms: derive, plan, fill, ask."""
