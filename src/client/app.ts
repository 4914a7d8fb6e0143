// Small helpers every page shares; each does nothing where its markup is missing.
