"""Durable storage: the only package that imports tinydb."""
