//! Browsers of other engines than Chromium's: Firefox, and the one that `WebKit` brings along for GTK. Where they are missing and cannot be
//! installed, the tests do without, and say so.

use std::path::{Path, PathBuf};

use super::{apt, cargo_tool};
use crate::environment::find_program;
use crate::error::Error;

/// What steers Firefox. Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";
/// Where Firefox is, if not on PATH.
const FIREFOX: [&str; 4] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// A browser and what steers it.
#[derive(Debug, Clone)]
pub struct Steered {
    /// The browser's program.
    pub browser: PathBuf,
    /// The program that it is steered by.
    pub driver: PathBuf,
}

/// What there is on this machine.
#[derive(Debug, Clone)]
pub struct Engines {
    /// Firefox.
    pub firefox: Option<Steered>,
    /// `WebKit`'s own small browser, for GTK.
    pub webkit: Option<Steered>,
}

/// Finds them, or installs Debian's packages of them.
pub fn ensure() -> Result<Engines, Error> {
    let missing = [(firefox().is_none(), &["firefox-esr"][..]), (webkit().is_none(), &["webkit2gtk-driver", "xvfb"])];
    let packages: Vec<&str> =
        missing.iter().filter(|(missing, _)| *missing).flat_map(|(_, names)| *names).copied().collect();
    if !packages.is_empty() && apt::available() {
        apt::install(&packages, "the page is tried in browsers of other engines")?;
    }
    let firefox = match firefox() {
        Some(browser) => Some(Steered { browser, driver: geckodriver()? }),
        None => None,
    };
    Ok(Engines { firefox, webkit: webkit() })
}

fn firefox() -> Option<PathBuf> {
    FIREFOX.iter().find_map(|name| {
        let absolute = Path::new(name);
        if absolute.is_file() { Some(absolute.to_owned()) } else { find_program(name) }
    })
}

fn geckodriver() -> Result<PathBuf, Error> {
    let directory = cargo_tool::ensure(&cargo_tool::CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        tells_version: true,
        arguments: &["--locked"],
        optimise: "0",
        purpose: "Firefox is steered by it",
        minutes: 1,
    })?;
    Ok(directory.join("geckodriver").with_extension(std::env::consts::EXE_EXTENSION))
}

/// The driver is on PATH, the browser among the port's own programs. It needs a screen, if only one that nobody sees.
fn webkit() -> Option<Steered> {
    let driver = find_program("WebKitWebDriver")?;
    if std::env::var_os("DISPLAY").is_none() {
        find_program("Xvfb")?;
    }
    let port = "webkit2gtk-4.1/MiniBrowser";
    let libraries = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path().join(port));
    let elsewhere = [Path::new("/usr/libexec").join(port), Path::new("/usr/lib").join(port)];
    let browser = libraries.chain(elsewhere).find(|path| path.is_file())?;
    Some(Steered { browser, driver })
}
