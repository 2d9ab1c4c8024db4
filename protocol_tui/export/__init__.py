"""Document writers: the only package that imports docx."""
