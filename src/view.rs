//! Report to wire types (the output contract); the only serde, the only UTF-16.
