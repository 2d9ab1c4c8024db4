"""The house rules, one module a rule, in the order of `engine.RULES`."""
