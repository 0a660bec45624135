"""What follows from linked statements: origins, positions, discrepancies."""

from onrecord.derive.contradictions import contradictions
from onrecord.derive.dates_and_places import happening_discrepancies
from onrecord.derive.differences import statement_discrepancies
from onrecord.derive.figure_differences import figure_discrepancies
from onrecord.derive.figures import figures
from onrecord.derive.happenings import Scene, scene_of
from onrecord.derive.origins import with_origins
from onrecord.derive.passages import Passages, same_passages
from onrecord.derive.positions import positions_of
from onrecord.derive.rows import Figure, Report, Reported

__all__ = [
    "Figure",
    "Passages",
    "Report",
    "Reported",
    "Scene",
    "contradictions",
    "figure_discrepancies",
    "figures",
    "happening_discrepancies",
    "positions_of",
    "same_passages",
    "scene_of",
    "statement_discrepancies",
    "with_origins",
]
