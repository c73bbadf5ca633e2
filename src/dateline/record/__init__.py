"""The record: articles, their events and links in a database; what outlets say side by side; questions to it."""
