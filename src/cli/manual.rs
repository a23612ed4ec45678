//! `completions` and `man`: the command line described for shells and for `man`.

use std::io::Write;

use super::CliFault;

/// Prints a script that completes commands in a shell.
///
/// # Errors
/// When stdout cannot be written to.
pub fn completions(
    shell: clap_complete::Shell,
    mut command: clap::Command,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "babahui", &mut script);
    out.write_all(&script).map_err(stdout)
}

/// Prints the manual page in roff.
///
/// # Errors
/// When stdout cannot be written to.
pub fn man(command: clap::Command, out: &mut impl Write) -> Result<(), CliFault> {
    clap_mangen::Man::new(command).render(out).map_err(stdout)
}

fn stdout(error: std::io::Error) -> CliFault {
    CliFault::File { path: "stdout".into(), error }
}
