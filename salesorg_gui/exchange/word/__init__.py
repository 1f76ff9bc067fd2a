"""Documents to edit: the same content as on paper, as DOCX with real headings, tables and controls."""
