"""Who is who: states, bodies, groups, persons with terms of office, and the nouns that name actors by their role."""

from dateline.knowledge.actors.index import Actors
from dateline.knowledge.actors.model import Actor, Role, Term

__all__ = ["Actor", "Actors", "Role", "Term"]
