"""dateline reads news reports and keeps the record."""
