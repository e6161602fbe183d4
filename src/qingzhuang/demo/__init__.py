"""The example township: invented people, real traps."""
