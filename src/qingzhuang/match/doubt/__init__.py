"""How likely two items are one where no rule knows their words: a person is asked before they are called distinct."""
