"""Work groups: what an export of messages says of the group itself, in counts only. Nobody is named or ranked."""
