//! The command line of Stammtisch; see [`stammtisch::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    stammtisch::cli::run(std::env::args_os())
}
