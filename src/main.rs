//! babahui: arguments, run, an error becomes one localised line and an exit code.

fn main() -> std::process::ExitCode {
    babahui::cli::run(std::env::args_os())
}
