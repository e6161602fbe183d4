"""The weigh report: one self-contained file that can be sent, printed and signed."""
