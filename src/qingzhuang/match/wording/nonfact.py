"""What is no fact about anything: remarks, row counters, signatures, fillers."""

from qingzhuang.match.vocabulary.lexicon import Concept, Lexicon
from qingzhuang.match.wording.reading import Reading


def is_nonfact(reading: Reading, concept: Concept | None, lexicon: Lexicon) -> bool:
    """Tell whether an item asks nothing that could be known before (policy line 7)."""
    policy, core = lexicon.policy, reading.plain.core
    if core in policy.nonfact_labels or any(note in policy.nonfact_brackets for note in reading.plain.notes):
        return True
    if concept is not None and not concept.asked and not reading.rest and not reading.qualifiers:
        return True
    return core.endswith(policy.nonfact_endings)
