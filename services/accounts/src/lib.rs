//! Accounts: who may sign in, and what they are in the network.
