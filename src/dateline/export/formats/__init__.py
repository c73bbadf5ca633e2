"""One module a format. Each has a `FORMAT`; its name is the module's, with hyphens for underscores."""
