"""The points of checklists: sentences that ask one or several things of a site, read into slots and held against each other."""
