"""What overseers are shown: sums, months, tip-offs, registers checked."""
