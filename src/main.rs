//! babahui: arguments, run, an error becomes one localised line and an exit code.

fn main() {
    let locale = babahui::locale::Locale::new(&babahui::domain::Lang::new("zh-CN"));
    println!("{}", babahui::tr!(locale, "app-name"));
}
