"""Documents: the application for new blocks as papers, map sheets, data files and one pack of them all."""
