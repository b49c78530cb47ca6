"""report.html: a release on one page, for people who decide about it and hand it out."""
