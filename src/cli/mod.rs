//! The command line: one file for each verb. Data goes to standard output, progress and faults to standard error.

mod audit;
mod check;
mod claims;
mod diffusion;
mod new;
mod odd;
mod params;
mod run;
mod scenario;
mod tell;
mod validate;
mod work;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Done.
const DONE: u8 = 0;
/// The command or the scenario was wrong.
const USAGE: u8 = 2;
/// Finished, but some runs failed.
const SOME_FAILED: u8 = 3;
/// The program does not keep what it promises of itself: an exact limit or its neutrality.
const FAULTY: u8 = 1;

/// Contact-portfolio simulation: what happens when a firm broadcasts, and what when it helps
/// people with their contacts. Same people, same budget, same luck.
#[derive(Debug, Parser)]
#[command(name = "stammtisch", version, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 done, 1 the program failed a check of itself, 2 usage or scenario error, 3 finished with failed runs, 130 interrupted."
)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Let the same people live under every strategy of a scenario, and report who does better.
    Run(run::Run),
    /// Write a commented scenario to start from.
    New(new::New),
    /// Tell what is wrong with a scenario, without running it.
    Check(check::Check),
    /// List every parameter with unit, range, default and source.
    Params(params::Params),
    /// Hold the model against what is known: exact limits, and published findings that it does not read.
    Validate(validate::Validate),
    /// Judge the claims of the source texts, at the defaults and over the plausible parameter space.
    Claims(claims::Claims),
    /// Ask whether the machine favours one of two strategies, and in which worlds either of them wins.
    Audit(audit::Audit),
    /// Describe the model in the elements of ODD, drawn from the code.
    Odd(odd::Odd),
}

/// Runs the command line and returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version are errors to clap, and go to standard output with code 0.
            let _ = told.print();
            return ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(USAGE));
        }
    };
    let code = match arguments.verb {
        Verb::Run(run) => run.run(),
        Verb::New(new) => new.run(),
        Verb::Check(check) => check.run(),
        Verb::Params(params) => params.run(),
        Verb::Validate(validate) => validate.run(),
        Verb::Claims(claims) => claims.run(),
        Verb::Audit(audit) => audit.run(),
        Verb::Odd(odd) => odd.run(),
    };
    ExitCode::from(code)
}

/// Writes a file whole or not at all.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let partial = path.with_file_name(format!(".{name}.partial"));
    std::fs::File::create(&partial)?.write_all(text.as_bytes())?;
    std::fs::rename(&partial, path)
}
