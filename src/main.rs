//! The command line of Stammtisch.
fn main() {}
