"""The gate: a draft is looked at before it is sent, applied for, admitted, followed."""
