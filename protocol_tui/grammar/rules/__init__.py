"""The house rules, one module a rule; `engine` says in which order they work."""
