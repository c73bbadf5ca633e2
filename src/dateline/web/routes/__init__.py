"""The addresses of the interface, a module a subject, each with its `router`."""
