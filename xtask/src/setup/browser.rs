//! Chromium and the driver that steers it, for the tests.

use std::path::{Path, PathBuf};

use super::{apt, cache, npm};
use crate::environment::{Environment, find_program};
use crate::error::{Context, Error};
use crate::process;
use crate::workspace::Workspace;

/// Names that a browser goes by on PATH, and where it is elsewhere.
const BROWSERS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// Names a browser to take instead of any other.
const CHOSEN: &str = "SIDEBYLINE_CHROMIUM";

/// The same browser without what draws windows. A page starts in it in half of the time, as each browser test does.
const SHELL: &str = "chromium-headless-shell";

/// A browser, and the driver of the same version.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// Its program without windows, or where there is none, the browser's.
    pub shell: PathBuf,
    driver: PathBuf,
}

/// Finds or installs both. The packages of the browser tests must be there.
pub fn ensure(workspace: &Workspace) -> Result<Browser, Error> {
    let purpose = "the page is tested in it";
    if find_browser().is_none() && apt::available() {
        apt::install(&["chromium", "chromium-driver"], purpose)?;
    }
    let chromium = match find_browser() {
        Some(path) => path,
        None => playwright_browser(workspace)?,
    };
    let version = browser_version(&chromium)?;
    if find_driver(&version).is_none() && apt::available() && chromium.starts_with("/usr/bin") {
        apt::install(&["chromium-driver"], "wasm tests are run through it")?;
    }
    let driver = match find_driver(&version) {
        Some(path) => path,
        None => download_driver(&version)?,
    };
    Ok(Browser { shell: shell_of(&chromium, &version), chromium, driver })
}

impl Browser {
    /// Tells `wasm-bindgen-test-runner` of the browser and its driver.
    pub fn configure_wasm_tests(&self, workspace: &Workspace, environment: &mut Environment) -> Result<(), Error> {
        let path = workspace.path("target/webdriver.json");
        let mut arguments = vec!["--headless=new", "--disable-gpu", "--disable-background-networking"];
        if apt::is_root() {
            arguments.push("--no-sandbox"); // Chromium's sandbox refuses to run as root.
        }
        let quoted: Vec<String> = arguments.iter().map(|argument| format!("{argument:?}")).collect();
        let binary = format!("{:?}", self.chromium.to_string_lossy());
        let text = format!("{{\"goog:chromeOptions\": {{\"binary\": {binary}, \"args\": [{}]}}}}\n", quoted.join(", "));
        std::fs::write(&path, text).context(path.display())?;
        environment.set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        environment.set("CHROMEDRIVER", &self.driver);
        environment.set("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &path);
        environment.set("WASM_BINDGEN_TEST_TIMEOUT", "120");
        Ok(())
    }
}

fn find_browser() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os(CHOSEN) {
        return Some(PathBuf::from(chosen));
    }
    BROWSERS.iter().find_map(|name| {
        let absolute = Path::new(name);
        if absolute.is_file() { Some(absolute.to_owned()) } else { find_program(name) }
    })
}

/// The program without windows of this browser and version, or the browser where there is none. Debian packs it apart.
fn shell_of(chromium: &Path, version: &str) -> PathBuf {
    if std::env::var_os(CHOSEN).is_some() {
        return chromium.to_owned();
    }
    if find_program(SHELL).is_none() && apt::available() && chromium.starts_with("/usr/bin") {
        // Without it the tests take longer and find the same.
        if let Err(error) = apt::install(&[SHELL], "pages start sooner in it") {
            println!("{error}");
        }
    }
    find_program(SHELL).filter(|shell| is_of(shell, version)).unwrap_or_else(|| chromium.to_owned())
}

/// Playwright's own build of the browser, downloaded when it is not there yet.
fn playwright_browser(workspace: &Workspace) -> Result<PathBuf, Error> {
    let path = || {
        let script = "console.log(require('@playwright/test').chromium.executablePath())";
        let mut node = process::command("node");
        node.args(["--eval", script]).current_dir(workspace.path("e2e"));
        process::output(&mut node).map(PathBuf::from)
    };
    if !path()?.is_file() {
        println!("Chromium is missing: downloading it with Playwright, because the page is tested in it.");
        let mut command = npm::command("npx");
        command.args(["playwright", "install", "chromium"]).current_dir(workspace.path("e2e"));
        process::run_with_progress(&mut command, &cache::install_log("chromium")?).context(
            "Chromium could not be downloaded. Please install Chromium or Chrome, or name one in SIDEBYLINE_CHROMIUM",
        )?;
    }
    path()
}

fn find_driver(browser_version: &str) -> Option<PathBuf> {
    let chosen = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    chosen.or_else(|| find_program("chromedriver")).filter(|driver| is_of(driver, browser_version))
}

/// Whether a program says that it is of this version, as far as that matters.
fn is_of(program: &Path, version: &str) -> bool {
    let text = process::output(process::command(program).arg("--version"));
    text.is_ok_and(|text| major(&text).is_some() && major(&text) == major(version))
}

/// The driver of exactly this version, through npm's package for this purpose.
fn download_driver(version: &str) -> Result<PathBuf, Error> {
    println!("The WebDriver of Chromium {version} is missing: downloading it, because wasm tests are run through it.");
    let mut command = npm::command("npx");
    command.args(["--yes", "@puppeteer/browsers@2", "install"]).arg(format!("chromedriver@{version}"));
    command.arg("--path").arg(cache::tools()?);
    let said = process::output(&mut command).context(
        "it could not be downloaded. Please install the chromedriver of your browser's version, or name it in CHROMEDRIVER",
    )?;
    // "chromedriver@150.0.1.2 /path/to/chromedriver"
    said.lines()
        .rev()
        .find_map(|line| line.split_once(' ').map(|(_, path)| PathBuf::from(path.trim())))
        .filter(|path| path.is_file())
        .ok_or_else(|| Error::new(format!("the download of the WebDriver said nothing of its place: {said}")))
}

fn browser_version(browser: &Path) -> Result<String, Error> {
    let text = if cfg!(windows) {
        // There the browser itself doesn't print its version.
        let query = format!("(Get-Item '{}').VersionInfo.ProductVersion", browser.display());
        process::output(process::command("powershell").args(["-NoProfile", "-Command", &query]))?
    } else {
        process::output(process::command(browser).arg("--version"))?
    };
    let version = text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    version.map(str::to_owned).ok_or_else(|| Error::new(format!("no version in what the browser says: {text}")))
}

/// The first number in a version text.
fn major(text: &str) -> Option<u32> {
    let number = text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    number.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn browser_and_driver_are_compared_by_their_first_number() {
        assert_eq!(super::major("Chromium 156.0.8078.79 built on Debian"), Some(156));
        assert_eq!(super::major("ChromeDriver 156.0.8078.79 (abc)"), Some(156));
        assert_eq!(super::major("unknown"), None);
    }
}
