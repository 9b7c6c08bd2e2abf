//! People known to a network, as far as they want to be known.
