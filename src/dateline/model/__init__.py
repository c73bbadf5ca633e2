"""The shapes of the record: plain, immutable, JSON in and out. Imports nothing else of dateline."""
