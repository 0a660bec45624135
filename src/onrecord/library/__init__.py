"""What `import onrecord` offers a program: a record to read, and one article read in memory."""

from onrecord.library.reading import ArticleRead, read_text
from onrecord.library.record import Record, open_record
from onrecord.library.rows import Rows

__all__ = ["ArticleRead", "Record", "Rows", "open_record", "read_text"]
