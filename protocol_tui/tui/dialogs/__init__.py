"""Modal questions, each with a typed answer."""
