"""From an article to the annotated document: one module a question (who, where, when, how_many, who_says, what)."""
