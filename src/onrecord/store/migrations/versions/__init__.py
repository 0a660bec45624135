"""One module a version of the tables; what is released is never changed again."""
