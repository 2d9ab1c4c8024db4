"""A check of finished text: what a good Niederschrift would not say."""
