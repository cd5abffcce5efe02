//! The licences of what others wrote and the zip carries: compiled into the page's program and into the command.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;

/// What a package may call the file that holds its licence, in the beginning and in any case.
const NAMES: [&str; 4] = ["licen", "copying", "copyright", "notice"];

/// Each package with its licence, and each text once, with the packages that it is the licence of.
pub fn of_others(setup: &Setup) -> Result<String, Error> {
    let mut packages = BTreeMap::new();
    for (package, target) in [("sidebyline-app", Some("wasm32-unknown-unknown")), ("sidebyline-cli", None)] {
        packages.extend(tree(setup, package, target)?);
    }
    let sources = sources()?;
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list = String::from("What others wrote and this carries, each under the licence that it names.\n\n");
    for (package, licence) in packages {
        let _ = writeln!(list, "{package}: {licence}");
        for text in find(&sources, &package) {
            texts.entry(text).or_default().push(package.clone());
        }
    }
    for (text, packages) in texts {
        let _ = write!(list, "\n{}\n{}\n\n{}\n", "-".repeat(78), packages.join(", "), text.trim());
    }
    Ok(list)
}

/// What a package is compiled from, as `name-version`, and the licence of each; without our own.
fn tree(setup: &Setup, package: &str, target: Option<&str>) -> Result<BTreeMap<String, String>, Error> {
    let mut cargo = process::command("cargo");
    cargo.args([
        "tree",
        "--locked",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
        "--package",
        package,
    ]);
    cargo.args(target.iter().flat_map(|target| ["--target", target])).current_dir(setup.workspace.root());
    let lines = process::output(&mut cargo)?;
    Ok(lines.lines().filter_map(package_of_line).collect())
}

/// `serde v1.0.229 (proc-macro)⇥MIT OR Apache-2.0`; none of a package by path.
fn package_of_line(line: &str) -> Option<(String, String)> {
    let (package, licence) = line.split_once('\t')?;
    let mut words = package.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let by_path = words.any(|word| word.contains(['/', '\\']));
    // `cargo tree` marks what it has told before.
    (!by_path).then(|| (format!("{name}-{version}"), licence.trim_end_matches("(*)").trim().to_owned()))
}

/// The directories into which Cargo unpacks packages, one for each registry.
fn sources() -> Result<Vec<PathBuf>, Error> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let user = || std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    let home = home.or_else(|| Some(PathBuf::from(user()?).join(".cargo")));
    let registry = home.ok_or_else(|| Error::new("Cargo's home is not known"))?.join("registry").join("src");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(&registry).context(registry.display())?.flatten().map(|entry| entry.path()).collect();
    found.sort();
    Ok(found)
}

/// The texts of a package's licences, sorted by their files' names.
fn find(sources: &[PathBuf], package: &str) -> Vec<String> {
    let files = sources.iter().filter_map(|source| std::fs::read_dir(source.join(package)).ok()).flatten().flatten();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.path()).filter(|path| is_licence(path)).collect();
    files.sort();
    files.iter().filter_map(|path| std::fs::read_to_string(path).ok()).map(|text| text.replace("\r\n", "\n")).collect()
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    path.is_file() && NAMES.iter().any(|begins| name.starts_with(begins))
}

#[cfg(test)]
mod tests {
    use super::package_of_line;

    #[test]
    fn packages_are_read_off_the_tree_but_for_our_own() {
        let read = |line| package_of_line(line).map(|(package, licence)| format!("{package} {licence}"));
        assert_eq!(read("serde v1.0.229\tMIT OR Apache-2.0").as_deref(), Some("serde-1.0.229 MIT OR Apache-2.0"));
        assert_eq!(read("a v1.2.0 (proc-macro)\tMIT (*)").as_deref(), Some("a-1.2.0 MIT"));
        assert_eq!(read("sidebyline-query v0.1.0 (/home/me/crates/query)\tMIT"), None);
        assert_eq!(read(""), None);
    }
}
