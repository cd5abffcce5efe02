//! What can be checked of the invariants in `docs/ARCHITECTURE.md` by looking at the files as text.
//!
//! A failure says what to do, and names each file and line. The compiler holds much of the rest: what a crate may use
//! at all stands in its `Cargo.toml`.

use std::path::Path;

/// A file of the repository: its path from the root, with `/`, and its text.
struct File {
    path: String,
    text: String,
}

/// A line of a file.
struct Line<'a> {
    path: &'a str,
    number: usize,
    text: &'a str,
}

/// Directories and files, by name, that only tests see.
const FOR_TESTS: [&str; 4] = ["tests", "tests.rs", "testing.rs", "fixture.rs"];

/// What is made or fetched, and is no part of the repository.
const NOT_KEPT: [&str; 6] = [".git", "target", "dist", "node_modules", "test-results", "playwright-report"];

/// Every text file whose path begins with one of `beginnings`, in order.
fn files(beginnings: &[&str]) -> Vec<File> {
    fn walk(directory: &Path, root: &Path, files: &mut Vec<File>) {
        for entry in std::fs::read_dir(directory).expect("the directory can be read").flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if NOT_KEPT.iter().any(|made| name == *made) {
                continue;
            }
            if path.is_dir() {
                walk(&path, root, files);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let path = path.strip_prefix(root).expect("it is below the root").to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ stands in the repository");
    let mut files = Vec::new();
    walk(root, root, &mut files);
    files.retain(|file| beginnings.iter().any(|beginning| file.path.starts_with(beginning)));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "no path begins with {beginnings:?}");
    files
}

/// The crates that neither do I/O nor know the page. The command may do what a command does.
fn pure_crates() -> Vec<File> {
    let mut files = files(&["crates/"]);
    files.retain(|file| !file.path.starts_with("crates/cli/"));
    files
}

/// All lines of `files`.
fn lines(files: &[File]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for File { path, text } in files {
        lines.extend((1..).zip(text.lines()).map(|(number, text)| Line { path, number, text }));
    }
    lines
}

/// Leaves the product's Rust of `files`: no comments, and nothing that only tests see. An inline module of tests stands
/// last in its file.
fn code(mut files: Vec<File>) -> Vec<File> {
    files.retain(|file| is_rust(file) && !file.path.split('/').any(|part| FOR_TESTS.contains(&part)));
    for file in &mut files {
        let product = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let without_comment = |line| format!(" {line}").split(" //").next().map(str::to_owned);
        file.text = product.lines().filter_map(without_comment).collect::<Vec<_>>().join("\n");
    }
    files
}

fn is_rust(file: &File) -> bool {
    Path::new(&file.path).extension().is_some_and(|extension| extension == "rs")
}

/// Fails with every line that is `wrong`, and with what to do about it.
#[track_caller]
fn hold(lines: &[Line<'_>], wrong: impl Fn(&str) -> bool, mend: &str) {
    let wrong = lines.iter().filter(|line| wrong(line.text));
    let found: Vec<String> = wrong.map(|line| format!("{}:{}: {}", line.path, line.number, line.text.trim())).collect();
    assert!(found.is_empty(), "{mend}\n{}", found.join("\n"));
}

/// Whether a line has one of these in it.
fn has(words: &[&str]) -> impl Fn(&str) -> bool {
    move |line| words.iter().any(|word| line.contains(word))
}

#[test]
fn no_crate_but_the_command_does_io_or_knows_the_page() {
    let crates = code(pure_crates());
    let io = ["std::fs", "std::io", "std::net", "std::process", "std::env", "println!", "print!", "dbg!"];
    hold(&lines(&crates), has(&io), "Take bytes and give a value; crates/cli and src/ do I/O.");
    let page = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"];
    hold(&lines(&crates), has(&page), "Move what needs the browser to src/; crates are tested without one.");
}

#[test]
fn only_the_history_module_writes_history() {
    // The address of a prerendered page gives way to the site's before there is a program; early.js does just that.
    let mut page = files(&["src/", "boot.js", "frame.js", "reader.js", "public/embed.js"]);
    page.retain(|file| file.path != "src/history.rs");
    let writes = ["push_state", "replace_state", "pushState", "replaceState"];
    hold(&lines(&page), has(&writes), "Ask the module in src/history.rs for another address.");
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let mut page =
        files(&["src/", "styles/", "index.html", "boot.js", "early.js", "frame.js", "reader.js", "public/embed.js"]);
    page.retain(|file| file.path != "styles/tokens.css");
    let function = has(&["rgb(", "rgba(", "hsl(", "hsla(", "oklab(", "oklch("]);
    let wrong = |line: &str| function(line) || line.split('#').skip(1).any(begins_with_a_hex_colour);
    hold(&lines(&page), wrong, "Name the colour in styles/tokens.css and use `var(--color-…)`.");
}

fn begins_with_a_hex_colour(after: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let word = after.split(|c| !is_word(c)).next().unwrap_or_default();
    matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit())
}

#[test]
fn texts_reach_the_page_as_text_and_styles_by_class() {
    let html = ["inner_html", "outer_html", "insert_adjacent_html", "innerHTML"];
    let scripts = ["src/", "boot.js", "early.js", "frame.js", "reader.js", "public/embed.js"];
    hold(&lines(&files(&scripts)), has(&html), "Give the text to the page as a text node.");
    let style = ["style=", "<style"];
    hold(&lines(&files(&["src/", "index.html"])), has(&style), "Use a class; the page's policy blocks inline styles.");
}

#[test]
fn every_sheet_is_imported_once() {
    let sheets = files(&["styles/"]);
    let (entries, sheets): (Vec<_>, Vec<_>) =
        sheets.iter().partition(|sheet| ["styles/main.css", "styles/later.css"].contains(&sheet.path.as_str()));
    assert_eq!(entries.len(), 2, "styles/main.css and styles/later.css are there");
    for sheet in sheets {
        let import = format!("@import \"{}\";", sheet.path.trim_start_matches("styles/"));
        let count: usize = entries.iter().map(|entry| entry.text.matches(&import).count()).sum();
        assert_eq!(
            count, 1,
            "styles/main.css or styles/later.css: write `{import}` once, in the order of the cascade, or delete the sheet"
        );
    }
}

#[test]
fn nothing_panics_on_purpose() {
    let mut product = code(pure_crates());
    product.extend(code(files(&["src/"])));
    let panics = ["panic!(", "unreachable!(", "todo!(", "unimplemented!(", " assert!(", " assert_eq!(", " assert_ne!("];
    hold(&lines(&product), has(&panics), "Bad data is a normal value: give none, a finding or an error.");
    let hopes = [".unwrap()", ".expect("];
    hold(&lines(&product), has(&hopes), "Say by `let … else` or `?` what happens without the value.");
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let mut manifests = files(&["Cargo.toml", "bench/", "crates/", "xtask/"]);
    manifests.retain(|file| file.path.ends_with("Cargo.toml"));
    let mut section = "";
    let mut dependencies = lines(&manifests);
    dependencies.retain(|line| {
        section = if line.text.starts_with('[') { line.text } else { section };
        section.ends_with("dependencies]") && line.text.contains(" = ") && !line.text.starts_with('#')
    });
    // A crate of ours says it where it is used; any other may say it where all share its version.
    let name = |line: &str| line.split(" = ").next().map(str::to_owned);
    let mut versions: Vec<&str> = dependencies.iter().map(|line| line.text).collect();
    versions.retain(|line| line.contains(" # ") && !line.contains("workspace = true"));
    let says = |line: &str| line.contains(" # ") || line.contains("{ path = ");
    let is_said = |line: &str| says(line) || versions.iter().any(|version| name(version) == name(line));
    hold(&dependencies, |line| !is_said(line), "Add ` # ` and what the dependency is for.");
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut modules = files(&["src/", "bench/", "crates/", "xtask/", "tests/"]);
    modules.retain(|file| is_rust(file) && !file.path.ends_with("/tests.rs"));
    let mut first = lines(&modules);
    first.retain(|line| line.number == 1);
    hold(&first, |line| !line.starts_with("//! "), "Begin the module with `//!` and a sentence on what it is for.");
}

#[test]
fn the_repository_speaks_of_the_product_alone() {
    // Put together here, so that this file doesn't find itself.
    let foreign =
        [("issue", " #"), ("ticket", " #"), ("pull request", " #"), ("/work", "/")].map(|(a, b)| a.to_owned() + b);
    let wrong = |line: &str| foreign.iter().any(|word| line.to_ascii_lowercase().contains(word));
    hold(&lines(&files(&[""])), wrong, "Say what is so and why; how the work was organized is no part of it.");
}

#[test]
fn one_content_policy_is_stated_tested_and_documented() {
    let harness = files(&["e2e/harness/policy.mjs"]);
    let parts = lines(&harness)
        .iter()
        .filter_map(|line| Some(line.text.trim().strip_prefix('"')?.split_once("\",")?.0))
        .collect::<Vec<_>>();
    let tested = parts.join("; ");
    let begins = "default-src";
    assert!(tested.starts_with(begins), "e2e/harness/policy.mjs has one part of the policy a line, {begins} first");
    let stating = files(&["index.html", "docs/hosting.md"]);
    let stated: Vec<Line<'_>> = lines(&stating).into_iter().filter(|line| line.text.contains(begins)).collect();
    assert!(stated.len() > 4, "the page states the policy, and docs/hosting.md for each server");
    let other = |line: &str| {
        let policy = line.find(begins).map(|at| line[at..].split('"').next().unwrap_or_default().trim_end());
        policy != Some(tested.as_str())
    };
    hold(&stated, other, "State the policy of e2e/harness/policy.mjs, word for word.");
}
