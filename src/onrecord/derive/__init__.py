"""What follows from linked statements: origins, positions, discrepancies."""

from onrecord.derive.differences import statement_discrepancies
from onrecord.derive.figures import figure_discrepancies, figures
from onrecord.derive.origins import with_origins
from onrecord.derive.passages import Passages, same_passages
from onrecord.derive.positions import positions_of
from onrecord.derive.rows import Figure, Report, Reported

__all__ = [
    "Figure",
    "Passages",
    "Report",
    "Reported",
    "figure_discrepancies",
    "figures",
    "positions_of",
    "same_passages",
    "statement_discrepancies",
    "with_origins",
]
