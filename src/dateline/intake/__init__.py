"""From bytes to articles: one module a source kind; furniture, publication date, language."""
