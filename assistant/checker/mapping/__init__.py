"""Maps a file's paragraphs and tables to the form."""
