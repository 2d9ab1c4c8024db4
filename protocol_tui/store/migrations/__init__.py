"""One module a step from a format version to the next; `steps` lists them, `docs/storage-format.md` describes them."""
