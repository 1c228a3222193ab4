//! Report to plain text, as a colleague would say it.
