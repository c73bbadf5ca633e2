"""The record: articles and their events in one SQLite file."""
