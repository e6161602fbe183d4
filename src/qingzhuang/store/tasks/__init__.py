"""Demands on their way and the forms that posts answer them with."""
