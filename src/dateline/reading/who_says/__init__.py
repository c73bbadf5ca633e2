"""Who says so: the attributions of an article, found by lexicon and parse.

Four parts that also serve cues found elsewhere: `cue` (which words), `source` (who), `content` (what), `stance` (how).
"""

from dateline.reading.who_says.engine import complete, find
from dateline.reading.who_says.source import antecedent
from dateline.reading.who_says.weighed import weighed

__all__ = ["antecedent", "complete", "find", "weighed"]
